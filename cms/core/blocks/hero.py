"""Hero: a large invitation with picture and buttons. The welcome page begins with one."""

from typing import Any

from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from cms.core import references, rich_text
from cms.core.blocks.base import WireBlock
from cms.core.blocks.button import Button, ButtonBlock
from cms.core.blocks.rich_text import NamedRichTextBlock
from cms.media.shapes import Image
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.shape import Shape


class Hero(Shape):
    """A large invitation. `text` is sanitised HTML; the image beside it is decoration where it has no `alt`."""

    heading: str
    text: str
    image: Image | None
    buttons: list[Button]


class HeroBlock(WireBlock, blocks.StructBlock):
    wire_type = "hero"
    Value = Hero

    heading = blocks.CharBlock(max_length=120, label="Rubrik", help_text="Kort: den visas mycket stor.")
    text = NamedRichTextBlock(
        required=False, features=rich_text.FEATURES, label="Text", help_text="En eller två meningar."
    )
    image = ImageChooserBlock(required=False, label="Bild", help_text="Visas bredvid texten, på en telefon ovanför.")
    buttons = blocks.ListBlock(ButtonBlock(), min_num=0, max_num=3, default=[], label="Knappar", help_text="Högst tre.")

    class Meta:
        icon = "pick"
        label = "Stor puff"
        description = "En stor inbjudan med rubrik, bild och knappar."

    def shape(self, value: Any, context: RenderContext) -> Hero:
        one = self.child_blocks["buttons"].child_block
        return Hero(
            heading=value["heading"],
            text=rich_text.html(value["text"], context) if value["text"] else "",
            image=references.image_beside_text(value["image"].pk if value["image"] else None, context),
            buttons=[one.shape(button, context) for button in value["buttons"]],
        )
