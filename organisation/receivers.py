"""Receivers: a unit is told of in its own publication, in those of its neighbours and in its site's frame."""

from typing import Any

from django.db.models.signals import post_delete, post_save

from cms.pipeline.publish.models import Reason
from cms.pipeline.publish.publishing import publishing
from organisation.models import Unit, UnitArea


def connect() -> None:
    post_save.connect(_unit_saved, sender=Unit, dispatch_uid="grenverk.unit_saved")
    post_delete.connect(_unit_deleted, sender=Unit, dispatch_uid="grenverk.unit_deleted")
    for signal in (post_save, post_delete):
        signal.connect(_area_changed, sender=UnitArea, dispatch_uid="grenverk.area_changed")


def _unit_saved(instance: Unit, raw: bool = False, **kwargs: Any) -> None:
    if not raw:
        _note(instance, Reason.CHANGED)


def _unit_deleted(instance: Unit, **kwargs: Any) -> None:
    _note(instance, Reason.DELETED)


def _area_changed(instance: UnitArea, **kwargs: Any) -> None:
    unit = Unit.objects.filter(pk=instance.unit_id).first()
    if unit:
        _note(unit, Reason.CHANGED)


def _note(unit: Unit, reason: Reason) -> None:
    with publishing() as batch:
        batch.note("unit", unit.pk, reason)
        if unit.parent_id:
            batch.note("unit", unit.parent_id, reached=True)  # a new or removed child, which nothing depends on yet
        if unit.frontend_id:
            batch.note("frame", unit.frontend_id, reached=True)
