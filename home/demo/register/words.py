"""The vocabulary that the demo's registers are written in: bodies, posts, people and who holds what since when.

Whoever is named on a post is a person of the unit's register, and agreed to be shown on the day they took it up;
`person` is for those of whom there is more to say. All of them are invented, as their surnames tell.
"""

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class PersonText:
    """Somebody; `agreed` and `withdrawn` are days, empty if they never were. A portrait is named by its scene."""

    name: str
    agreed: str = ""
    withdrawn: str = ""
    mailbox: str = ""
    mailbox_shown: bool = True
    portrait: str = ""


@dataclass(frozen=True)
class Held:
    """A post in somebody's hands, until the day on which it is no longer; empty if it still is."""

    name: str
    since: str
    until: str = ""


@dataclass(frozen=True)
class PostText:
    role: str
    held: tuple[Held, ...]
    label: str = ""
    place: str = ""
    vacant: int = 0

    @property
    def seats(self) -> int:
        return self.vacant + sum(not held.until for held in self.held)


@dataclass(frozen=True)
class SeatsText:
    """Seats shared out over units (slugs) by their invented members on a day, and lots for those that may tie."""

    seats: int
    on: str
    members: dict[str, int]
    minimum: int = 0
    tie_rule: str = "larger"
    lots: tuple[str, ...] = ()


@dataclass(frozen=True)
class BodyText:
    """A body; `elects` are kinds of bodies of the same unit."""

    kind: str
    meets: str
    note: str = ""
    name: str = ""
    highest: bool = False
    elects: tuple[str, ...] = ()
    posts: tuple[PostText, ...] = ()
    shared_out: tuple[SeatsText, ...] = ()


@dataclass(frozen=True)
class RegisterText:
    """All of a unit. `posts` are those of no body."""

    unit: str
    bodies: tuple[BodyText, ...]
    posts: tuple[PostText, ...] = ()
    people: tuple[PersonText, ...] = ()

    def all_posts(self) -> Iterator[PostText]:
        for body in self.bodies:
            yield from body.posts
        yield from self.posts

    def everybody(self) -> dict[str, PersonText]:
        """All people by their names: those of whom there is more to say, and those who are named on a post."""
        found = {person.name: person for person in self.people}
        for post in self.all_posts():
            for held in post.held:
                found.setdefault(held.name, PersonText(held.name, agreed=held.since))
        return found

    def body(self, kind: str) -> BodyText:
        return next(body for body in self.bodies if body.kind == kind)


# --- Posts ------------------------------------------------------------------------------------


def post(
    role: str,
    *names: str,
    since: str,
    former: tuple[Held, ...] = (),
    label: str = "",
    place: str = "",
    vacant: int = 0,
) -> PostText:
    """A post that all of these hold since the same day; `former` held it before."""
    return PostText(role, (*former, *(Held(name, since) for name in names)), label, place, vacant)


def office(place: str, label: str, *names: str, since: str) -> PostText:
    """A public office: a seat on a committee or a council."""
    return post("public_office", *names, since=since, label=label, place=place)


# --- Bodies -----------------------------------------------------------------------------------


def nominations(*names: str, since: str) -> BodyText:
    """A nominations committee; who is named first calls its meetings."""
    convener, *others = names
    posts = (post("convener", convener, since=since), *((post("member", *others, since=since),) if others else ()))
    return BodyText("nominations_committee", "as_needed", "Mest före jul", posts=posts)


def auditors(*names: str, since: str, before: str = "årsmötet") -> BodyText:
    """Auditors, who read the accounts before the meeting that elects them."""
    posts = (post("auditor", *names, since=since),)
    return BodyText("auditors", "yearly", f"Läser räkenskaperna före {before}", posts=posts)


ELECTED = ("board", "nominations_committee", "auditors")


def branch(
    unit: str,
    *,
    annual: str,
    members: str,
    board: BodyText,
    more: tuple[BodyText, ...] = (),
    posts: tuple[PostText, ...] = (),
    people: tuple[PersonText, ...] = (),
) -> RegisterText:
    """A branch: when its annual and its members' meetings are, its board, and what else it has."""
    standing = {"board", *(body.kind for body in more)}
    bodies = (
        BodyText("annual_meeting", "yearly", annual, highest=True, elects=tuple(k for k in ELECTED if k in standing)),
        BodyText("members_meeting", "monthly", members),
        board,
        *more,
    )
    return RegisterText(unit, bodies, posts, people)
