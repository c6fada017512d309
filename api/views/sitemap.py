"""Sitemap: what robots may take in, for the front end to hand out under its own address."""

from typing import Any
from xml.sax.saxutils import escape

from api.answers import Answer
from api.feed_shapes import Sitemap
from api.views.base import SiteView
from cms.sites import cache_tags
from cms.sites.scope import Scope

MOST = 50_000  # addresses in one file, says the protocol
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'


class SitemapView(SiteView):
    """The site's own pages in every language; of more than a sitemap may hold, those that changed last.

    What others share with the site stands in theirs, where its canonical address is.
    """

    shape = Sitemap
    summary = "Sitemap"
    kept = "list"
    content_type = "application/xml"

    def site_answer(self, scope: Scope, values: dict[str, Any], **kwargs: Any) -> Answer:
        own = scope.pages().filter(shared=False, noindex=False).order_by("-updated_at", "publication_id")
        rows = own.values_list("url", "updated_at")[:MOST]
        text = HEAD + "".join(_entry(url, changed) for url, changed in rows) + "</urlset>\n"
        slug = scope.frontend.slug
        tags = (cache_tags.site(slug), cache_tags.listing(slug, "pages"))
        return Answer(text, tags, scope.version, content_type=self.content_type)


def _entry(url: str, changed: Any) -> str:
    since = f"<lastmod>{changed:%Y-%m-%dT%H:%M:%SZ}</lastmod>" if changed else ""
    return f"<url><loc>{escape(url)}</loc>{since}</url>"
