"""The shapes for readers and robots: JSON Feed 1.1, Atom, sitemap, archive."""

from typing import Literal

from pydantic import RootModel

from cms.core.shapes import Time
from cms.pipeline.publish.shape import Shape


class Month(Shape):
    """How many articles a month has; `published_from` and `published_before` are filters that list just these."""

    month: str
    count: int
    published_from: str
    published_before: str


class Archive(Shape):
    """The newest month first; months without an article are left out."""

    results: list[Month]


class FeedAuthor(Shape):
    name: str


class FeedItem(Shape):
    """https://www.jsonfeed.org/version/1.1/; what is not known is left out."""

    id: str
    url: str
    external_url: str | None = None
    title: str
    content_text: str
    image: str | None = None
    date_published: Time | None = None
    date_modified: Time | None = None
    authors: list[FeedAuthor] | None = None
    tags: list[str] | None = None
    language: str


class Feed(Shape):
    """The newest articles as JSON Feed 1.1."""

    version: Literal["https://jsonfeed.org/version/1.1"]
    title: str
    home_page_url: str
    feed_url: str
    language: str
    icon: str | None = None
    items: list[FeedItem]


class Atom(RootModel[str]):
    """The newest articles as Atom (RFC 4287)."""


class Sitemap(RootModel[str]):
    """https://www.sitemaps.org/protocol.html"""
