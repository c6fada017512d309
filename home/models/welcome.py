"""The welcome page: a site's front door."""

from typing import Annotated

from django.core.validators import MaxValueValidator
from django.db import models
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField

from cms.core import references, rich_text
from cms.core.blocks.base import render_stream
from cms.core.blocks.body import body_field
from cms.core.blocks.button import ButtonBlock
from cms.core.blocks.cards import CardItem, CardItemBlock
from cms.core.blocks.hero import Hero
from cms.core.blocks.stream import stream_field
from cms.core.page import BasePage
from cms.core.page_shape import PageContent
from cms.core.shapes import Card
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.encode import FILLED_ON_READING, Listing
from cms.pipeline.publish.errors import RenderRefused
from cms.pipeline.publish.houses import Address
from cms.pipeline.publish.shape import Shape


class WelcomeContent(PageContent):
    """A site's start page."""

    hero: Hero
    latest_articles: Annotated[list[Card], *FILLED_ON_READING]
    engage: list[CardItem]
    closing: str


class WelcomePage(BasePage):
    wire_type = "welcome"
    label = "startsida"
    Content = WelcomeContent

    hero_heading = models.CharField("Rubrik", max_length=120, blank=True, help_text="Lämna tomt för sidans titel.")
    hero_text = RichTextField("Välkomsttext", blank=True, features=rich_text.FEATURES)
    hero_buttons = stream_field([("button", ButtonBlock())], blank=True, max_num=3, verbose_name="Knappar")
    latest_count = models.PositiveSmallIntegerField(
        "Antal artiklar under Aktuellt",
        default=3,
        validators=[MaxValueValidator(12)],  # none below zero: the field's own
        help_text="Högst 12. Skriv 0 för att inte visa några.",
    )
    engage = stream_field([("card", CardItemBlock())], blank=True, max_num=8, verbose_name="Engagera dig")
    body = body_field("Mer innehåll")
    closing = models.CharField("Avslutande rad", max_length=200, blank=True)

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldPanel("hero_heading"),
                FieldPanel("hero_text"),
                FieldPanel("image"),
                FieldPanel("image_alt"),
                FieldPanel("hero_buttons"),
            ],
            heading="Överst på sidan",
        ),
        FieldPanel("lead"),
        FieldPanel("latest_count"),
        FieldPanel("engage"),
        FieldPanel("body"),
        FieldPanel("closing"),
    ]

    class Meta:
        verbose_name = "Startsida"
        verbose_name_plural = "Startsidor"

    def members(self, address: Address, context: RenderContext) -> dict[str, object]:
        return super().members(address, context) | {
            "hero": Hero(
                heading=self.hero_heading or self.title,
                text=rich_text.html(self.hero_text, context),
                image=references.image(self.image_id, context, alt=self.image_alt),
                buttons=self._each(self.hero_buttons, context),
            ),
            "latest_articles": Listing("latest", self.latest_count),
            "engage": self._each(self.engage, context),
            "body": render_stream(self.body, context, self.title),
            "closing": self.closing,
        }

    def _each(self, stream: object, context: RenderContext) -> list[Shape]:
        """The values of a stream of one block type, without the blocks' wrapping."""
        shapes = []
        for bound in stream:
            try:
                shapes.append(bound.block.shape(bound.value, context))
            except Exception as error:
                if not context.preview:
                    raise RenderRefused(self.title, str(bound.block.label), repr(error)) from error
        return shapes
