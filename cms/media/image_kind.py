"""Images as publishable things: public as soon as their ladder stands, seen where a publication shows them."""

from collections.abc import Collection, Iterator
from typing import Any

from cms.media.models import SiteImage
from cms.media.shapes import image_shape
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.kinds import Rendered, Seen


class ImageKind:
    """An image has a publication but no placement: a site may see it while one of its publications shows it."""

    name = "image"
    by_itself = False

    def load(self, pks: Collection[int]) -> dict[int, SiteImage]:
        return {image.pk: image for image in SiteImage.objects.filter(pk__in=pks).prefetch_related("ladder")}

    def render(self, image: Any, context: RenderContext) -> Rendered | None:
        shape = image_shape(image, identity=str(context.identity("image", image.pk)))
        return Rendered(type="image", body=shape) if shape else None

    def see(self, image: Any, context: RenderContext) -> Seen:
        return Seen(type="image")

    def all_pks(self) -> Iterator[int]:
        yield from SiteImage.objects.order_by("pk").values_list("pk", flat=True).iterator()

    def below(self, pks: Collection[int]) -> dict[str, set[int]]:
        return {}
