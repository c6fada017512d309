"""Units as publishable things: public while they exist; a unit is placed on its own site."""

from collections.abc import Collection, Iterator

from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.kinds import Placed, Rendered, Seen
from organisation import shapes
from organisation.models import Unit
from organisation.models.period import next_turn, today


class UnitKind:
    """The organisation's structure is public to all; `/organisation/` reads the publications themselves."""

    name = "unit"
    by_itself = True

    def load(self, pks: Collection[int]) -> dict[int, Unit]:
        units = Unit.objects.filter(pk__in=pks).select_related(
            "frontend", "parent__frontend", "parent__parent__frontend"
        )
        return {unit.pk: unit for unit in units.prefetch_related("areas")}

    def render(self, unit: Unit, context: RenderContext) -> Rendered | None:
        seen = self.see(unit, context)
        if seen is None:
            return None
        # Without a card: a page may show all of the unit, so whatever changes must be told.
        again = next_turn(today(), unit.dissolution_date)
        return Rendered(body=shapes.content(unit, context), render_again_at=again, **vars(seen))

    def see(self, unit: Unit, context: RenderContext) -> Seen | None:
        if not unit.exists(today()):
            return None
        return Seen(type="unit", placements=(Placed(site_id=unit.frontend.site_id),) if unit.frontend else ())

    def all_pks(self) -> Iterator[int]:
        yield from Unit.objects.order_by("pk").values_list("pk", flat=True)

    def below(self, pks: Collection[int]) -> dict[str, set[int]]:
        return {}
