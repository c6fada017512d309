"""Loading a register: a unit's bodies, posts and people, and the seats that its bodies share out."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from cms.media.models import SiteImage
from home.demo.register.words import BodyText, PersonText, PostText, RegisterText, SeatsText
from organisation.models import AllocationShare, Assignment, Body, Person, Post, SeatAllocation, Unit

Portraits = Callable[[str], SiteImage]
Made = TypeVar("Made", Person, Body, Post, Assignment, SeatAllocation)


def make(register: RegisterText, portraits: Portraits) -> None:
    """Everything of it; `portraits` gives the picture of a scene. The units that get seats must be there."""
    unit = Unit.objects.get(slug=register.unit)
    people = {name: _person(unit, text, portraits) for name, text in register.everybody().items()}
    bodies = [_body(unit, text, place, people) for place, text in enumerate(register.bodies)]
    for body, text in zip(bodies, register.bodies, strict=True):
        body.elects.set([elected for elected in bodies if elected.kind in text.elects])
    for place, text in enumerate(register.posts):
        _post(unit, None, text, place, people)


def _person(unit: Unit, text: PersonText, portraits: Portraits) -> Person:
    person = Person(
        unit=unit,
        name=text.name,
        portrait=portraits(text.portrait) if text.portrait else None,
        mailbox=text.mailbox,
        consent_on=_day(text.agreed),
        consent_withdrawn_on=_day(text.withdrawn),
        consent_portrait=bool(text.portrait),
        consent_mailbox=bool(text.mailbox and text.mailbox_shown),
    )
    return _saved(person)


def _body(unit: Unit, text: BodyText, place: int, people: dict[str, Person]) -> Body:
    body = Body(
        unit=unit,
        kind=text.kind,
        name=text.name,
        is_highest=text.highest,
        meets=text.meets,
        meets_note=text.note,
        sort_order=place,
    )
    _saved(body)
    for number, post in enumerate(text.posts):
        _post(unit, body, post, number, people)
    for shared_out in text.shared_out:
        _share_out(body, shared_out)
    return body


def _post(unit: Unit, body: Body | None, text: PostText, place: int, people: dict[str, Person]) -> None:
    words = {"role": text.role, "label": text.label, "place": text.place}
    post = _saved(Post(unit=unit, body=body, **words, seats=text.seats, sort_order=place))
    for number, held in enumerate(text.held):
        days = {"start_date": _day(held.since), "end_date": _day(held.until)}
        _saved(Assignment(post=post, person=people[held.name], **days, sort_order=number))


def _share_out(body: Body, text: SeatsText) -> None:
    allocation = SeatAllocation(
        body=body, seats=text.seats, basis_date=_day(text.on), minimum=text.minimum, tie_rule=text.tie_rule
    )
    units = Unit.objects.in_bulk(list(text.members), field_name="slug")
    allocation.shares = [
        AllocationShare(unit=units[slug], members=members, lot=text.lots.index(slug) + 1 if text.lots else None)
        for slug, members in text.members.items()
    ]
    _saved(allocation)


def _saved(made: Made) -> Made:
    """As a form would take it: what the model's own rules refuse is refused here too."""
    made.full_clean()
    made.save()
    return made


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
