"""Image: a picture in the text, with the description that fits here."""

from typing import Any, Literal

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageChooserBlock

from cms.core import references
from cms.core.blocks.base import WireBlock
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


class ImageBlock(WireBlock, blocks.StructBlock):
    wire_type = "image"
    Value = ImageUse

    image = ImageChooserBlock(label="Bild")
    alt = blocks.CharBlock(
        required=False,
        max_length=250,
        label="Beskrivning av bilden (alt-text)",
        help_text="Berätta vad bilden visar för den som inte ser den. Lämna tomt om bildens egen beskrivning passar.",
    )
    decorative = blocks.BooleanBlock(required=False, default=False, label="Bilden är bara dekoration")
    caption = blocks.CharBlock(required=False, max_length=250, label="Bildtext")
    size = blocks.ChoiceBlock(choices=[("normal", "Som texten"), ("wide", "Bred")], default="normal", label="Bredd")

    class Meta:
        icon = "image"
        label = "Bild"

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        picture = cleaned.get("image")
        described = (
            cleaned["decorative"] or cleaned["alt"] or (picture and (picture.description or picture.is_decorative))
        )
        if picture and not described and not self.is_deferred_validation:
            raise StructBlockValidationError(
                block_errors={"alt": ValidationError("Beskriv bilden, eller markera att den bara är dekoration.")}
            )
        return cleaned

    def shape(self, value: Any, context: RenderContext) -> ImageUse | None:
        picture = value["image"]
        image = picture and references.image(
            picture.pk, context, alt=value["alt"], decorative=True if value["decorative"] else None
        )
        if not image:
            return None
        return ImageUse(
            image=image, alt=image.alt, decorative=image.decorative, caption=value["caption"] or "", size=value["size"]
        )
