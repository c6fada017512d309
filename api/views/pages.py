"""Pages and articles: the lists, and one page."""

import json
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from api import reading
from api.answers import Answer
from api.errors import not_found
from api.included import included
from api.parameters import choice, fields, include
from api.reading import Unfilled
from api.shapes import PAGE_FIELDS, PAGE_TYPES, Page, PageList
from api.views.base import SiteView
from api.views.listings import FILTERS, PlacementListView, only
from cms.pipeline.publish.models import Placement
from cms.sites.scope import Scope


class PageListView(PlacementListView):
    """Pages as cards, newest first unless told otherwise."""

    shape = PageList
    summary = "Pages"
    tag = "pages"
    parameters = (choice("type", "Of this type.", PAGE_TYPES), *FILTERS)

    def base(self, scope: Scope, values: dict[str, Any]) -> QuerySet[Placement]:
        pages = scope.pages()
        return pages.filter(type=values["type"]) if values["type"] else pages


class ArticleListView(PlacementListView):
    """Articles as cards: the site's own and those that others share with it."""

    shape = PageList
    summary = "Articles"
    tag = "articles"
    parameters = (choice("from", "Whose articles.", ("all", "own", "shared"), "all"), *FILTERS)

    def base(self, scope: Scope, values: dict[str, Any]) -> QuerySet[Placement]:
        articles = scope.pages().filter(type="article")
        return articles if values["from"] == "all" else articles.filter(shared=values["from"] == "shared")


class PageView(SiteView):
    """One page, whole."""

    shape = Page
    summary = "A page"
    parameters = (fields(PAGE_FIELDS), include("site", "neighbours"))

    def site_answer(self, scope: Scope, values: dict[str, Any], **kwargs: Any) -> Answer:
        row = reading.rows(scope.pages().filter(publication=_uuid(kwargs["id"])), whole=True).first()
        if row is None:
            raise not_found()
        text, stamp = page_text(row, scope)
        text = only([text], values["fields"])[0]
        more, more_stamp = included(row, scope, values["include"])
        if more:
            text = f'{text[:-1]},"included":{more}}}'
        stamp = (*stamp, *more_stamp, ",".join(values["fields"] or ()), ",".join(values["include"]))
        return Answer(text, stamp, page_tags(row, scope), scope.version)


def page_text(row: Placement, scope: Scope) -> tuple[str, tuple[str, ...]]:
    """A page with its listings, and what its ETag is made of."""
    unfilled = reading.page(row)
    text = reading.fill([Unfilled(unfilled, row.language)], scope)[0]
    stamp = (row.publication.content_hash, row.overlay, row.page_overlay)
    # A page that lists others is as new as its site.
    return text, stamp if text == unfilled else (*stamp, str(scope.version))


def page_tags(row: Placement, scope: Scope) -> tuple[str, ...]:
    slug = scope.frontend.slug
    path = json.loads("{" + row.overlay + "}")["path"]
    return (f"site:{slug}", f"page:{row.publication_id}", f"path:{slug}:{reading.tag_path(path)}")


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise not_found() from None
