"""The article."""

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils import timezone
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel, MultiFieldPanel

from articles.authors_panel import AuthorsPanel
from cms.core import shapes
from cms.core.blocks.base import render_stream
from cms.core.blocks.body import body_field
from cms.core.page import BasePage
from cms.core.page_shape import PageContent
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.houses import Address
from cms.pipeline.publish.kinds import Placed

if TYPE_CHECKING:
    from articles.sharing.beside import Beside

FUTURE_DATE = (
    "Datumet ligger i framtiden. Lämna det tomt, tryck på ”Välj dag” i panelen ”Läge” och sedan på "
    "”Publicera senare” i stället för ”Publicera”."
)


class ArticleContent(PageContent):
    """An article."""


class ArticleTag(TaggedItemBase):
    content_object = ParentalKey("articles.Article", on_delete=models.CASCADE, related_name="tagged_items")


class Article(BasePage):
    wire_type = "article"
    label = "artikel"
    definite = "Artikeln"
    Content = ArticleContent
    read_together: ClassVar = ("tags", "authors", "share")

    body = body_field()
    tags = ClusterTaggableManager(through=ArticleTag, blank=True, verbose_name="Ämnen")
    date = models.DateTimeField(
        "Datum", null=True, blank=True, help_text="Visas på artikeln. Lämna tomt för dagen då den publiceras."
    )
    correction_text = models.TextField(
        "Rättelse", blank=True, max_length=500, help_text="Vad som var fel och vad som gäller. Visas under ingressen."
    )
    correction_at = models.DateTimeField("Rättad", null=True, blank=True, editable=False)

    parent_page_types: ClassVar = ["articles.ArticleIndex"]
    subpage_types: ClassVar = []

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        FieldPanel("image"),
        FieldPanel("image_alt"),
        FieldPanel("body"),
        FieldPanel(
            "tags",
            classname="collapsed",
            help_text="Samlar artiklar som handlar om samma sak, till exempel Skola eller Bostäder. Skriv ett ämne och "
            "tryck på Retur. Finns ämnet redan föreslås det medan du skriver.",
        ),
        AuthorsPanel("authors", label="Skribent", heading="Skribenter", classname="collapsed"),
        MultiFieldPanel(
            [FieldPanel("date"), FieldPanel("correction_text")], heading="Datum och rättelse", classname="collapsed"
        ),
    ]

    class Meta:
        verbose_name = "Artikel"
        verbose_name_plural = "Artiklar"

    def clean(self) -> None:
        super().clean()
        if self.date and self.date > timezone.now():
            raise ValidationError({"date": FUTURE_DATE})
        self._date_correction()

    def save(self, *args: object, **kwargs: object) -> object:
        self._date_correction()
        return super().save(*args, **kwargs)

    def _date_correction(self) -> None:
        """It keeps the date of the day when it was first written."""
        if not self.correction_text:
            self.correction_at = None
        elif not self.correction_at:
            self.correction_at = timezone.now()

    def published_time(self) -> datetime | None:
        return self.date or self.first_published_at

    beside: "Beside | None" = None  # what else may want its address, where many are loaded at once

    @classmethod
    def read_more(cls, pages: list[Any]) -> None:
        """Sharing is read of those that are shared, which most are not."""
        from articles.sharing import carried

        super().read_more(pages)
        carried.read(pages)

    def carried(self, own: Placed, context: RenderContext) -> tuple[Placed, ...]:
        from articles.sharing import carried

        return tuple(carried.places(self, own, context))

    def wire_tags(self, context: RenderContext) -> list[shapes.Tag]:
        tags = context.once(("tags", self.pk), lambda: sorted(self.tags.all(), key=lambda tag: tag.slug))
        for tag in tags:
            context.depend("tag", tag.pk)
        return [shapes.Tag(slug=tag.slug, name=tag.name) for tag in tags]

    def wire_authors(self, context: RenderContext) -> list[shapes.Author]:
        found = [author.shape(context) for author in self.authors.all()]
        return [author for author in found if author]

    def members(self, address: Address, context: RenderContext) -> dict[str, object]:
        correction = None
        if self.correction_text and self.correction_at:
            correction = shapes.Correction(text=self.correction_text, at=self.correction_at)
        return super().members(address, context) | {
            "body": render_stream(self.body, context, self.title),
            "correction": correction,
        }
