"""Indexes: the article lists of all sites, where what they carry stands. Read once a batch."""

from collections import defaultdict

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page

from articles.models.carriage import Carriage
from articles.models.index import ArticleIndex
from cms.core.references import base_pages
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.houses import Address


class Indexes:
    """The public article lists by site, in the order of the tree."""

    def __init__(self, context: RenderContext) -> None:
        self._by_site: dict[int, list[tuple[Page, Address]]] = defaultdict(list)
        kind = ContentType.objects.get_for_model(ArticleIndex)
        for page in base_pages().filter(content_type=kind, live=True).order_by("path"):
            address = context.houses.locate(page.path, page.url_path)
            if address and not context.private(page.path):
                self._by_site[address.house.site_id].append((page, address))

    @classmethod
    def of(cls, context: RenderContext) -> "Indexes":
        return context.once("article indexes", lambda: cls(context))

    def find(self, site_id: int, language: str, carriage: Carriage | None) -> tuple[Page, Address] | None:
        """The one that the site chose for an article, else its first in the article's language, else its first."""
        here = self._by_site[site_id]
        chosen = [one for one in here if carriage and one[0].pk == carriage.under_id]
        own = [one for one in here if one[1].root.language == language]
        return next(iter(chosen or own or here), None)
