"""Cache tags: what an answer is made of, in words that can be told from the request before it is made.

The same in `Surrogate-Key`, in `changes/` and in webhooks, so that a front end or a proxy purges by what it reads.
"""

from typing import Protocol
from uuid import UUID

from cms.pipeline.publish.paths import encoded

SITES = "sites"
UNITS = "units"


def site(slug: str) -> str:
    """Everything of a site."""
    return f"site:{slug}"


def frame(slug: str) -> str:
    return f"frame:{slug}"


def page(identity: UUID | str) -> str:
    return f"page:{identity}"


def unit(slug: str) -> str:
    return f"unit:{slug}"


def path(slug: str, where: str) -> str:
    """Percent-encoded, since tags are separated by spaces."""
    return f"path:{slug}:{encoded(where)}"


def listing(slug: str, name: str) -> str:
    """What lists "pages" or "articles", or "redirects", which tell where pages are that were elsewhere."""
    return f"list:{slug}:{name}"


class Changed(Protocol):
    """What of a change says which tags are stale."""

    @property
    def kind(self) -> str: ...
    @property
    def type(self) -> str: ...
    @property
    def identity(self) -> UUID: ...
    @property
    def path(self) -> str: ...
    @property
    def previous_path(self) -> str: ...


def of_change(slug: str, change: Changed, left: str = "") -> list[str]:
    """What is stale after this change on the site with this slug; `left`: a path that the thing no longer has."""
    if change.kind == "frame":
        return [site(slug), frame(slug), SITES]
    if change.kind == "unit":
        return [site(slug), UNITS]
    paths = [path(slug, where) for where in dict.fromkeys([change.path, left or change.previous_path]) if where]
    if change.kind == "redirect":
        return [site(slug), *paths, listing(slug, "redirects")]
    names = ["pages", "articles", "redirects"] if change.type == "article" else ["pages", "redirects"]
    return [site(slug), page(change.identity), *paths, *(listing(slug, name) for name in names)]
