"""People on the wire: only those who agreed, and only what they agreed to."""

from datetime import date
from uuid import UUID

from django.db.models import Prefetch

from cms.core import references
from cms.core.people import PersonCard
from cms.media.shapes import Image
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.shape import Shape
from organisation.models.assignment import Assignment
from organisation.models.period import today
from organisation.models.person import Person


class PersonContent(Shape):
    """Somebody who has agreed to be named. `email` is a mailbox of the assignment, empty without leave to show it."""

    id: UUID
    name: str
    portrait: Image | None
    email: str


class Holder(Shape):
    """Who holds a post. From `end_date` on they no longer do."""

    id: UUID
    person: PersonContent
    start_date: date
    end_date: date | None


def person(who: Person, context: RenderContext) -> PersonContent | None:
    """The person as everybody may see them; None without a consent that stands."""
    context.depend("person", who.pk)
    if not who.agrees(today()):
        return None
    portrait = references.image(who.portrait_id, context, alt=who.name) if who.consent_portrait else None
    email = who.mailbox if who.consent_mailbox else ""
    return PersonContent(id=context.identity("person", who.pk), name=who.name, portrait=portrait, email=email)


def card(pk: int, context: RenderContext) -> PersonCard | None:
    """The person where a text mentions them, with what they are trusted with today."""
    who = context.once(("person", pk), lambda: _read(pk))
    shown = person(who, context) if who else None
    if who is None or shown is None:
        context.depend("person", pk)
        return None
    held = [
        assignment for assignment in who.assignments.all() if assignment.holds(today()) and _exists(assignment, context)
    ]
    for assignment in held:
        context.depend("assignment", assignment.pk)
    role = held[0].post.title if held else ""
    return PersonCard(id=shown.id, name=shown.name, role=role, email=shown.email, portrait=shown.portrait)


def _exists(assignment: Assignment, context: RenderContext) -> bool:
    """Nobody is trusted with anything by a unit that has ceased."""
    context.depend("unit", assignment.post.unit_id)
    return assignment.post.unit.exists(today())


def _read(pk: int) -> Person | None:
    held = Assignment.objects.select_related("post__unit").order_by("post__sort_order", "start_date", "pk")
    return Person.objects.prefetch_related(Prefetch("assignments", queryset=held)).filter(pk=pk).first()


def holder(assignment: Assignment, context: RenderContext) -> Holder | None:
    """The assignment, if it holds today and its person may be named."""
    context.depend("assignment", assignment.pk)
    shown = person(assignment.person, context) if assignment.holds(today()) else None
    if shown is None:
        return None
    return Holder(
        id=context.identity("assignment", assignment.pk),
        person=shown,
        start_date=assignment.start_date,
        end_date=assignment.end_date,
    )
