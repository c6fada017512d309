"""What has happened to a board since somebody looked at it, in Swedish."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core import signing

from cms.core import dates
from organisation.board.places import Board

SALT = "organisation.board.seen"
NEW, GONE = "Posten {} är ny.", "Posten {} finns inte längre."


@dataclass(frozen=True)
class Row:
    """An assignment as it was seen. Days in ISO form; `end` is empty where there is none."""

    post: str
    person: str
    start: str
    end: str


@dataclass(frozen=True)
class Seen:
    """A board as an editor had it before them: the titles of its posts, and its assignments, by their numbers."""

    unit: int
    posts: dict[int, str]
    rows: dict[int, Row]


class Unreadable(Exception):
    """The text is not one of ours, or of another unit."""


def seen(board: Board) -> Seen:
    names = {known.pk: known.name for known in board.people}
    posts = {place.post: place.title for place in board.places if place.post}
    rows = {
        held.pk: Row(place.title, names[held.person], held.start.isoformat(), str(held.end or ""))
        for place in board.places
        for held in place.held
    }
    return Seen(board.unit, posts, rows)


def pack(board: Board) -> str:
    """As a text for a form. Signed: what comes back is what was shown."""
    what = seen(board)
    rows = {pk: [row.post, row.person, row.start, row.end] for pk, row in what.rows.items()}
    return signing.dumps([what.unit, what.posts, rows], salt=SALT, compress=True)


def unpack(text: str, unit: int) -> Seen:
    try:
        found: list[Any] = signing.loads(text, salt=SALT)
    except signing.BadSignature as error:
        raise Unreadable from error
    if found[0] != unit:
        raise Unreadable
    rows = {int(pk): Row(*row) for pk, row in found[2].items()}
    return Seen(unit, {int(pk): title for pk, title in found[1].items()}, rows)


def changes(before: Seen, board: Board) -> list[str]:
    """A sentence for each difference; none if nothing has changed."""
    now = seen(board)
    found = [NEW.format(title) for pk, title in now.posts.items() if pk not in before.posts]
    found += [GONE.format(title) for pk, title in before.posts.items() if pk not in now.posts]
    for pk in sorted(before.rows.keys() | now.rows.keys()):
        old, new = before.rows.get(pk), now.rows.get(pk)
        if old is None and new is not None:
            found.append(f"{new.person} är tillagd: {new.post}, från {_day(new.start)}.")
        elif old is not None and new is None:
            found.append(f"{old.person} är borttagen: {old.post}.")
        elif old is not None and new is not None and old != new:
            found.append(_changed(old, new))
    return found


def _changed(old: Row, new: Row) -> str:
    if old.end != new.end and new.end:
        return f"{new.person} slutar {_day(new.end)}: {new.post}."
    if old.end != new.end:
        return f"{new.person} fortsätter: {new.post}."
    if old.start != new.start:
        return f"{new.person} börjar {_day(new.start)}: {new.post}."
    return f"{new.person} står nu som {new.post}."


def _day(iso: str) -> str:
    return dates.day(date.fromisoformat(iso))
