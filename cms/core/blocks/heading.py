"""Heading: a subheading of the text, with an anchor to link to."""

from typing import Any, Literal

from django.utils.text import slugify
from wagtail import blocks

from cms.core.blocks.base import WireBlock
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.shape import Shape


class Heading(Shape):
    """A subheading. `anchor` is unique on its page."""

    text: str
    level: Literal[2, 3]
    anchor: str


class HeadingBlock(WireBlock, blocks.StructBlock):
    wire_type = "heading"
    Value = Heading

    text = blocks.CharBlock(max_length=150, label="Text", help_text="Några få ord om det som följer.")
    level = blocks.ChoiceBlock(
        choices=[("2", "Mellanrubrik"), ("3", "Mindre mellanrubrik")],
        default="2",
        label="Storlek",
        help_text="Den mindre står under en mellanrubrik.",
    )

    class Meta:
        icon = "title"
        label = "Mellanrubrik"
        description = "Delar upp en lång text, så att läsaren hittar rätt."

    def shape(self, value: Any, context: RenderContext) -> Heading:
        anchor = context.unique(slugify(value["text"]) or "del")
        return Heading(text=value["text"], level=int(value["level"]), anchor=anchor)
