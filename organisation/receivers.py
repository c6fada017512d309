"""Receivers: they only note what was touched.

A person who leaves must leave everywhere at once, so whatever mentions a person or an assignment is rendered in the
same transaction. A unit that changes is told of in its own publication, in its parent's and in its site's frame; all
others follow by the worker.
"""

from typing import Any

from django.db.models import Model
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_delete, pre_save

from cms.core.models import PreviewDraft
from cms.media.models import SiteImage
from cms.pipeline.publish.batch import Batch
from cms.pipeline.publish.mentions import mentioning
from cms.pipeline.publish.models import Identity, Reason, Touch
from cms.pipeline.publish.publishing import publishing
from cms.sites.models import Frontend
from organisation.models import AllocationShare, Assignment, Body, Person, Post, SeatAllocation, Unit, UnitArea
from organisation.models.period import today


def connect() -> None:
    """Listen to everything that a unit's publication is made of."""
    for model, receiver in {
        Unit: _unit,
        UnitArea: _area,
        Body: _body,
        Post: _post,
        Person: _person,
        Assignment: _assignment,
        SeatAllocation: _allocation,
        AllocationShare: _share,
    }.items():
        for signal in (post_save, post_delete):
            signal.connect(receiver, sender=model, dispatch_uid=f"grenverk.{model.__name__.lower()}_changed")
    pre_save.connect(_unit_leaves, sender=Unit, dispatch_uid="grenverk.unit_leaves")
    pre_delete.connect(_frontend_leaves, sender=Frontend, dispatch_uid="grenverk.units_left")
    post_delete.connect(_frontend_left, sender=Frontend, dispatch_uid="grenverk.units_without")
    m2m_changed.connect(_elects, sender=Body.elects.through, dispatch_uid="grenverk.elects_changed")


# --- noting, also for the worker ---


def note_unit(unit: Unit, reason: Reason = Reason.CHANGED) -> None:
    with publishing() as batch:
        batch.note("unit", unit.pk, reason)
        if unit.parent_id:
            batch.note("unit", unit.parent_id, reached=True)  # a new or removed child, which nothing depends on yet
        if unit.frontend_id:
            batch.note("frame", unit.frontend_id, reached=True)
        if not unit.exists(today()):
            # It is published no more, so no change of its own is told to the unit that it has just left.
            Touch.objects.create(kind="unit", object_id=unit.pk)


def note_person(person: Person, reason: Reason = Reason.CHANGED) -> None:
    with publishing() as batch:
        batch.note("person", person.pk, reason)
        for assignment in person.assignments.select_related("post"):
            _note_assignment(assignment, batch, Reason.CHANGED)
        _note_mentions("person", person.pk, batch)
        _forget_previews(person.pk)


def note_assignment(assignment: Assignment, reason: Reason = Reason.CHANGED) -> None:
    with publishing() as batch:
        _note_assignment(assignment, batch, reason)
        _forget_previews(assignment.person_id)


def _note_assignment(assignment: Assignment, batch: Batch, reason: Reason) -> None:
    batch.note("assignment", assignment.pk, reason)
    batch.note("unit", assignment.post.unit_id, reached=True)
    _note_mentions("assignment", assignment.pk, batch)
    _note_mentions("person", assignment.person_id, batch)  # a text names what the person is trusted with


def _note_mentions(kind: str, pk: int, batch: Batch) -> None:
    for key in mentioning(kind, pk):
        batch.note(*key, reached=True)


def _forget_previews(person: int) -> None:
    """A draft that was rendered for a preview opens for an hour, as it was: one that names somebody opens no more.

    The editor's panel makes a new one when it is opened again.
    """
    uuid = Identity.objects.filter(kind="person", object_id=person).values_list("uuid", flat=True).first()
    if uuid:
        PreviewDraft.objects.filter(body__contains=str(uuid)).delete()


# --- receivers ---


def _reason(signal: Any) -> Reason:
    return Reason.DELETED if signal is post_delete else Reason.CHANGED


def _unit_leaves(instance: Unit, **kwargs: Any) -> None:
    before = Unit.objects.filter(pk=instance.pk).values_list("parent", flat=True).first()
    instance.parent_left = before if before != instance.parent_id else None


def _unit(instance: Unit, signal: Any, raw: bool = False, **kwargs: Any) -> None:
    if raw:
        return
    with publishing() as batch:
        note_unit(instance, _reason(signal))
        if left := getattr(instance, "parent_left", None):
            # It may look as it did: under a unit that has ceased, a unit goes on naming the one above that.
            batch.note("unit", left, reached=True)


def _frontend_leaves(instance: Frontend, **kwargs: Any) -> None:
    instance.units_left = list(Unit.objects.filter(frontend=instance))


def _frontend_left(instance: Frontend, **kwargs: Any) -> None:
    """The database takes a deleted front end out of the units that had it, and tells nobody."""
    for unit in instance.units_left:
        unit.refresh_from_db()
        note_unit(unit)


def _area(instance: UnitArea, **kwargs: Any) -> None:
    unit = Unit.objects.filter(pk=instance.unit_id).first()
    if unit:
        note_unit(unit)


def _person(instance: Person, signal: Any, raw: bool = False, **kwargs: Any) -> None:
    if raw:
        return
    with publishing():
        SiteImage.objects.filter(pk=instance.portrait_id, is_portrait=False).update(is_portrait=True)
        note_person(instance, _reason(signal))


def _assignment(instance: Assignment, signal: Any, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        note_assignment(instance, _reason(signal))


def _body(instance: Body, **kwargs: Any) -> None:
    _note_part("body", instance, instance.unit_id)


def _post(instance: Post, **kwargs: Any) -> None:
    _note_part("post", instance, instance.unit_id)


def _elects(instance: Body, **kwargs: Any) -> None:
    _note_part("body", instance, instance.unit_id)


def _allocation(instance: SeatAllocation, **kwargs: Any) -> None:
    _note_part("allocation", instance, instance.body.unit_id)
    with publishing() as batch:
        for unit in instance.shares.values_list("unit", flat=True):
            batch.note("unit", unit, reached=True)


def _share(instance: AllocationShare, **kwargs: Any) -> None:
    with publishing() as batch:
        batch.note("unit", instance.unit_id, reached=True)
        batch.note("unit", instance.allocation.body.unit_id, reached=True)


def _note_part(kind: str, part: Model, unit_id: int) -> None:
    """A part of a unit: its unit at once, what else mentions it by the worker."""
    with publishing() as batch:
        batch.note(kind, part.pk)
        batch.note("unit", unit_id, reached=True)
