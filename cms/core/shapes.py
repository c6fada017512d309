"""The shapes that all pages share on the wire: what a card holds, and what a placement adds."""

from datetime import UTC, datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field

from cms.media.shapes import Image
from cms.pipeline.publish.shape import Shape


def _utc(value: datetime) -> datetime:
    return value.astimezone(UTC).replace(microsecond=0)


Time = Annotated[datetime, AfterValidator(_utc)]  # ISO 8601 in UTC with Z, whole seconds


class Tag(Shape):
    slug: str
    name: str


class Author(Shape):
    """Who wrote it; `title` may be empty. `person`: who it is in the organisation's register, if they stand there."""

    name: str
    title: str
    person: UUID | None


class Origin(Shape):
    """The site that a shared article comes from."""

    site: str
    name: str
    url: str


class Shared(Shape):
    """Where a shared page comes from, since when this site may show it, and whether its home asks this site to keep it
    from search engines."""

    from_: Origin = Field(alias="from")
    at: Time
    noindex: bool


class Crumb(Shape):
    title: str
    path: str


class Translation(Shape):
    language: str
    id: UUID
    path: str
    url: str
    title: str


class Correction(Shape):
    text: str
    at: Time


class Seo(Shape):
    """What search engines and link previews show."""

    title: str
    description: str
    image: Image | None
    noindex: bool


class CardContent(Shape):
    """What is the same on every site that shows the page."""

    id: UUID
    type: str
    label: str
    title: str
    language: str
    home_site: str
    canonical_url: str
    lead: str
    image: Image | None
    tags: list[Tag]
    authors: list[Author]
    published_at: Time | None
    updated_at: Time | None


class OnSite(Shape):
    """What a placement adds to page and card: how the page is seen on one site."""

    site: str
    path: str
    url: str
    shared: Shared | None
    introduction: str | None
    pinned: bool
    shown_at: Time


class PageOnSite(Shape):
    """What a placement adds to the whole page only."""

    breadcrumbs: list[Crumb]


class Hashed(Shape):
    """`content_hash` changes when the content does, whatever site shows it."""

    content_hash: str


class Card(Hashed, OnSite, CardContent):
    """A page in a list."""
