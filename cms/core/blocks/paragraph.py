"""Paragraph: running text."""

from typing import Any

from wagtail import blocks

from cms.core import rich_text
from cms.core.blocks.base import WireBlock
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.shape import Shape


class Paragraph(Shape):
    """Sanitised HTML: p, br, b, strong, i, em, a, ul, ol, li."""

    html: str


class ParagraphBlock(WireBlock, blocks.RichTextBlock):
    wire_type = "paragraph"
    Value = Paragraph

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"features": rich_text.FEATURES} | kwargs)

    class Meta:
        icon = "pilcrow"
        label = "Text"
        description = "Löpande text med länkar, listor och ord i fetstil."

    def shape(self, value: Any, context: RenderContext) -> Paragraph:
        return Paragraph(html=rich_text.html(value, context))
