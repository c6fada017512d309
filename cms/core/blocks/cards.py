"""Cards: a row of short invitations, each with picture and link."""

from typing import Any

from wagtail import blocks
from wagtail.images.blocks import ImageChooserBlock

from cms.core import references
from cms.core.blocks.base import WireBlock
from cms.core.blocks.link import LinkBlock
from cms.core.blocks.preview import PreviewedBlock
from cms.core.links import Link
from cms.media.shapes import Image
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.shape import Shape


class CardItem(Shape):
    """One card: title, a few words, perhaps a picture, perhaps a link."""

    title: str
    text: str
    image: Image | None
    link: Link | None


class Cards(Shape):
    """Cards under a heading, which may be empty."""

    heading: str
    items: list[CardItem]


class CardItemBlock(PreviewedBlock, blocks.StructBlock):
    preview_name = "card"

    title = blocks.CharBlock(max_length=100, label="Rubrik", help_text="Hela kortet leder dit länken leder.")
    text = blocks.TextBlock(required=False, rows=2, max_length=400, label="Text", help_text="En eller två meningar.")
    image = ImageChooserBlock(required=False, label="Bild", help_text="Beskärs till liggande. Får utelämnas.")
    link = LinkBlock(required=False, label="Länk")

    class Meta:
        icon = "doc-full"
        label = "Kort"
        description = "En kort inbjudan med bild och länk."

    def shape(self, value: Any, context: RenderContext) -> CardItem:
        return CardItem(
            title=value["title"],
            text=value["text"] or "",
            image=references.image_beside_text(value["image"].pk if value["image"] else None, context),
            link=self.child_blocks["link"].link(value["link"], context, value["title"]),
        )


class CardsBlock(WireBlock, blocks.StructBlock):
    wire_type = "cards"
    Value = Cards

    heading = blocks.CharBlock(required=False, max_length=100, label="Rubrik", help_text="Står ovanför korten.")
    items = blocks.ListBlock(CardItemBlock(), min_num=1, max_num=12, label="Kort")

    class Meta:
        icon = "grip"
        label = "Kort"
        description = "En rad korta inbjudningar med bild och länk."

    def shape(self, value: Any, context: RenderContext) -> Cards:
        # Not value["items"]: a StructValue is a dict, and `items` means something else on it.
        item_block = self.child_blocks["items"].child_block
        items = [item_block.shape(item, context) for item in dict.__getitem__(value, "items")]
        return Cards(heading=value["heading"] or "", items=items)
