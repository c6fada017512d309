"""The content page ("sida"): a text that stands for itself."""

from wagtail.admin.panels import FieldPanel

from cms.core.blocks.base import render_stream
from cms.core.blocks.body import body_field
from cms.core.page import BasePage
from cms.core.page_shape import PageContent
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.houses import Address


class ContentPage(BasePage):
    wire_type = "page"
    label = "sida"
    Content = PageContent

    body = body_field()

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("lead"),
        FieldPanel("image"),
        FieldPanel("image_alt"),
        FieldPanel("body"),
    ]

    class Meta:
        verbose_name = "Sida"
        verbose_name_plural = "Sidor"

    def members(self, address: Address, context: RenderContext) -> dict[str, object]:
        return super().members(address, context) | {"body": render_stream(self.body, context, self.title)}
