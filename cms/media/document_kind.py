"""Files as publishable things: seen where a publication mentions them."""

from collections.abc import Collection, Iterator
from typing import Any

from cms.media.document import SiteDocument
from cms.media.document_shapes import file_shape
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.kinds import Rendered, Seen


class DocumentKind:
    """A file has a publication but no placement: a site may see it while one of its publications mentions it."""

    name = "file"
    by_itself = False

    def load(self, pks: Collection[int]) -> dict[int, SiteDocument]:
        return SiteDocument.objects.in_bulk(pks)

    def render(self, document: Any, context: RenderContext) -> Rendered | None:
        shape = file_shape(document, identity=str(context.identity("file", document.pk)))
        return Rendered(type="file", body=shape) if shape else None

    def see(self, document: Any, context: RenderContext) -> Seen:
        return Seen(type="file")

    def all_pks(self) -> Iterator[int]:
        yield from SiteDocument.objects.order_by("pk").values_list("pk", flat=True).iterator()

    def below(self, pks: Collection[int]) -> dict[str, set[int]]:
        return {}
