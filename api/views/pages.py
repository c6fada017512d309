"""Pages and articles: the lists, and one page."""

from typing import Any

from api import reading, rows
from api.answers import Answer
from api.errors import not_found
from api.included import Spot, included, neighbours
from api.parameters import choice, fields, identity, include
from api.reading import Unfilled
from api.rows import Row
from api.shapes import PAGE_FIELDS, PAGE_TYPES, Page, PageList
from api.views.base import SiteView
from api.views.listings import FILTERS, PlacementListView, only
from cms.sites import cache_tags
from cms.sites.scope import Scope

# What everything takes that answers with one page.
DRAWING = (fields(PAGE_FIELDS), include("site", "neighbours"))


class PageListView(PlacementListView):
    """Pages as cards, newest first unless told otherwise."""

    shape = PageList
    summary = "Pages"
    tag = "pages"
    parameters = (choice("type", "Of this type.", PAGE_TYPES), *FILTERS)

    def asked(self, values: dict[str, Any]) -> dict[str, Any]:
        return {"type": values["type"]} if values["type"] else {}


class ArticleListView(PlacementListView):
    """Articles as cards: the site's own and those that others share with it."""

    shape = PageList
    summary = "Articles"
    tag = "articles"
    parameters = (choice("from", "Whose articles.", ("all", "own", "shared"), "all"), *FILTERS)

    def asked(self, values: dict[str, Any]) -> dict[str, Any]:
        whose = {} if values["from"] == "all" else {"shared": values["from"] == "shared"}
        return {"type": "article"} | whose


class PageView(SiteView):
    """One page, whole."""

    shape = Page
    summary = "A page"
    parameters = DRAWING

    def site_answer(self, scope: Scope, values: dict[str, Any], **kwargs: Any) -> Answer:
        page = identity(kwargs["id"], "page")
        row, frame = rows.page_and_frame(scope, page, with_frame="site" in values["include"])
        if row is None:
            raise not_found("page")
        page, more = page_texts(row, frame, scope, values)
        text = with_member(page, "included", more) if more else page
        return Answer(text, page_tags(row, scope, values), scope.version)


def page_texts(row: Row, frame: Row | None, scope: Scope, values: dict[str, Any]) -> tuple[str, str]:
    """A page with its listings, cut to `fields`, and what `include` adds to it."""
    spot = Spot.placed(row)
    beside = neighbours(spot, scope, values["include"])
    filled, found = reading.fill_beside([Unfilled(reading.page(row), row.language)], scope, beside)
    return only(filled, values["fields"])[0], included(spot, frame, found, values["include"])


def with_member(text: str, name: str, value: str) -> str:
    """A JSON object, perhaps an empty one, with one more member."""
    return text[:-1] + ("" if text == "{}" else ",") + f'"{name}":{value}}}'


def page_tags(row: Row, scope: Scope, values: dict[str, Any]) -> tuple[str, ...]:
    """What may purge the answer; its site's tag catches all of it."""
    slug = scope.frontend.slug
    tags = [cache_tags.site(slug), cache_tags.page(row.publication_id), cache_tags.path(slug, row.path)]
    if "site" in values["include"]:
        tags.append(cache_tags.frame(slug))
    if "neighbours" in values["include"] or reading.lists(row.text):
        tags.append(cache_tags.listing(slug, "articles"))
    return tuple(tags)
