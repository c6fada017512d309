"""Sites: the list, a site's frame, its version."""

from typing import Any

from django.db.models import OuterRef, Subquery

from api import listing, rows
from api.answers import Answer
from api.errors import not_found
from api.listing import Order, Query
from api.parameters import COUNT, CURSOR, LIMIT
from api.shapes import Frame, SiteList, Version
from api.views.base import CommonView, SiteView, given
from api.views.listings import envelope, read_cursor
from cms.pipeline.publish.models import Publication
from cms.sites import cache_tags
from cms.sites.models import Frontend
from cms.sites.scope import Scope


class SiteListView(CommonView):
    """Front ends that want to be listed, in the order of their slugs."""

    shape = SiteList
    parameters = (CURSOR, LIMIT, COUNT)
    summary = "All sites"
    kept = "list"

    def common_answer(self, version: int, values: dict[str, Any], **kwargs: Any) -> Answer:
        entry = Publication.objects.filter(kind="frame", identity__object_id=OuterRef("pk")).values("card")
        listed = Frontend.objects.filter(listed=True).annotate(entry=Subquery(entry)).filter(entry__isnull=False)
        query = Query.of(self.request.path, given(self.request))
        window = listing.window(
            listed.only("slug"), Order("slug", identity="pk"), read_cursor(values, query), values["limit"]
        )
        total = listed.count() if values["count"] else None
        text = envelope(window, query, [row.entry for row in window.rows], total)
        return Answer(text, (cache_tags.SITES,), version)


class FrameView(SiteView):
    """What stands around every page: name, menus, colours, contact."""

    shape = Frame
    summary = "A site's frame"
    kept = "frame"

    def site_answer(self, scope: Scope, values: dict[str, Any], **kwargs: Any) -> Answer:
        row = rows.frame(scope)
        if row is None:
            raise not_found()
        slug = scope.frontend.slug
        return Answer(row.text, (cache_tags.site(slug), cache_tags.frame(slug)), scope.version)


class VersionView(SiteView):
    """The site's newest sequence number: it rises with every change that the site can see."""

    shape = Version
    summary = "A site's version"
    kept = "version"

    def site_answer(self, scope: Scope, values: dict[str, Any], **kwargs: Any) -> Answer:
        text = Version(version=scope.version).model_dump_json()
        slug = scope.frontend.slug
        return Answer(text, (cache_tags.site(slug), cache_tags.version(slug)), scope.version)
