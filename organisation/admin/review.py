"""What a plan comes to, in words: who ends, who starts, who changes post, who stays."""

from dataclasses import dataclass
from datetime import date

from cms.core.people import of_site
from cms.sites.models import Frontend
from organisation.board.places import Board, same_name
from organisation.board.plan import Newcomer, Plan, Who
from organisation.models.period import today

LEADERS = ("chair", "treasurer")
HIDDEN = {
    "none": "visas inte på webben, eftersom hen inte har sagt ja",
    "withdrawn": "visas inte på webben, eftersom hen har tagit tillbaka sitt ja",
}


@dataclass(frozen=True)
class Line:
    """Somebody, what they are or were trusted with, and what an editor should know of it."""

    name: str
    posts: str
    note: str = ""


@dataclass(frozen=True)
class Review:
    """`empty`: the posts that nobody holds afterwards; `doubled`: who holds more than one, and which.

    `leaders`: of chair and treasurer the posts that change hands, since the site's responsible publisher often follows.
    """

    day: date
    ending: list[Line]
    starting: list[Line]
    moving: list[Line]
    staying: list[Line]
    empty: list[str]
    doubled: list[Line]
    leaders: str
    changes: bool

    @property
    def later(self) -> bool:
        return self.day > today()


def review(board: Board, plan: Plan) -> Review:
    before: dict[object, list[str]] = {}
    after: dict[object, list[str]] = {}
    kept: dict[object, list[str]] = {}
    people: dict[object, Who] = {}
    for end in (*plan.ends, *plan.lapses):
        before.setdefault(end.held.person, []).append(board.place(end.key).title)
    for stay in plan.stays:
        kept.setdefault(stay.held.person, []).append(board.place(stay.key).title)
    for start in plan.starts:
        key = same_name(start.who.name) if isinstance(start.who, Newcomer) else start.who
        people[key] = start.who
        after.setdefault(key, []).append(board.place(start.key).title)
    agreeing = {same_name(newcomer.name): newcomer for newcomer in plan.newcomers}

    def line(key: object, posts: str, shown: bool = True) -> Line:
        if isinstance(key, int):
            known = board.person(key)
            return Line(known.name, posts, _known_note(known.consent, key in plan.consents) if shown else "")
        newcomer = agreeing[str(key)]
        return Line(newcomer.name, posts, _new_note(newcomer))

    def moved(key: object) -> str:
        stays = kept.get(key, [])
        if key not in before:
            return f"{_posts(stays)}, nu också {_posts(after[key])}"
        return f"från {_posts(before[key] + stays)} till {_posts(stays + after.get(key, []))}"

    def doubled(key: object) -> bool:
        return len({*kept.get(key, []), *after.get(key, [])}) > 1

    changing = [one.key for one in (*plan.ends, *plan.lapses, *plan.starts)]
    moving = [key for key in (*kept, *after) if key in before or (key in kept and key in after)]
    return Review(
        plan.day,
        ending=[line(key, _posts(posts), shown=False) for key, posts in before.items() if key in plan.leaving],
        starting=[line(key, _posts(posts)) for key, posts in after.items() if key not in moving],
        moving=[line(key, moved(key)) for key in dict.fromkeys(moving)],
        staying=[line(key, _posts(posts)) for key, posts in kept.items() if key not in moving],
        empty=[place.heading for place in board.places if place.post and not plan.seats.get(place.key)],
        doubled=[
            line(key, _posts(kept.get(key, []) + after.get(key, [])), shown=False)
            for key in dict.fromkeys((*kept, *after))
            if doubled(key)
        ],
        leaders=_posts([place.title for place in board.places if place.role in LEADERS and place.key in changing]),
        changes=not plan.is_empty,
    )


def publisher_hint(frontend: Frontend | None, leaders: str, verb: str = "byts") -> str:
    """The law wants a responsible publisher, and it is often the chair or the treasurer who was.

    `verb`: "byts" of what is to come, "byttes" of what is done.
    """
    if frontend is None or not leaders:
        return ""
    named = dict(of_site(frontend.pk)).get(frontend.publisher)
    is_now = f"Ansvarig utgivare för webbplatsen är {named}." if named else "Webbplatsen visar ingen ansvarig utgivare."
    changed = f"{leaders[0].upper()}{leaders[1:]} {verb}."
    return f"{changed} {is_now} Behöver det ändras görs det under Webbplats, fliken Juridik."


def _known_note(consent: str, agrees_now: bool) -> str:
    return "har nu sagt ja till att namnet visas" if agrees_now else HIDDEN.get(consent, "")


def _new_note(newcomer: Newcomer) -> str:
    agreed = "har sagt ja till att namnet visas" if newcomer.agrees else HIDDEN["none"]
    return f"ny i registret, {agreed}"


def _posts(titles: list[str]) -> str:
    return _listed([title[:1].lower() + title[1:] for title in dict.fromkeys(titles)])


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} och {words[-1]}" if words else ""
