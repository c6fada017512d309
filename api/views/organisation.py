"""The organisation: a site's unit, the units, one unit."""

import re
from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery

from api import listing, rows
from api.answers import Answer
from api.errors import invalid, not_found
from api.listing import Order, Query
from api.parameters import COUNT, CURSOR, LIMIT, Parameter, anything, choice, slug
from api.shapes import Unit, UnitList
from api.views.base import CommonView, SiteView, given
from api.views.listings import envelope, read_cursor
from cms.pipeline.publish.models import Publication
from cms.sites import cache_tags
from cms.sites.scope import Scope
from organisation import areas, models
from organisation.models.area import MUNICIPALITY as MUNICIPAL


def _published() -> QuerySet[models.Unit]:
    found = Publication.objects.filter(kind="unit", identity__object_id=OuterRef("pk"))
    return models.Unit.objects.annotate(body=Subquery(found.values("body"))).filter(body__isnull=False)


AREA = (
    "Working in this area: a code of Statistics Sweden (1780 for a municipality, 17 for a county), scheme and code "
    "(se-kommun:1780), a name (Karlstad, Värmland, Vantör), or scheme and name of what has no code (stadsdel:Vantör). "
    "A municipality where no unit works is answered with the units of its county."
)
MUNICIPALITY = re.compile(r"([0-9]{2})[0-9]{2}", re.ASCII)  # a county's code, and two digits more
CODE = re.compile(r"[0-9]+", re.ASCII)
NO_PARENT = "No unit has this slug."


class UnitListView(CommonView):
    """The units of the organisation, in the order of their slugs; each names its place in the tree."""

    shape = UnitList
    summary = "Units"
    kept = "list"
    parameters = (
        choice("kind", "Of this kind.", ("national", "district", "branch")),
        Parameter("parent", "Directly below the unit with this slug.", anything, longest=60),
        Parameter("area", AREA, anything, longest=100),
        CURSOR,
        LIMIT,
        COUNT,
    )

    def common_answer(self, version: int, values: dict[str, Any], **kwargs: Any) -> Answer:
        query = Query.of(self.request.path, given(self.request))
        units = _published().only("slug")
        if values["kind"]:
            units = units.filter(kind=values["kind"])
        if values["parent"]:
            units = units.filter(parent=_parent(values["parent"]))
        if values["area"]:
            units = _working_in(units, values["area"])
        window = listing.window(units, Order("slug", identity="pk"), read_cursor(values, query), values["limit"])
        total = units.count() if values["count"] else None
        text = envelope(window, query, [row.body for row in window.rows], total)
        return Answer(text, (cache_tags.UNITS,), version)


def _parent(slug: str) -> models.Unit:
    """One that has ceased answers like one that never was."""
    unit = _published().only("pk").filter(slug=slug).first()
    if unit is None:
        raise invalid({"parent": [NO_PARENT]})
    return unit


def _working_in(units: QuerySet[models.Unit], text: str) -> QuerySet[models.Unit]:
    """ "Which branch is mine?": the units of the area, or of the county around it."""

    def units_of(meant: Q) -> QuerySet[models.Unit]:
        return units.filter(pk__in=models.UnitArea.objects.filter(meant).values("unit"))

    meant, codes = _meant(text)
    found = units_of(meant)
    around = [municipality[1] for code in codes if (municipality := MUNICIPALITY.fullmatch(code))]
    return units_of(Q(code__in=around)) if around and not found.exists() else found


def _meant(text: str) -> tuple[Q, set[str]]:
    """The areas as a condition, and their codes as far as they are known."""
    scheme, colon, code = text.rpartition(":")
    if colon:
        called = Q(code=code) & ~Q(code="") | Q(code="") & _called(code)
        return Q(scheme=scheme) & called, {code} if scheme == MUNICIPAL else set()
    if CODE.fullmatch(text):
        return Q(code=text), {text}
    codes = areas.named(text)
    return Q(code__in=codes) | _called(text), codes


def _called(name: str) -> Q:
    """SQLite knows no capital Å of its own."""
    return Q(name__iexact=name) | Q(name__in={name.capitalize(), name.title()})


class UnitView(CommonView):
    """One unit, whole."""

    shape = Unit
    summary = "A unit"
    problems = (400, 401, 404, 429, 503)

    def common_answer(self, version: int, values: dict[str, Any], **kwargs: Any) -> Answer:
        unit = _published().only("slug").filter(slug=slug(kwargs["slug"], "unit")).first()
        if unit is None:
            raise not_found("unit")
        return Answer(unit.body, (cache_tags.UNITS, cache_tags.unit(unit.slug)), version)


class SiteUnitView(SiteView):
    """The unit behind a site, whole."""

    shape = Unit
    summary = "A site's unit"

    def site_answer(self, scope: Scope, values: dict[str, Any], **kwargs: Any) -> Answer:
        row = rows.unit(scope)
        if row is None:
            raise not_found("unit")
        tags = (cache_tags.site(scope.frontend.slug), cache_tags.UNITS)
        return Answer(row.text, tags, scope.version)
