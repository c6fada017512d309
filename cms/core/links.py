"""Link: a reference to a page, a file or an address, as front ends see it."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from cms.pipeline.publish.shape import Shape


class PageLink(Shape):
    """A public page. Route by `path` when `site` is yours, by `url` otherwise."""

    kind: Literal["page"] = "page"
    type: str
    id: UUID
    site: str
    path: str
    url: str
    title: str
    available: Literal[True] = True


class FileLink(Shape):
    """A file to download. `type` is its MIME type."""

    kind: Literal["file"] = "file"
    type: str
    id: UUID
    site: None = None
    path: None = None
    url: str
    title: str
    available: Literal[True] = True


class AddressLink(Shape):
    """An address outside Grenverk: `https:`, `mailto:` or `tel:`."""

    kind: Literal["external", "email", "phone"]
    type: None = None
    id: None = None
    site: None = None
    path: None = None
    url: str
    title: str
    available: Literal[True] = True


class UnavailableLink(Shape):
    """A target that is not public, or never was: nothing about it is told."""

    kind: Literal["page", "file"] = "page"
    available: Literal[False] = False


Link = Annotated[PageLink | FileLink | AddressLink | UnavailableLink, Field(title="Link")]
