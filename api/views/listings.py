"""What the lists share: filters, windows, the envelope."""

import json
from typing import Any

from django.db.models import QuerySet, Subquery, Value
from django.db.models.functions import Concat

from api import cursors, listing, reading
from api.answers import Answer
from api.cursors import Cursor
from api.errors import invalid
from api.listing import Order, Query, Window
from api.parameters import COUNT, CURSOR, LIMIT, Parameter, anything, choice, fields, moment, uuid
from api.reading import Unfilled
from api.shapes import CARD_FIELDS, PAGE_FIELDS
from api.views.base import SiteView, given
from cms.pipeline.publish.models import Placement
from cms.sites import cache_tags
from cms.sites.scope import Scope

ORDERS = {
    "-shown_at": Order("shown_at", descending=True),
    "shown_at": Order("shown_at"),
    "-updated_at": Order("updated_at", descending=True),
    "tree": Order("tree_path"),
    "title": Order("title_key"),
}
NARROW = {"tree", "title"}  # orders that ask for a filter by type, parent or under

TIME = {"type": "string", "format": "date-time"}
TAG = Parameter("tag", "With this tag (its slug).", anything, longest=100)
LANGUAGE = Parameter("language", "In this language; `*` for all. The site's own if left out.", anything, longest=12)
FILTERS: tuple[Parameter, ...] = (
    Parameter("parent", "Children of the page with this id.", uuid, {"type": "string", "format": "uuid"}),
    Parameter("under", "All below the page with this id.", uuid, {"type": "string", "format": "uuid"}),
    TAG,
    LANGUAGE,
    Parameter("published_from", "Published at this time or later; a day begins at midnight on the site.", moment, TIME),
    Parameter("published_before", "Published before this time.", moment, TIME),
    Parameter("updated_after", "Published anew after this time.", moment, TIME),
    choice("order", "`tree` and `title` only with `type`, `parent` or `under`.", ORDERS, "-shown_at"),
    choice("view", "Cards or whole pages.", ("card", "full"), "card"),
    fields({*CARD_FIELDS, *PAGE_FIELDS}),
    CURSOR,
    LIMIT,
    COUNT,
)


def read_cursor(values: dict[str, Any], query: Query) -> Cursor | None:
    return cursors.load(values["cursor"], query.bound()) if values["cursor"] else None


def envelope(window: Window, query: Query, results: list[str], count: int | None) -> str:
    """The list as JSON text, around results that are JSON text already."""
    members = [
        f'"next":{json.dumps(query.address(window.next))}',
        f'"previous":{json.dumps(query.address(window.previous))}',
    ]
    if count is not None:
        members.append(f'"count":{count}')
    return "{" + ",".join(members) + ',"results":[' + ",".join(results) + "]}"


def only(texts: list[str], wanted: tuple[str, ...] | None) -> list[str]:
    """The objects with just these members."""
    if not wanted:
        return texts
    chosen = ({n: v for n, v in json.loads(text).items() if n in wanted} for text in texts)
    return [json.dumps(members, ensure_ascii=False, separators=(",", ":")) for members in chosen]


class PlacementListView(SiteView):
    """A list of pages as cards or whole."""

    kept = "list"
    tag: str  # of the list, in cache tags

    def base(self, scope: Scope, values: dict[str, Any]) -> QuerySet[Placement]:
        raise TypeError(f"{type(self).__name__} has no base")

    def site_answer(self, scope: Scope, values: dict[str, Any], **kwargs: Any) -> Answer:
        self._check(values)
        whole = values["view"] == "full"
        query = Query.of(self.request.path, given(self.request))
        filtered = _filter(self.base(scope, values), scope, values)
        cursor = read_cursor(values, query)
        window = listing.window(reading.rows(filtered, whole=whole), ORDERS[values["order"]], cursor, values["limit"])
        count = filtered.count() if values["count"] else None
        texts = _whole(window, scope) if whole else [reading.card(row) for row in window.rows]
        text = envelope(window, query, only(texts, values["fields"]), count)
        slug = scope.frontend.slug
        return Answer(text, (cache_tags.site(slug), cache_tags.listing(slug, self.tag)), scope.version)

    def _check(self, values: dict[str, Any]) -> None:
        narrowed = any(values.get(name) for name in ("type", "parent", "under")) or self.tag == "articles"
        if values["order"] in NARROW and not narrowed:
            raise invalid({"order": [f"`{values['order']}` goes only with `type`, `parent` or `under`."]})
        known = PAGE_FIELDS if values["view"] == "full" else CARD_FIELDS
        if unknown := [name for name in values["fields"] or () if name not in known]:
            message = f"Unknown with view={values['view']}: {', '.join(unknown)}. Known: {', '.join(known)}."
            raise invalid({"fields": [message]})


def _whole(window: Window, scope: Scope) -> list[str]:
    return reading.fill([Unfilled(reading.page(row), row.language) for row in window.rows], scope)


def _filter(found: QuerySet[Placement], scope: Scope, values: dict[str, Any]) -> QuerySet[Placement]:
    zone = scope.frontend.time_zone
    found = tagged(in_language(found, scope, values), scope, values)
    if values["parent"]:
        found = found.filter(parent=values["parent"])
    if values["under"]:
        found = _under(found, scope, values["under"])
    if values["published_from"]:
        found = found.filter(published_at__gte=values["published_from"].at(zone))
    if values["published_before"]:
        found = found.filter(published_at__lt=values["published_before"].at(zone))
    if values["updated_after"]:
        found = found.filter(updated_at__gt=values["updated_after"].at(zone))
    return found


def in_language(found: QuerySet[Placement], scope: Scope, values: dict[str, Any]) -> QuerySet[Placement]:
    language = values["language"] or scope.language
    return found if language == "*" else found.filter(language=language)


def tagged(found: QuerySet[Placement], scope: Scope, values: dict[str, Any]) -> QuerySet[Placement]:
    return found.filter(tags__site=scope.site_id, tags__slug=values["tag"]) if values["tag"] else found


def _under(found: QuerySet[Placement], scope: Scope, identity: Any) -> QuerySet[Placement]:
    top = Subquery(scope.pages().filter(publication=identity).values("tree_path"))
    # Tree paths are steps of four digits and capital letters. No other sign: databases sort those in many ways.
    return found.filter(tree_path__gt=top, tree_path__lt=Concat(top, Value("ZZZZ")))
