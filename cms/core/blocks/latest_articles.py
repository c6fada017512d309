"""Latest articles: the newest cards of the site, filled in when the page is read."""

from typing import Annotated, Any

from wagtail import blocks

from cms.core.blocks.base import WireBlock
from cms.core.shapes import Card
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.encode import FILLED_ON_READING, Listing
from cms.pipeline.publish.shape import Shape


class LatestArticles(Shape):
    """The site's newest articles."""

    heading: str
    articles: Annotated[list[Card], *FILLED_ON_READING]


class LatestArticlesBlock(WireBlock, blocks.StructBlock):
    wire_type = "latest_articles"
    Value = LatestArticles

    heading = blocks.CharBlock(
        required=False, max_length=100, default="Aktuellt", label="Rubrik", help_text="Står ovanför artiklarna."
    )
    count = blocks.IntegerBlock(
        min_value=1, max_value=12, default=3, label="Hur många artiklar?", help_text="Mellan 1 och 12."
    )

    class Meta:
        icon = "list-ul"
        label = "Senaste artiklarna"
        description = "De nyaste artiklarna på er webbplats; listan fylls på av sig själv."

    def shape(self, value: Any, context: RenderContext) -> LatestArticles:
        return LatestArticles(heading=value["heading"] or "", articles=Listing("latest", value["count"]))
