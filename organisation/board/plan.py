"""What a meeting's choice comes to: who stays, who starts, who ends. Pure: it only says what is to be done."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from organisation.board.places import Board, Held, Place, same_name


@dataclass(frozen=True)
class Newcomer:
    """A name that was written, and whether the person has said yes to being named."""

    name: str
    agrees: bool = False


Who = int | Newcomer


@dataclass(frozen=True)
class Asked:
    """The board from `day` on: by the key of each place those who hold it, in order. A place left out is empty."""

    day: date
    posts: Mapping[str, tuple[Who, ...]]


class SeveralOfThatName(Exception):
    """The register has more than one person of a name that was written."""


@dataclass(frozen=True)
class Stays:
    """Keeps the assignment, from `start` on and for as long as nobody says otherwise."""

    key: str
    held: Held
    start: date
    order: int

    @property
    def changes(self) -> bool:
        return (self.held.start, self.held.end, self.held.order) != (self.start, None, self.order)


@dataclass(frozen=True)
class Starts:
    key: str
    who: Who
    order: int


@dataclass(frozen=True)
class Ends:
    """Had begun, and ends on the day of the meeting."""

    key: str
    held: Held


@dataclass(frozen=True)
class Lapses:
    """Would begin on the day or later, and never comes to hold: the assignment is taken away."""

    key: str
    held: Held


@dataclass(frozen=True)
class Plan:
    """`consents`: people of the register who have now said yes for the first time."""

    day: date
    stays: tuple[Stays, ...] = ()
    starts: tuple[Starts, ...] = ()
    ends: tuple[Ends, ...] = ()
    lapses: tuple[Lapses, ...] = ()
    consents: tuple[int, ...] = ()
    seats: Mapping[str, int] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        changed = any(stay.changes for stay in self.stays)
        return not (changed or self.starts or self.ends or self.lapses or self.consents)

    @property
    def newcomers(self) -> list[Newcomer]:
        """Each new person once; one tick is a yes."""
        found: dict[str, Newcomer] = {}
        for start in self.starts:
            if isinstance(start.who, Newcomer):
                name = same_name(start.who.name)
                agrees = start.who.agrees or (name in found and found[name].agrees)
                found[name] = Newcomer(found[name].name if name in found else start.who.name, agrees)
        return list(found.values())

    @property
    def people(self) -> set[int]:
        """Those of the register who are on the board from the day on."""
        return {stay.held.person for stay in self.stays} | {s.who for s in self.starts if isinstance(s.who, int)}

    @property
    def leaving(self) -> set[int]:
        """Those who are on the board no longer, on any post."""
        return {one.held.person for one in (*self.ends, *self.lapses)} - self.people


def plan(board: Board, asked: Asked) -> Plan:
    """How the board becomes the one that is asked for. Asking for what stands already comes to nothing."""
    stays: list[Stays] = []
    starts: list[Starts] = []
    rest: list[tuple[str, Held]] = []
    wanted = {place.key: _known(board, asked.posts.get(place.key, ())) for place in board.places}
    for place in board.places:
        kept = _kept(place, asked.day)
        for order, who in enumerate(wanted[place.key]):
            held = kept.get(who) if isinstance(who, int) else None
            if held:
                stays.append(Stays(place.key, held, min(held.start, asked.day), order))
            else:
                starts.append(Starts(place.key, who, order))
        staying = {stay.held.pk for stay in stays}
        rest += [(place.key, held) for held in place.held if held.lasts_beyond(asked.day) and held.pk not in staying]
    return Plan(
        asked.day,
        tuple(stays),
        tuple(starts),
        ends=tuple(Ends(key, held) for key, held in rest if held.start < asked.day),
        lapses=tuple(Lapses(key, held) for key, held in rest if held.start >= asked.day),
        consents=_consents(board, asked),
        seats={key: len(people) for key, people in wanted.items()},
    )


def _kept(place: Place, day: date) -> dict[int, Held]:
    """By person the assignment that goes on: the first to begin, where somebody has more than one."""
    found: dict[int, Held] = {}
    for held in sorted(place.held, key=lambda held: (held.start, held.pk)):
        if held.lasts_beyond(day):
            found.setdefault(held.person, held)
    return found


def _known(board: Board, people: tuple[Who, ...]) -> list[Who]:
    """Each once, and those of the register by their number."""
    found: dict[object, Who] = {}
    for one in people:
        who = of_register(board, one)
        found.setdefault(who if isinstance(who, int) else same_name(who.name), who)
    return list(found.values())


def of_register(board: Board, who: Who) -> Who:
    """A name that the register knows is that person; SeveralOfThatName if it knows more than one."""
    if isinstance(who, int):
        return who
    named = board.named(who.name)
    if len(named) > 1:
        raise SeveralOfThatName(who.name)
    return named[0].pk if named else who


def _consents(board: Board, asked: Asked) -> tuple[int, ...]:
    """A withdrawn consent is not taken up again by a tick: that is done in the register."""
    agreeing = [one for people in asked.posts.values() for one in people if isinstance(one, Newcomer) and one.agrees]
    found = {known.pk for one in agreeing for known in board.named(one.name) if known.consent == "none"}
    return tuple(sorted(found))
