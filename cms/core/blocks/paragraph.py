"""Paragraph: running text."""

from typing import Any

from cms.core import rich_text
from cms.core.blocks.base import WireBlock
from cms.core.blocks.rich_text import NamedRichTextBlock
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.shape import Shape


class Paragraph(Shape):
    """Sanitised HTML: p, br, b, strong, i, em, a, ul, ol, li."""

    html: str


class ParagraphBlock(WireBlock, NamedRichTextBlock):
    wire_type = "paragraph"
    Value = Paragraph
    canonical_module_path = "cms.core.blocks.paragraph.ParagraphBlock"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"features": rich_text.FEATURES} | kwargs)

    class Meta:
        icon = "pilcrow"
        label = "Text"
        description = "Löpande text med länkar, listor och ord i fetstil."

    def shape(self, value: Any, context: RenderContext) -> Paragraph:
        return Paragraph(html=rich_text.html(value, context))
