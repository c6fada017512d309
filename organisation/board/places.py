"""A board as it stands: places, and who holds them. No database here; reading.py fills these."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from organisation.models.period import covers

Consent = Literal["yes", "withdrawn", "none"]


@dataclass(frozen=True)
class Known:
    """Somebody of the unit's register, and whether they have agreed to be named."""

    pk: int
    name: str
    consent: Consent


@dataclass(frozen=True)
class Held:
    """An assignment. `end` is the first day on which it no longer holds."""

    pk: int
    person: int
    start: date
    end: date | None
    order: int = 0

    def holds(self, day: date) -> bool:
        return covers(self.start, self.end, day)

    def lasts_beyond(self, day: date) -> bool:
        """Whether it holds on that day or on a later one."""
        return self.end is None or self.end > max(day, self.start)


@dataclass(frozen=True)
class Place:
    """A post of the board, or a standard one that it lacks so far (`post` is None).

    `key` names it in forms: the role, or the post's number where the role has more than one post. `title` is said of
    one who holds it ("Ledamot"), `heading` of all ("Ledamöter").
    """

    key: str
    role: str
    title: str
    heading: str
    post: int | None
    seats: int
    several: bool
    held: tuple[Held, ...] = ()

    def holders(self, day: date) -> list[int]:
        """Who holds it on that day, in the order in which they are shown."""
        return list(dict.fromkeys(held.person for held in self.held if held.holds(day)))


@dataclass(frozen=True)
class Board:
    """`body` is None where the unit has no board yet."""

    unit: int
    body: int | None
    places: tuple[Place, ...]
    people: tuple[Known, ...]

    def person(self, pk: int) -> Known:
        return next(known for known in self.people if known.pk == pk)

    def place(self, key: str) -> Place:
        return next(place for place in self.places if place.key == key)

    def named(self, name: str) -> list[Known]:
        """Those of the register who are called so."""
        return [known for known in self.people if same_name(known.name) == same_name(name)]

    def turn(self, today: date) -> date:
        """The day of the latest change that is decided already, or today."""
        starts = [held.start for place in self.places for held in place.held if held.lasts_beyond(today)]
        return max([today, *starts])


def same_name(name: str) -> str:
    """A name without what does not tell two people apart: capitals and spaces."""
    return " ".join(name.split()).casefold()
