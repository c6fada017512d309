"""The organisation page: a unit between headed sections of text."""

from django.db import models
from wagtail.admin.panels import FieldPanel

from cms.core.blocks.base import render_stream
from cms.core.blocks.body import BodyBlock, body_field
from cms.core.page import BasePage
from cms.core.page_shape import PageContent
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.houses import Address
from organisation import shapes


class OrganisationContent(PageContent):
    """A page that presents a unit, between `body` and `body_after`."""

    unit: shapes.UnitContent | None
    body_after: list[BodyBlock]


class OrganisationPage(BasePage):
    wire_type = "organisation"
    label = "sida"
    Content = OrganisationContent

    body = body_field("Innehåll före enheten")
    unit = models.ForeignKey(
        "organisation.Unit",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Enhet",
        help_text="Visas med namn, kontakt och det som hör till, mellan de två textdelarna.",
    )
    body_after = body_field("Innehåll efter enheten")

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        FieldPanel("image"),
        FieldPanel("image_alt"),
        FieldPanel("body"),
        FieldPanel("unit"),
        FieldPanel("body_after"),
    ]

    class Meta:
        verbose_name = "Organisationssida"
        verbose_name_plural = "Organisationssidor"

    def members(self, address: Address, context: RenderContext) -> dict[str, object]:
        return super().members(address, context) | {
            "body": render_stream(self.body, context, self.title),
            "unit": self._unit(context),
            "body_after": render_stream(self.body_after, context, self.title),
        }

    def _unit(self, context: RenderContext) -> shapes.UnitContent | None:
        known = self.unit and shapes.reference(self.unit, context)
        return shapes.content(self.unit, context) if known else None
