"""Units on the wire, and how they are rendered."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.shape import Shape
from cms.sites.frame import Area, Kind
from organisation import register
from organisation.models.allocation import AllocationShare, SeatAllocation
from organisation.models.body import Body
from organisation.models.period import today
from organisation.models.unit import Unit
from organisation.shapes.allocation import Method, method
from organisation.shapes.body import BodyRef, Meets, PostContent, body_ref, meets, post, ref_members


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


class Delegates(Shape):
    """How many delegates a unit sends. `name` is what it was called when seats were shared out; ties name its `slug`.

    `unit` is null for one that has ceased since: its seats are a fact of that day.
    """

    unit: UnitRef | None
    slug: str
    name: str
    seats: int


class Allocation(Shape):
    """A body's seats, shared out over units."""

    method: Method
    delegates: list[Delegates]


class BodyContent(BodyRef):
    """A body of a unit. `highest`: nothing stands above it in its unit. `allocation`: the newest, if there is one."""

    highest: bool
    meets: Meets
    elects: list[BodyRef]
    posts: list[PostContent]
    allocation: Allocation | None


class SentDelegates(Shape):
    """The delegates that a unit sends to a body of another unit."""

    body: BodyRef
    unit: UnitRef
    seats: int
    basis_date: date


class UnitContent(UnitRef):
    """A unit, whole. `posts` are those of no body: employments and public offices."""

    founding_date: date | None
    dissolution_date: date | None
    areas: list[Area]
    contact: UnitContact
    ancestors: list[UnitRef]
    parent: UnitRef | None
    children: list[UnitRef]
    bodies: list[BodyContent]
    posts: list[PostContent]
    delegates: list[SentDelegates]


def reference(unit: Unit, context: RenderContext) -> UnitRef | None:
    """A mention of a unit; None if it does not exist today. Recorded either way."""
    context.depend("unit", unit.pk)
    return UnitRef(**_reference_members(unit, context)) if unit.exists(today()) else None


def content(unit: Unit, context: RenderContext) -> UnitContent:
    """A unit with its place in the tree, its bodies, and those who hold its posts."""
    context.depend("unit", unit.pk)
    ancestors = _references(unit.above(), context)
    posts = register.posts(unit)
    return UnitContent(
        **_reference_members(unit, context),
        founding_date=unit.founding_date,
        dissolution_date=unit.dissolution_date,
        areas=areas(unit),
        contact=UnitContact(email=unit.email, phone=unit.phone, address=unit.address, website=unit.website),
        ancestors=ancestors,
        parent=ancestors[-1] if ancestors else None,
        children=_references(unit.children.select_related("frontend"), context),
        bodies=[
            _body(body, [post(one, context) for one in posts if one.body_id == body.pk], context)
            for body in register.bodies(unit)
        ],
        posts=[post(one, context) for one in posts if one.body_id is None],
        delegates=[sent for share in register.shares(unit) if (sent := _sent(share, context))],
    )


def areas(unit: Unit) -> list[Area]:
    return [Area(scheme=area.scheme, code=area.code, name=area.name, partial=area.partial) for area in unit.areas.all()]


def _body(body: Body, posts: list[PostContent], context: RenderContext) -> BodyContent:
    newest = register.newest(body.allocations.all())
    return BodyContent(
        **ref_members(body, context),
        highest=body.is_highest,
        meets=meets(body),
        elects=[body_ref(elected, context) for elected in body.elects.all()],
        posts=posts,
        allocation=_allocation(newest, context) if newest else None,
    )


def _sent(share: AllocationShare, context: RenderContext) -> SentDelegates | None:
    body, basis_date = share.allocation.body, share.allocation.basis_date
    where = reference(body.unit, context)
    if where is None:
        return None
    return SentDelegates(body=body_ref(body, context), unit=where, seats=share.seats, basis_date=basis_date)


def _references(units: Iterable[Unit], context: RenderContext) -> list[UnitRef]:
    return [found for unit in units if (found := reference(unit, context))]


def _allocation(allocation: SeatAllocation, context: RenderContext) -> Allocation:
    shares = register.taking_part(allocation)
    return Allocation(
        method=method(allocation, {share.unit_id: share.unit for share in shares}),
        delegates=[
            Delegates(unit=reference(share.unit, context), slug=share.unit.slug, name=share.name, seats=share.seats)
            for share in shares
        ],
    )


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
