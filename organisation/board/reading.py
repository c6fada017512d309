"""How the board of a unit stands, read in a set number of queries."""

from collections import Counter
from datetime import date

from django.db.models import Prefetch, Q

from organisation.board.places import Board, Consent, Held, Known, Place
from organisation.models import Assignment, Body, Person, Post, Unit
from organisation.models.body import BOARD
from organisation.models.post import RANK, ROLES

# What a board usually has. A post is made once somebody holds it.
STANDARD = ("chair", "vice_chair", "treasurer", "secretary", "member", "deputy")
SEVERAL = {"member": "Ledamöter", "deputy": "Ersättare"}


def body_of(unit: Unit) -> Body | None:
    """The unit's board; the first, should there be more bodies of that kind."""
    return unit.bodies.filter(kind=BOARD).order_by("sort_order", "pk").first()


def read(unit: Unit) -> Board:
    """The unit's board with all assignments of its posts, also past and coming ones, and the unit's register."""
    body = body_of(unit)
    held = Assignment.objects.order_by("sort_order", "start_date", "person__name", "pk")
    found = body.posts.prefetch_related(Prefetch("assignments", queryset=held)) if body else Post.objects.none()
    posts = list(found.order_by("sort_order", "pk"))
    return Board(unit.pk, body.pk if body else None, tuple(_places(posts)), tuple(_people(unit, body)))


def _people(unit: Unit, body: Body | None) -> list[Known]:
    """The register, and whoever else stands on the board's posts."""
    register = Q(unit=unit) | Q(assignments__post__body=body) if body else Q(unit=unit)
    people = Person.objects.filter(register).distinct().order_by("name", "pk")
    return [Known(person.pk, person.name, _consent(person)) for person in people]


def _consent(person: Person) -> Consent:
    if person.consent_on is None:
        return "none"
    return "withdrawn" if person.consent_withdrawn_on else "yes"


def _places(posts: list[Post]) -> list[Place]:
    """The board's posts in their order, with the standard ones that it lacks where they belong among them."""
    seen: Counter[str] = Counter()
    places: list[Place] = []
    for post in posts:
        seen[post.role] += 1
        first = post.role in STANDARD and seen[post.role] == 1
        places.append(_place(post, post.role if first else f"p{post.pk}"))
    for role in STANDARD:
        if not seen[role]:
            below = [index for index, place in enumerate(places) if RANK[place.role] > RANK[role]]
            title = dict(ROLES)[role]
            heading = SEVERAL.get(role, title)
            lacking = Place(role, role, title, heading, None, 1, role in SEVERAL)
            places.insert(below[0] if below else len(places), lacking)
    return places


def _place(post: Post, key: str) -> Place:
    several = post.role in SEVERAL or post.seats > 1
    heading = post.label or SEVERAL.get(post.role, post.title)
    held = tuple(
        Held(one.pk, one.person_id, one.start_date, one.end_date, one.sort_order) for one in post.assignments.all()
    )
    return Place(key, post.role, post.title, heading, post.pk, post.seats, several, held)


def holders(unit: Unit, day: date) -> dict[str, list[int]]:
    """Who is on the board on a day: by the key of each place that anybody holds, the people in order."""
    return {place.key: found for place in read(unit).places if (found := place.holders(day))}
