"""Accordion: questions and answers, or anything one unfolds to read."""

from typing import Any

from wagtail import blocks

from cms.core import rich_text
from cms.core.blocks.base import WireBlock
from cms.core.blocks.rich_text import NamedRichTextBlock
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.shape import Shape


class AccordionItem(Shape):
    """A line that is always seen, and the text behind it: sanitised HTML as in a paragraph."""

    title: str
    html: str


class Accordion(Shape):
    """Texts to unfold one by one."""

    items: list[AccordionItem]


class AccordionItemBlock(blocks.StructBlock):
    title = blocks.CharBlock(max_length=150, label="Rad som alltid syns", help_text="Till exempel en fråga.")
    text = NamedRichTextBlock(features=rich_text.FEATURES, label="Text som fälls ut", help_text="Svaret på frågan.")

    class Meta:
        icon = "arrow-down-big"
        label = "Rad"

    def shape(self, value: Any, context: RenderContext) -> AccordionItem:
        return AccordionItem(title=value["title"], html=rich_text.html(value["text"], context))


class AccordionBlock(WireBlock, blocks.StructBlock):
    wire_type = "accordion"
    Value = Accordion

    items = blocks.ListBlock(AccordionItemBlock(), min_num=1, max_num=30, label="Rader")

    class Meta:
        icon = "collapse-down"
        label = "Utfällbar text"
        description = "Rader som läsaren fäller ut, till exempel frågor och svar."

    def shape(self, value: Any, context: RenderContext) -> Accordion:
        # Not value["items"]: a StructValue is a dict, and `items` means something else on it.
        one = self.child_blocks["items"].child_block
        return Accordion(items=[one.shape(item, context) for item in dict.__getitem__(value, "items")])
