"""A picture with the description that fits where it is used: what image and gallery have in common."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageChooserBlock

from cms.core import references
from cms.media.guard import UNDESCRIBED
from cms.media.shapes import Image
from cms.pipeline.publish.context import RenderContext


class DescribedImageBlock(blocks.StructBlock):
    """A picture that is published only with a description, of its own or of its use, or as mere decoration."""

    image = ImageChooserBlock(label="Bild")
    alt = blocks.CharBlock(
        required=False,
        max_length=250,
        label="Beskrivning av bilden (alt-text)",
        help_text="Berätta vad bilden visar för den som inte ser den. Lämna tomt om bildens egen beskrivning passar.",
    )
    decorative = blocks.BooleanBlock(
        required=False,
        default=False,
        label="Bilden är bara dekoration",
        help_text="Kryssa i om bilden inte säger något som inte redan står i texten.",
    )
    caption = blocks.CharBlock(
        required=False,
        max_length=250,
        label="Bildtext",
        help_text="Syns under bilden. Fotografens namn kommer av sig självt.",
    )

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        picture = cleaned.get("image")
        described = cleaned["decorative"] or cleaned["alt"] or (picture and picture.is_described)
        if picture and not described and not self.is_deferred_validation:
            raise StructBlockValidationError(block_errors={"alt": ValidationError(UNDESCRIBED)})
        return cleaned

    def picture(self, value: Any, context: RenderContext) -> Image | None:
        """The image as it is used here; None if there is none to show."""
        picture = value["image"]
        if not picture:
            return None
        decorative = True if value["decorative"] else None
        return references.image(picture.pk, context, alt=value["alt"], decorative=decorative)
