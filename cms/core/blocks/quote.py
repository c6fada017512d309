"""Quote: somebody's words, who said them and where."""

from typing import Any

from wagtail import blocks

from cms.core.blocks.base import WireBlock
from cms.core.blocks.link import LinkBlock
from cms.core.links import Link
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.shape import Shape


class Quote(Shape):
    """A quotation; `source` leads to where it stands."""

    text: str
    attribution: str
    source: Link | None


class QuoteBlock(WireBlock, blocks.StructBlock):
    wire_type = "quote"
    Value = Quote

    text = blocks.TextBlock(label="Citat", rows=3, help_text="Utan citattecken: de kommer av sig själva.")
    attribution = blocks.CharBlock(
        required=False, max_length=150, label="Vem säger det?", help_text="Namn, och gärna titel."
    )
    source = LinkBlock(required=False, label="Källa", help_text="Där man kan läsa det. Fyll i en av rutorna.")

    class Meta:
        icon = "openquote"
        label = "Citat"
        description = "Någons egna ord, framhävda ur texten."

    def shape(self, value: Any, context: RenderContext) -> Quote:
        source = self.child_blocks["source"].link(value["source"], context)
        return Quote(text=value["text"], attribution=value["attribution"] or "", source=source)
