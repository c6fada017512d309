"""Units as publishable things: all are public; a unit is placed on its own site."""

from collections.abc import Collection, Iterator

from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.kinds import Placed, Rendered, Seen
from organisation import shapes
from organisation.models import Unit


class UnitKind:
    """The organisation's structure is public to all; `/organisation/` reads the publications themselves."""

    name = "unit"

    def load(self, pks: Collection[int]) -> dict[int, Unit]:
        units = Unit.objects.filter(pk__in=pks).select_related(
            "frontend", "parent__frontend", "parent__parent__frontend"
        )
        return {unit.pk: unit for unit in units.prefetch_related("areas")}

    def render(self, unit: Unit, context: RenderContext) -> Rendered | None:
        # The card is the mention: what others show of the unit, and all of it that makes them render again.
        card = shapes.reference(unit, context)
        return Rendered(body=shapes.content(unit, context), card=card, **vars(self.see(unit, context)))

    def see(self, unit: Unit, context: RenderContext) -> Seen:
        return Seen(type="unit", placements=(Placed(site_id=unit.frontend.site_id),) if unit.frontend else ())

    def all_pks(self) -> Iterator[int]:
        yield from Unit.objects.order_by("pk").values_list("pk", flat=True)

    def below(self, pks: Collection[int]) -> dict[str, set[int]]:
        return {}
