"""Tags: what a site writes about, and how often."""

from typing import Any

from django.db.models import Count, Max

from api.answers import Answer
from api.shapes import TagCount, TagList
from api.views.base import SiteView
from cms.sites.scope import Scope


class TagListView(SiteView):
    """All tags of the site's pages in the order of their slugs, with how many pages carry each; always one window."""

    shape = TagList
    summary = "Tags"

    def site_answer(self, scope: Scope, values: dict[str, Any], **kwargs: Any) -> Answer:
        counted = scope.tags().values("slug").annotate(name=Max("name"), pages=Count("pk")).order_by("slug")
        results = [TagCount(slug=row["slug"], name=row["name"], count=row["pages"]) for row in counted]
        text = TagList(next=None, previous=None, results=results).model_dump_json(exclude={"count"})
        slug = scope.frontend.slug
        return Answer(text, (text,), (f"site:{slug}", f"list:{slug}:articles"), scope.version)
