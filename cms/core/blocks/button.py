"""Button: a link that is meant to be pressed."""

from typing import Any, Literal

from wagtail import blocks

from cms.core.blocks.base import WireBlock
from cms.core.blocks.link import LinkBlock
from cms.core.links import Link
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.shape import Shape


class Button(Shape):
    """A button. Leave it out where its link is unavailable."""

    label: str
    link: Link
    style: Literal["primary", "secondary"]


class ButtonBlock(WireBlock, blocks.StructBlock):
    wire_type = "button"
    Value = Button

    label = blocks.CharBlock(
        max_length=60, label="Text på knappen", help_text="Vad som händer: Bli medlem, Läs programmet."
    )
    link = LinkBlock(label="Länk")
    style = blocks.ChoiceBlock(
        choices=[("primary", "Framhävd"), ("secondary", "Diskret")],
        default="primary",
        label="Utseende",
        help_text="Framhäv bara det viktigaste på sidan.",
    )

    class Meta:
        icon = "link-external"
        label = "Knapp"
        description = "En länk som ska synas, till exempel till Bli medlem."

    def shape(self, value: Any, context: RenderContext) -> Button:
        link = self.child_blocks["link"].required_link(value["link"], context, value["label"])
        return Button(label=value["label"], link=link, style=value["style"])
