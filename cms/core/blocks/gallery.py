"""Gallery: several pictures that belong together."""

from typing import Any

from wagtail import blocks

from cms.core.blocks.base import WireBlock
from cms.core.blocks.described_image import DescribedImageBlock
from cms.media.shapes import Image
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.shape import Shape


class GalleryImage(Shape):
    """One picture. `alt` is the description for this use; empty if the image is decorative."""

    image: Image
    alt: str
    decorative: bool
    caption: str


class Gallery(Shape):
    """Pictures in the editor's order. Empty only between a picture's withdrawal and the next render."""

    images: list[GalleryImage]


class GalleryImageBlock(DescribedImageBlock):
    class Meta:
        icon = "image"
        label = "Bild"

    def shape(self, value: Any, context: RenderContext) -> GalleryImage | None:
        image = self.picture(value, context)
        if not image:
            return None
        return GalleryImage(image=image, alt=image.alt, decorative=image.decorative, caption=value["caption"] or "")


class GalleryBlock(WireBlock, blocks.StructBlock):
    wire_type = "gallery"
    Value = Gallery

    images = blocks.ListBlock(GalleryImageBlock(), min_num=2, max_num=24, label="Bilder")

    class Meta:
        icon = "folder-open-inverse"
        label = "Bildgalleri"
        description = "Flera bilder som hör ihop, till exempel från ett möte."

    def shape(self, value: Any, context: RenderContext) -> Gallery | None:
        one = self.child_blocks["images"].child_block
        images = [image for image in (one.shape(item, context) for item in value["images"]) if image]
        return Gallery(images=images) if images else None
