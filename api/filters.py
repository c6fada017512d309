"""Filters of lists: what each asks of a placement."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Any

from django.db.models import BooleanField, CharField, DateTimeField, Field, Q, Subquery, UUIDField, Value
from django.db.models.functions import Concat

from api.listing import Order
from api.rows import SITE
from cms.pipeline.publish.models import Placement
from cms.prepared import Given

FIELDS: dict[str, Field[Any, Any]] = {
    "kind": CharField(),
    "type": CharField(),
    "language": CharField(),
    "shared": BooleanField(),
    "parent": UUIDField(),
    "under": UUIDField(),
    "tag": CharField(),
    "published_from": DateTimeField(),
    "published_before": DateTimeField(),
    "updated_after": DateTimeField(),
}
OF_A_TAG = "tags__"
KNOWN_BY_TAG = {"tag", "language", "kind"}  # by its rows, beside the site; only pages have tags
PLACES = {"parent", "under"}
LOOKUPS = {
    "published_from": "published_at__gte",
    "published_before": "published_at__lt",
    "updated_after": "updated_at__gt",
}


def places(names: frozenset[str]) -> dict[str, Any]:
    """Places for these filters' values, for a query that is compiled once."""
    return {name: Given(name, FIELDS[name]) for name in sorted(names)}


def conditions(asked: Mapping[str, Any], site: Any = SITE, order: Order | None = None) -> Q:
    """What placements must be. `asked`: filters by name, with values or with places for them. `order`: as of
    sorted_by(), if they are walked through in it."""
    if order and order.column.startswith(OF_A_TAG) and not PLACES & asked.keys():
        return _tagged(asked, site) & _of_placements({n: v for n, v in asked.items() if n not in KNOWN_BY_TAG}, site)
    return Q(site=site) & _of_placements(asked, site)


def _of_placements(asked: Mapping[str, Any], site: Any) -> Q:
    found = _tagged(asked, site) if "tag" in asked else Q()
    for name, value in asked.items():
        if name == "under":
            found &= _under(value, site)
        elif name != "tag":
            found &= Q(**{LOOKUPS.get(name, name): value})
    return found


def _tagged(asked: Mapping[str, Any], site: Any) -> Q:
    """What a tag's rows know of their placements. Where they are walked through, only they are asked for it: asked of
    both, PostgreSQL takes it for two conditions, expects next to nothing, and sorts what it could walk through."""
    told = {"site": site, "slug": asked["tag"]} | {n: asked[n] for n in ("language",) if n in asked}
    return Q(**{f"{OF_A_TAG}{name}": value for name, value in told.items()})


def sorted_by(order: Order, asked: Collection[str]) -> Order:
    """The columns to sort by with these filters. A tag's rows have the date shown beside them, in the order of an
    index; sorted by the placements' own, all pages with the tag would be read for each window."""
    if "tag" in asked and order.column == "shown_at":
        return replace(order, column=f"{OF_A_TAG}shown_at", identity=f"{OF_A_TAG}identity")
    return order


def _under(identity: Any, site: Any) -> Q:
    top = Subquery(Placement.objects.filter(site=site, kind="page", publication=identity).values("tree_path"))
    # Tree paths are steps of four digits and capital letters. No other sign: databases sort those in many ways.
    return Q(tree_path__gt=top, tree_path__lt=Concat(top, Value("ZZZZ")))
