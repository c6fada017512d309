"""Tags: what a site writes about, and how often."""

from typing import Any

from django.db.models import Count, Max

from api import listing
from api.answers import Answer
from api.listing import Order, Query
from api.parameters import COUNT, CURSOR, LIMIT
from api.shapes import TagCount, TagList
from api.views.base import SiteView, given
from api.views.listings import LANGUAGE, envelope, read_cursor
from cms.sites import cache_tags
from cms.sites.scope import Scope

ORDER = Order("slug", identity="slug")


class TagListView(SiteView):
    """The tags of the site's pages in the order of their slugs, with how many pages carry each: as many as the list of
    pages has with the same tag and language."""

    shape = TagList
    summary = "Tags"
    kept = "list"
    parameters = (LANGUAGE, CURSOR, LIMIT, COUNT)

    def site_answer(self, scope: Scope, values: dict[str, Any], **kwargs: Any) -> Answer:
        language = values["language"] or scope.language
        tags = scope.tags() if language == "*" else scope.tags().filter(language=language)
        counted = tags.values("slug").annotate(text=Max("name"), pages=Count("pk"))
        rows = counted.values_list("slug", "text", "pages", named=True)
        query = Query.of(self.request.path, given(self.request))
        window = listing.window(rows, ORDER, read_cursor(values, query), values["limit"])
        results = [TagCount(slug=row.slug, name=row.text, count=row.pages).model_dump_json() for row in window.rows]
        total = counted.count() if values["count"] else None
        slug = scope.frontend.slug
        # The frame's too: the site's language says what is counted unless the query does.
        tagged = (cache_tags.site(slug), cache_tags.frame(slug), cache_tags.listing(slug, "articles"))
        return Answer(envelope(window, query, results, total), tagged, scope.version)
