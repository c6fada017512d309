"""What our page types declare for stock Wagtail's APIs and search: here alone, since the product has its own."""

from typing import Any

from django.apps import AppConfig

RENDITION = "fill-480x320"


class DeliveryBenchConfig(AppConfig):
    name = "tests.bench.delivery"
    label = "bench_delivery"

    def ready(self) -> None:
        """The peer answers as a project of its own would: the same information, in the quickest stock way."""
        from wagtail.api import APIField
        from wagtail.images.api.fields import ImageRenditionField
        from wagtail.images.blocks import ImageChooserBlock
        from wagtail.search import index

        from articles.models import Article
        from cms.core.page import BasePage

        picture = ImageRenditionField(RENDITION, source="image")
        Article.api_fields = [
            *(APIField(name) for name in ("lead", "date", "body", "tags")),
            APIField("image_rendition", serializer=picture),
        ]
        Article.search_fields = [*Article.search_fields, index.SearchField("lead"), index.SearchField("body")]
        # Ours asks the database where the front ends are each time, for the admin; stock's remembers.
        del BasePage.get_url_parts
        # A number is no picture: headless projects have the block answer with a rendition.
        ImageChooserBlock.get_api_representation = _rendition


def _rendition(self: object, value: Any, context: Any = None) -> dict[str, Any] | None:
    from wagtail.images.api.fields import ImageRenditionField

    return ImageRenditionField(RENDITION).to_representation(value) if value else None
