"""Redirects: every old address of a site and where it leads now, for routers."""

import json
from typing import Any

from django.db.models import CharField, F, OuterRef, QuerySet, Subquery, TextField, Value

from api import listing
from api.answers import Answer
from api.cursors import Cursor
from api.listing import Query
from api.parameters import COUNT, CURSOR, LIMIT
from api.shapes import RedirectEntry, RedirectList
from api.views.base import SiteView, given
from api.views.listings import envelope, read_cursor
from cms.core.links import PageLink
from cms.pipeline.publish.encode import splice
from cms.pipeline.publish.models import PastPath, Placement
from cms.sites import cache_tags
from cms.sites.scope import Scope

LINKED = ("type", "id", "site", "path", "url", "title")
COLUMNS = ("path_key", "path", "kind", "text", "overlay")


class RedirectListView(SiteView):
    """What editors have redirected, and what pages left behind by a new name or a move, each address once.

    Chains are followed to their end. In no order that means anything; a page that lives at an address has no redirect.
    """

    shape = RedirectList
    summary = "Redirects"
    kept = "list"
    settled = False  # what a page left behind may lead to another site, whose version tells of it
    parameters = (CURSOR, LIMIT, COUNT)

    def site_answer(self, scope: Scope, values: dict[str, Any], **kwargs: Any) -> Answer:
        query = Query.of(self.request.path, given(self.request))
        cursor = read_cursor(values, query)
        found = _rows(scope, cursor, values["limit"] + 1)
        window = listing.around(found, cursor, values["limit"], lambda row: (row["path_key"], row["path_key"]))
        entries = [_entry(row) for row in window.rows]
        text = envelope(window, query, [one.model_dump_json(by_alias=True) for one in entries], _count(scope, values))
        slug = scope.frontend.slug
        others = [cache_tags.page(e.to.id) for e in entries if isinstance(e.to, PageLink) and e.to.site != slug]
        tags = [cache_tags.site(slug), cache_tags.listing(slug, "redirects"), *dict.fromkeys(others)]
        return Answer(text, tuple(tags), scope.version)


def _rows(scope: Scope, cursor: Cursor | None, number: int) -> list[dict[str, Any]]:
    """The next rows behind the cursor of both kinds in one query, in the order of their keys."""
    descending = cursor is not None and cursor.backwards
    made = Placement.objects.filter(pk__in=_behind(scope.redirects(), cursor, number))
    left = PastPath.objects.filter(pk__in=_behind(scope.left_behind(), cursor, number))
    seen = Placement.objects.filter(kind="page", publication=OuterRef("identity")).order_by(*scope.here_first())
    both = made.annotate(text=F("publication__body")).values(*COLUMNS)
    both = both.union(
        left.annotate(
            kind=Value("page", CharField()),
            text=Subquery(seen.values("publication__card")[:1], TextField()),
            overlay=Subquery(seen.values("overlay")[:1], TextField()),
        ).values(*COLUMNS),
        all=True,
    )
    return sorted(both, key=lambda row: row["path_key"], reverse=descending)[:number]


def _behind(found: QuerySet[Any], cursor: Cursor | None, number: int) -> QuerySet[Any]:
    """The primary keys of the next rows of one kind."""
    if cursor:
        found = found.filter(**{"path_key__lt" if cursor.backwards else "path_key__gt": cursor.key})
    return found.order_by("-path_key" if cursor and cursor.backwards else "path_key").values("pk")[:number]


def _count(scope: Scope, values: dict[str, Any]) -> int | None:
    if not values["count"]:
        return None
    return scope.redirects().values("pk").union(scope.left_behind().values("pk"), all=True).count()


def _entry(row: dict[str, Any]) -> RedirectEntry:
    if row["kind"] == "redirect":
        return RedirectEntry.model_validate_json(row["text"])
    page = json.loads(splice(row["text"], row["overlay"]))
    to = PageLink(**{name: page[name] for name in LINKED})
    members = {"id": None, "from": row["path"], "to": to, "permanent": True, "content_hash": None}
    return RedirectEntry.model_validate(members)
