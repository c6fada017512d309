"""Shapes that only the API has: envelopes, unions of all page types, problems."""

from functools import reduce
from operator import or_
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field, RootModel, create_model

from cms.core import shapes
from cms.core.links import AddressLink, PageLink
from cms.core.page import BasePage
from cms.core.page_shape import whole_page
from cms.media.document_shapes import File
from cms.media.shapes import Image
from cms.pipeline.publish.shape import Shape
from cms.sites.frame import FrameContent, SiteContent
from cms.sites.redirect_kind import RedirectContent
from organisation.shapes import UnitContent


def page_models() -> list[type[BasePage]]:
    """Every page type, in the order of their wire types."""
    return sorted(BasePage.__subclasses__(), key=lambda model: model.wire_type)


PAGE_TYPES = [model.wire_type for model in page_models()]
PAGE_SHAPES = {m.wire_type: whole_page(m.__name__, m.Content, m.wire_type) for m in page_models()}
AnyPage = Annotated[reduce(or_, PAGE_SHAPES.values()), Field(discriminator="type")]
PAGE_FIELDS = sorted({name for shape in PAGE_SHAPES.values() for name in shape.model_fields})
CARD_FIELDS = sorted(shapes.Card.model_fields)


class Frame(shapes.Hashed, FrameContent):
    """What stands around every page of a site."""


class SiteEntry(shapes.Hashed, SiteContent):
    """A site in the list of sites."""


class Unit(shapes.Hashed, UnitContent):
    """A unit of the organisation."""


class Redirect(shapes.Hashed, RedirectContent):
    """A redirect that an editor made."""


class Neighbours(Shape):
    """The articles beside this one, in the order of their dates."""

    newer: shapes.Card | None
    older: shapes.Card | None


class Included(Shape):
    """What `include` asked for; the rest is null."""

    site: Frame | None
    neighbours: Neighbours | None


def _with_included(shape: type[Shape]) -> type[Shape]:
    return create_model(shape.__name__ + "WithIncluded", __base__=shape, included=(Included | None, None))


class Page(RootModel[Annotated[reduce(or_, map(_with_included, PAGE_SHAPES.values())), Field(discriminator="type")]]):
    """A page. `included` is there if `include` was given."""


class FoundPage(Shape):
    """A page lives at the path."""

    kind: Literal["page"]
    page: AnyPage
    included: Included | None = None


class FoundRedirect(Shape):
    """The path is another spelling of an address, an old address, or one that an editor has redirected."""

    kind: Literal["redirect"]
    to: PageLink | AddressLink
    permanent: bool


class Found(RootModel[Annotated[FoundPage | FoundRedirect, Field(discriminator="kind")]]):
    """What lives at a path."""


class PageList(Shape):
    """Cards, or whole pages with `view=full`."""

    next: str | None
    previous: str | None
    count: int | None = None
    results: list[shapes.Card] | list[AnyPage]


class SiteList(Shape):
    next: str | None
    previous: str | None
    count: int | None = None
    results: list[SiteEntry]


class RedirectEntry(RedirectContent):
    """A redirect that an editor made, or an address that a page left: that has neither `id` nor `content_hash`."""

    id: UUID | None  # type: ignore[assignment]
    content_hash: str | None


class RedirectList(Shape):
    next: str | None
    previous: str | None
    count: int | None = None
    results: list[RedirectEntry]


class TagCount(Shape):
    slug: str
    name: str
    count: int


class TagList(Shape):
    next: str | None
    previous: str | None
    count: int | None = None
    results: list[TagCount]


class UnitList(Shape):
    next: str | None
    previous: str | None
    count: int | None = None
    results: list[Unit]


class Version(Shape):
    version: int


class Links(Shape):
    """Addresses of this API; {site} and the like stand for what you put there."""

    sites: str
    site: str
    version: str
    pages: str
    page: str
    resolve: str
    articles: str
    archive: str
    tags: str
    search: str
    redirects: str
    feed_json: str
    feed_atom: str
    sitemap: str
    organisation: str
    changes: str
    image: str
    file: str
    preview: str
    units: str
    unit: str
    schema_: str = Field(alias="schema")
    docs: str


class Root(Shape):
    version: str
    links: Links


class Health(Shape):
    status: Literal["ok", "unavailable"]


class PublicImage(shapes.Hashed, Image):
    """One image."""


class PublicFile(shapes.Hashed, File):
    """One file."""


class Problem(Shape):
    """RFC 9457 problem details."""

    type: str
    title: str
    status: int
    detail: str
    errors: dict[str, list[str]] | None = None
