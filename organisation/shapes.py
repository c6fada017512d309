"""Units on the wire, and how they are rendered."""

from uuid import UUID

from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.shape import Shape
from cms.sites.frame import Area, Kind
from organisation.models.unit import Unit


class UnitSite(Shape):
    """The unit's own front end."""

    slug: str
    name: str
    url: str


class UnitRef(Shape):
    """A unit where it is mentioned."""

    id: UUID
    slug: str
    name: str
    kind: Kind
    label: str
    has_board: bool | None
    site: UnitSite | None


class UnitContact(Shape):
    """Empty strings where nothing is known."""

    email: str
    phone: str
    address: str
    website: str


class UnitContent(UnitRef):
    """A unit, whole."""

    areas: list[Area]
    contact: UnitContact
    ancestors: list[UnitRef]
    parent: UnitRef | None
    children: list[UnitRef]


def reference(unit: Unit, context: RenderContext) -> UnitRef:
    """A mention of a unit."""
    context.depend("unit", unit.pk)
    return UnitRef(**_reference_members(unit, context))


def content(unit: Unit, context: RenderContext) -> UnitContent:
    """A unit with its place in the tree."""
    context.depend("unit", unit.pk)
    ancestors = [reference(above, context) for above in unit.above()]
    return UnitContent(
        **_reference_members(unit, context),
        areas=areas(unit),
        contact=UnitContact(email=unit.email, phone=unit.phone, address=unit.address, website=unit.website),
        ancestors=ancestors,
        parent=ancestors[-1] if ancestors else None,
        children=[reference(child, context) for child in unit.children.select_related("frontend")],
    )


def areas(unit: Unit) -> list[Area]:
    return [Area(scheme=area.scheme, code=area.code, name=area.name) for area in unit.areas.all()]


def _reference_members(unit: Unit, context: RenderContext) -> dict[str, object]:
    return {
        "id": context.identity("unit", unit.pk),
        "slug": unit.slug,
        "name": unit.name,
        "kind": unit.kind,
        "label": unit.label,
        "has_board": unit.has_board,
        "site": _site(unit, context),
    }


def _site(unit: Unit, context: RenderContext) -> UnitSite | None:
    if unit.frontend is None:
        return None
    context.depend("frame", unit.frontend_id)
    return UnitSite(slug=unit.frontend.slug, name=unit.frontend.name, url=unit.frontend.base_url + "/")
