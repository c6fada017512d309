"""The article index: the list that articles stand in."""

from typing import Annotated, ClassVar

from wagtail.admin.panels import FieldPanel

from cms.core.blocks.base import render_stream
from cms.core.blocks.body import body_field
from cms.core.page import BasePage
from cms.core.page_shape import PageContent
from cms.core.shapes import Card
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.encode import FILLED_ON_READING, Listing
from cms.pipeline.publish.houses import Address
from cms.pipeline.publish.shape import Shape


class CardList(Shape):
    """The first cards, and where the next ones are."""

    next: str | None
    previous: str | None
    results: list[Card]


class ArticleIndexContent(PageContent):
    """A list of articles, newest first."""

    articles: Annotated[CardList, *FILLED_ON_READING]


class ArticleIndex(BasePage):
    wire_type = "article_index"
    label = "artikellista"
    Content = ArticleIndexContent

    body = body_field("Text ovanför listan")

    subpage_types: ClassVar = ["articles.Article"]

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        FieldPanel("image"),
        FieldPanel("image_alt"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = "Aktuellt (artikellista)"
        verbose_name_plural = "Artikellistor"

    def members(self, address: Address, context: RenderContext) -> dict[str, object]:
        return super().members(address, context) | {
            "body": render_stream(self.body, context, self.title),
            "articles": Listing("index", str(context.identity("page", self.pk))),
        }
