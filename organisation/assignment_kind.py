"""Assignments as publishable things: public while they hold and their person may be named. See person_kind.py."""

from collections.abc import Collection, Iterator

from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.kinds import Rendered, Seen
from organisation.models import Assignment
from organisation.models.period import next_turn, today
from organisation.shapes.person import holder


class AssignmentKind:
    """Who holds a post."""

    name = "assignment"
    by_itself = False

    def load(self, pks: Collection[int]) -> dict[int, Assignment]:
        return Assignment.objects.select_related("person").in_bulk(list(pks))

    def render(self, assignment: Assignment, context: RenderContext) -> Rendered | None:
        shape = holder(assignment, context)
        again = next_turn(today(), assignment.end_date, assignment.person.consent_withdrawn_on)
        return Rendered(type="assignment", body=shape, render_again_at=again) if shape else None

    def see(self, assignment: Assignment, context: RenderContext) -> Seen | None:
        shown = assignment.holds(today()) and assignment.person.agrees(today())
        return Seen(type="assignment") if shown else None

    def all_pks(self) -> Iterator[int]:
        yield from Assignment.objects.order_by("pk").values_list("pk", flat=True)

    def below(self, pks: Collection[int]) -> dict[str, set[int]]:
        return {}
