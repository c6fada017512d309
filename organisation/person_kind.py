"""People as publishable things: public while their consent stands.

A person has a publication and no placement: nobody reads it by itself. It is there so that a name is withdrawn like
everything else, at once and wherever it is mentioned.
"""

from collections.abc import Collection, Iterator

from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.kinds import Rendered, Seen
from organisation.models import Person
from organisation.models.period import next_turn, today
from organisation.shapes.person import person


class PersonKind:
    """Somebody who agreed to be named."""

    name = "person"
    by_itself = False

    def load(self, pks: Collection[int]) -> dict[int, Person]:
        return Person.objects.in_bulk(list(pks))

    def render(self, who: Person, context: RenderContext) -> Rendered | None:
        shape = person(who, context)
        again = next_turn(today(), who.consent_withdrawn_on)
        return Rendered(type="person", body=shape, render_again_at=again) if shape else None

    def see(self, who: Person, context: RenderContext) -> Seen | None:
        return Seen(type="person") if who.agrees(today()) else None

    def all_pks(self) -> Iterator[int]:
        yield from Person.objects.order_by("pk").values_list("pk", flat=True)

    def below(self, pks: Collection[int]) -> dict[str, set[int]]:
        return {}
