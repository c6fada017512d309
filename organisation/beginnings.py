"""Beginnings: a unit is founded, a term starts, a consent begins to count. What is public already keeps an appointment
with its own end; what is not public yet has no publication that could, so the worker looks for it.
"""

import logging

from django.db.models import Model, QuerySet

from cms.pipeline.publish.errors import RenderRefused
from cms.pipeline.publish.models import Identity
from cms.pipeline.publish.publishing import publishing
from organisation.models import Assignment, Person, Unit
from organisation.models.period import covering, today
from organisation.models.person import agreeing
from organisation.receivers import note_assignment, note_person, note_unit

logger = logging.getLogger("grenverk.organisation")


def due() -> int:
    """Publish what begins to be public today; how much that was."""
    day = today()
    people = Person.objects.filter(agreeing(day))
    holding = Assignment.objects.filter(covering(day, "start_date", "end_date"), person__in=people)
    units = Unit.objects.filter(covering(day, "founding_date", "dissolution_date"))
    return (
        sum(_begin(unit, note_unit) for unit in _unpublished(units, "unit"))
        + sum(_begin(person, note_person) for person in _unpublished(people, "person"))
        + sum(_begin(assignment, note_assignment) for assignment in _unpublished(holding, "assignment"))
    )


def _unpublished(found: "QuerySet[Model]", kind: str) -> "QuerySet[Model]":
    published = Identity.objects.filter(kind=kind, publication__isnull=False)
    return found.exclude(pk__in=published.values("object_id")).order_by("pk")


def _begin(thing: Model, note: object) -> int:
    try:
        with publishing(apart=True):
            note(thing)
    except RenderRefused as refusal:
        logger.warning("%s cannot be published: %s (%s)", thing, refusal, refusal.detail)
        return 0
    return 1
