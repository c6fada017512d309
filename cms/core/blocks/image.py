"""Image: a picture in the text, with the description that fits here."""

from typing import Any, Literal

from wagtail import blocks

from cms.core.blocks.base import WireBlock
from cms.core.blocks.described_image import DescribedImageBlock
from cms.media.shapes import Image
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.shape import Shape


class ImageUse(Shape):
    """An image in the text. `alt` is the description for this use; empty if the image is decorative."""

    image: Image
    alt: str
    decorative: bool
    caption: str
    size: Literal["normal", "wide"]


class ImageBlock(WireBlock, DescribedImageBlock):
    wire_type = "image"
    Value = ImageUse

    size = blocks.ChoiceBlock(
        choices=[("normal", "Som texten"), ("wide", "Bred")],
        default="normal",
        label="Bredd",
        help_text="En bred bild når utanför texten på stora skärmar.",
    )

    class Meta:
        icon = "image"
        label = "Bild"
        description = "En bild i texten, gärna med en bildtext."

    def shape(self, value: Any, context: RenderContext) -> ImageUse | None:
        image = self.picture(value, context)
        if not image:
            return None
        return ImageUse(
            image=image, alt=image.alt, decorative=image.decorative, caption=value["caption"] or "", size=value["size"]
        )
