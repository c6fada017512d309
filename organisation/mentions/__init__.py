"""Where a person's name stands in text, which the register does not reach (docs/decisions/0010)."""

from dataclasses import dataclass
from typing import Any

from organisation.mentions import namesakes
from organisation.mentions.name import Name
from organisation.mentions.own import Mendable, mendable
from organisation.mentions.public import Reading, naming, readings
from organisation.models.person import Person

__all__ = ["Mendable", "Mentions", "Namesake", "Reading", "found", "naming"]


@dataclass(frozen=True)
class Namesake:
    """Somebody else of a register, who may be the same person, and where the public reads them."""

    who: Person
    readings: list[Reading]


@dataclass(frozen=True)
class Mentions:
    """`mendable`: what the user may change. `elsewhere`: texts that the public reads besides.

    `namesakes` are not counted: they stand in a register, with a consent of their own.
    """

    mendable: list[Mendable]
    elsewhere: list[Reading]
    namesakes: list[Namesake]

    def __len__(self) -> int:
        return len(self.mendable) + len(self.elsewhere)


def found(who: Person, user: Any) -> Mentions:
    """For somebody who is not shown: whatever still holds the name, an editor wrote there, or is another's."""
    name = Name(who.name, who.mailbox)
    if not name.words:
        return Mentions([], [], [])
    mine = mendable(name, user)
    known = {(one.kind, one.thing.pk) for one in mine}
    people = namesakes.under(name, who)
    read = readings(name, people)
    elsewhere = [one for one in read if one.written and (one.kind, one.pk) not in known]
    shown = [Namesake(person, [one for one in read if identity in one.people]) for identity, person in people.items()]
    return Mentions(mine, elsewhere, [one for one in shown if one.readings])
