"""The shape that every page type extends, and the whole page as a site answers it."""

from functools import cache
from typing import Literal

from pydantic import create_model

from cms.core import shapes
from cms.core.blocks.body import BodyBlock
from cms.pipeline.publish.shape import Shape


class PageContent(shapes.CardContent):
    """What a page holds wherever it is seen."""

    translations: list[shapes.Translation]
    body: list[BodyBlock]
    first_published_at: shapes.Time | None
    correction: shapes.Correction | None
    seo: shapes.Seo


@cache
def whole_page(name: str, content: type[Shape], wire_type: str) -> type[Shape]:
    """The page as the API answers it: its content, where it is on this site, its hash, its type spelled out."""
    return create_model(
        name,
        __base__=(shapes.Hashed, shapes.PageOnSite, shapes.OnSite, content),
        __doc__=content.__doc__,
        type=(Literal[wire_type], ...),
    )
