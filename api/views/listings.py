"""What the lists share: filters, windows, the envelope."""

import json
from dataclasses import replace
from functools import lru_cache
from typing import Any

from django.db.models import QuerySet, UUIDField

from api import cursors, listing, reading, rows
from api.answers import Answer
from api.cursors import Cursor
from api.errors import invalid
from api.filters import conditions, places, sorted_by
from api.listing import Order, Query, Window
from api.parameters import COUNT, CURSOR, LIMIT, Parameter, anything, choice, fields, moment, uuid
from api.reading import Unfilled
from api.rows import Row
from api.shapes import CARD_FIELDS, PAGE_FIELDS
from api.views.base import SiteView, given
from cms.pipeline.publish.models import Placement
from cms.prepared import Given, Prepared
from cms.sites import cache_tags
from cms.sites.scope import Scope

ORDERS = {
    "-shown_at": Order("shown_at", descending=True),
    "shown_at": Order("shown_at"),
    "-updated_at": Order("updated_at", descending=True),
    "tree": Order("tree_path"),
    "title": Order("title_key"),
}
COLUMNS = {"card": rows.cards, "full": rows.wholes}
TIMES = ("published_from", "published_before", "updated_after")
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

    def asked(self, values: dict[str, Any]) -> dict[str, Any]:
        """The filters that this list adds to those of all lists."""
        raise TypeError(f"{type(self).__name__} asks for nothing")

    def site_answer(self, scope: Scope, values: dict[str, Any], **kwargs: Any) -> Answer:
        self._check(values)
        whole = values["view"] == "full"
        query = Query.of(self.request.path, given(self.request))
        asked = {"kind": "page"} | self.asked(values) | _filters(scope, values)
        window = _window(scope, asked, values, read_cursor(values, query))
        count = Placement.objects.filter(conditions(asked, scope.site_id)).count() if values["count"] else None
        texts = _whole(window, scope) if whole else [reading.card(row) for row in window.rows]
        text = envelope(window, query, only(texts, values["fields"]), count)
        slug = scope.frontend.slug
        # The frame's too: the site's language and time zone say what is listed unless the query does.
        tags = (cache_tags.site(slug), cache_tags.frame(slug), cache_tags.listing(slug, self.tag))
        return Answer(text, tags, scope.version)

    def _check(self, values: dict[str, Any]) -> None:
        narrowed = any(values.get(name) for name in ("type", "parent", "under")) or self.tag == "articles"
        if values["order"] in NARROW and not narrowed:
            raise invalid({"order": [f"`{values['order']}` goes only with `type`, `parent` or `under`."]})
        known = PAGE_FIELDS if values["view"] == "full" else CARD_FIELDS
        if unknown := [name for name in values["fields"] or () if name not in known]:
            message = f"Unknown with view={values['view']}: {', '.join(unknown)}. Known: {', '.join(known)}."
            raise invalid({"fields": [message]})


def _window(scope: Scope, asked: dict[str, Any], values: dict[str, Any], cursor: Cursor | None) -> Window:
    way = cursor.backwards if cursor else None
    prepared = _prepared(frozenset(asked), values["order"], values["view"], way, values["limit"] + 1)
    behind = {"key": cursor.key, "identity": cursor.identity} if cursor else {}
    # Of all rows but the first and the last only the text is read, so no time or UUID of theirs is worth converting.
    found = prepared.raw(site=scope.site_id, **asked, **behind)
    window = listing.around(found, cursor, values["limit"], lambda row: _key(Row(*prepared.pythonic(row))))
    return replace(window, rows=rows.read(window.rows))


def _key(row: Row) -> tuple[Any, Any]:
    return row.key, row.publication_id


@lru_cache(500)  # a front end asks in a few ways, over and over
def _prepared(names: frozenset[str], by: str, view: str, way: bool | None, number: int) -> Prepared:
    """The query for lists that were asked for in this way. `way`: whether a cursor goes backwards, None without one."""
    order = sorted_by(ORDERS[by], names)

    def make() -> rows.Tuples:
        key = Given("key", Placement._meta.get_field(ORDERS[by].column))
        cursor = None if way is None else Cursor(key, Given("identity", UUIDField()), way)
        found = listing.behind(Placement.objects.all(), order, cursor, number, conditions(places(names), order=order))
        return COLUMNS[view](found, order.column)

    return Prepared(make)


def _whole(window: Window, scope: Scope) -> list[str]:
    return reading.fill([Unfilled(reading.page(row), row.language) for row in window.rows], scope)


def _filters(scope: Scope, values: dict[str, Any]) -> dict[str, Any]:
    """The filters that were asked for, with values as the database takes them."""
    zone = scope.frontend.time_zone
    asked = {name: values[name] for name in ("parent", "under", "tag") if values[name]}
    asked |= {name: values[name].at(zone) for name in TIMES if values[name]}
    language = values["language"] or scope.language
    return asked if language == "*" else asked | {"language": language}


def articles(scope: Scope, values: dict[str, Any]) -> QuerySet[Placement]:
    """The articles in this language and with this tag, newest first."""
    language = values["language"] or scope.language
    asked = {"kind": "page", "type": "article", "tag": values["tag"], "language": language if language != "*" else None}
    given = {name: value for name, value in asked.items() if value}
    newest = sorted_by(ORDERS["-shown_at"], given)
    found = Placement.objects.filter(conditions(given, scope.site_id, newest))
    return found.order_by(f"-{newest.column}", f"-{newest.identity}")
