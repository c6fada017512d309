"""Filters of lists: what each asks of a placement."""

from collections.abc import Mapping
from typing import Any

from django.db.models import BooleanField, CharField, DateTimeField, Field, Q, Subquery, UUIDField, Value
from django.db.models.functions import Concat

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
LOOKUPS = {
    "published_from": "published_at__gte",
    "published_before": "published_at__lt",
    "updated_after": "updated_at__gt",
}


def places(names: frozenset[str]) -> dict[str, Any]:
    """Places for these filters' values, for a query that is compiled once."""
    return {name: Given(name, FIELDS[name]) for name in sorted(names)}


def conditions(asked: Mapping[str, Any], site: Any = SITE) -> Q:
    """What placements must be. `asked`: filters by name, with values or with places for them."""
    found = Q(site=site)
    for name, value in asked.items():
        if name == "tag":
            found &= Q(tags__site=site, tags__slug=value)
        elif name == "under":
            found &= _under(value, site)
        else:
            found &= Q(**{LOOKUPS.get(name, name): value})
    return found


def _under(identity: Any, site: Any) -> Q:
    top = Subquery(Placement.objects.filter(site=site, kind="page", publication=identity).values("tree_path"))
    # Tree paths are steps of four digits and capital letters. No other sign: databases sort those in many ways.
    return Q(tree_path__gt=top, tree_path__lt=Concat(top, Value("ZZZZ")))
