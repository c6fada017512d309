"""The root: what answers where."""

from typing import Any

from django.conf import settings

from api.answers import Answer
from api.shapes import Links, Root
from api.views.base import PublicView
from cms.sites import cache_tags

BASE = "/api/v1/"


class RootView(PublicView):
    """The version of the API and the addresses of its resources."""

    shape = Root
    summary = "Where to begin"
    kept = "document"

    def answer(self, values: dict[str, Any], **kwargs: Any) -> Answer:
        base = settings.PUBLIC_URL + BASE
        site = base + "sites/{site}/"
        links = Links(
            sites=base + "sites/",
            site=site,
            version=site + "version/",
            pages=site + "pages/",
            page=site + "pages/{id}/",
            resolve=site + "resolve/{?path}",
            articles=site + "articles/",
            archive=site + "articles/archive/",
            tags=site + "tags/",
            search=site + "search/{?q}",
            redirects=site + "redirects/",
            feed_json=site + "feed.json",
            feed_atom=site + "feed.atom",
            sitemap=site + "sitemap/",
            organisation=site + "organisation/",
            changes=site + "changes/",
            image=site + "images/{id}/",
            file=site + "files/{id}/",
            preview=site + "preview/{?token}",
            units=base + "organisation/units/",
            unit=base + "organisation/units/{slug}/",
            schema=base + "schema/",
            docs=base + "docs/",
        )
        text = Root(version="1", links=links).model_dump_json(by_alias=True)
        return Answer(text, (cache_tags.RELEASE,))
