"""Stream fields whose form may have been cut off or made up: what cannot be read is a 400, not a crash."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.core.exceptions import BadRequest
from wagtail.blocks import Block, StreamBlock, StreamValue
from wagtail.fields import StreamField


class SentStreamBlock(StreamBlock):
    """Wagtail reads a stream's hidden fields (how many, of which type, in which order) as if they were always there.

    A phone that lost its connection sends half a form, and a stranger whatever they like. Blocks within blocks are
    read through this one, so they are covered too.
    """

    def value_from_datadict(self, data: Mapping[str, Any], files: Mapping[str, Any], prefix: str) -> StreamValue:
        try:
            value: StreamValue = super().value_from_datadict(data, files, prefix)
            for child in value:
                UUID(child.id or "0" * 32)
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise BadRequest(f"The field “{prefix}” did not arrive whole: {error!r}") from error
        return value


def stream_field(blocks: list[tuple[str, Block]], **options: Any) -> StreamField:
    """A stream field of these blocks, named. The migrations know it as Wagtail's own."""
    return StreamField(SentStreamBlock(blocks), **options)
