"""Carrying out what a meeting chose: in one transaction, each change in the history of its own model."""

from dataclasses import dataclass
from typing import Any

from django.db import models
from wagtail.log_actions import log

from cms.pipeline.publish.publishing import publishing
from organisation.board.changes import Seen, changes
from organisation.board.places import Board, same_name
from organisation.board.plan import Asked, Newcomer, Plan, Who, plan
from organisation.board.reading import body_of, read
from organisation.models import Assignment, Body, Person, Post, Unit
from organisation.models.body import BOARD
from organisation.models.period import today


class Stale(Exception):
    """Somebody else has changed the board meanwhile; `changes` says what, in Swedish."""

    def __init__(self, changes: list[str]) -> None:
        super().__init__("; ".join(changes))
        self.changes = changes


@dataclass(frozen=True)
class Applied:
    """What was planned, and the people who are new by the name they were given."""

    board: Board
    plan: Plan
    newcomers: dict[str, Person]

    def person(self, who: Who) -> int:
        return self.newcomers[same_name(who.name)].pk if isinstance(who, Newcomer) else who


def apply(unit: Unit, asked: Asked, seen: Seen | None = None, user: Any = None) -> Applied:
    """Make the board what is asked for, from its day on.

    `seen`: the board that the editor had before them. If it has become another one meanwhile, nothing is done and
    Stale is raised; unless what is asked for stands already, so that a form that is sent twice is no fault.
    """
    with publishing(apart=True):  # alone: what a view does not survive leaves nothing half-done
        unit = Unit.objects.select_for_update().get(pk=unit.pk)
        board = read(unit)
        planned = plan(board, asked)
        if seen is not None and not planned.is_empty and (found := changes(seen, board)):
            raise Stale(found)
        return Applied(board, planned, _carry_out(unit, board, planned, user))


def _carry_out(unit: Unit, board: Board, planned: Plan, user: Any) -> dict[str, Person]:
    newcomers = {same_name(one.name): _new_person(unit, one, user) for one in planned.newcomers}
    posts = _posts(unit, board, planned, user)
    for consenting in Person.objects.filter(pk__in=planned.consents):
        _change(consenting, user, consent_on=today())
    held = Assignment.objects.in_bulk([one.held.pk for one in (*planned.ends, *planned.lapses, *planned.stays)])
    for ending in planned.ends:
        _change(held[ending.held.pk], user, end_date=planned.day)
    for lapsing in planned.lapses:
        log(held[lapsing.held.pk], "wagtail.delete", user=user)
        held[lapsing.held.pk].delete()
    for stay in planned.stays:
        _change(held[stay.held.pk], user, start_date=stay.start, end_date=None, sort_order=stay.order)
    for start in planned.starts:
        who = start.who
        person_id = newcomers[same_name(who.name)].pk if isinstance(who, Newcomer) else who
        made = Assignment(post=posts[start.key], person_id=person_id, start_date=planned.day, sort_order=start.order)
        _create(made, user)
    return newcomers


def _new_person(unit: Unit, newcomer: Newcomer, user: Any) -> Person:
    """Without a yes they are in the register, and shown nowhere."""
    person = Person(unit=unit, name=" ".join(newcomer.name.split()), consent_on=today() if newcomer.agrees else None)
    _create(person, user)
    return person


def _posts(unit: Unit, board: Board, planned: Plan, user: Any) -> dict[str, Post]:
    """The posts by key, with those that somebody now holds for the first time, and with seats for all."""
    posts = Post.objects.in_bulk([place.post for place in board.places if place.post])
    found = {place.key: posts[place.post] for place in board.places if place.post}
    lacking = [place for place in board.places if place.post is None and planned.seats.get(place.key)]
    if lacking:
        body = _body(unit, user)
        for place in lacking:
            found[place.key] = Post(unit=unit, body=body, role=place.role, seats=planned.seats[place.key])
            _create(found[place.key], user)
        ordered = [found[place.key] for place in board.places if place.key in found]
        for order, post in enumerate(ordered):
            _change(post, user, sort_order=order)
    for key, post in found.items():
        # An empty seat is for the unit to strike: a meeting may have left it open.
        _change(post, user, seats=max(post.seats, planned.seats.get(key, 0)))
    return found


def _body(unit: Unit, user: Any) -> Body:
    body = body_of(unit)
    if body is None:
        body = Body(unit=unit, kind=BOARD)
        _create(body, user)
        _change(unit, user, has_board=True)
    return body


def _create(thing: models.Model, user: Any) -> None:
    thing.full_clean()
    thing.save()
    log(thing, "wagtail.create", user=user)


def _change(thing: models.Model, user: Any, **columns: object) -> None:
    """Save and log, if there is anything to save."""
    if all(getattr(thing, name) == value for name, value in columns.items()):
        return
    for name, value in columns.items():
        setattr(thing, name, value)
    thing.save()
    log(thing, "wagtail.edit", user=user)
