"""Cache tags: what an answer is made of, in words that can be told from the request before it is made.

The same in `Surrogate-Key`, in `changes/` and in webhooks, so that a front end or a proxy purges by what it reads.
"""

from typing import Protocol
from uuid import UUID

from cms.pipeline.publish.paths import encoded

SITES = "sites"
UNITS = "units"
RELEASE = "api"  # what only a deployment changes
EVERYTHING = "everything"  # stands on no answer: a cache gives it to all that it stores (docs/operate/varnish.vcl)


def site(slug: str) -> str:
    """Everything of a site."""
    return f"site:{slug}"


def frame(slug: str) -> str:
    return f"frame:{slug}"


def version(slug: str) -> str:
    """What every change of the site alters: its version, its log, which pictures and files it shows."""
    return f"version:{slug}"


def page(identity: UUID | str) -> str:
    return f"page:{identity}"


def unit(slug: str) -> str:
    return f"unit:{slug}"


def image(identity: UUID | str) -> str:
    return f"image:{identity}"


def file(identity: UUID | str) -> str:
    return f"file:{identity}"


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
    """What a reader is told of this change on the site with this slug; `left`: a path that the thing no longer has.

    All of the site among it, for a reader who would rather forget too much.
    """
    return [site(slug), *stale(slug, change, left)]


def stale(slug: str, change: Changed, left: str = "") -> list[str]:
    """Just what is stale after it."""
    always = version(slug)
    if change.kind == "frame":
        return [always, frame(slug), SITES]
    if change.kind == "unit":
        return [always, UNITS]
    places = [where for where in (change.path, left or change.previous_path) if where]
    if change.kind == "redirect":
        # A page answers to its path whatever query comes along, until a redirect takes just that query.
        places += [where.partition("?")[0] for where in places]
    paths = [path(slug, where) for where in dict.fromkeys(places)]
    if change.kind == "redirect":
        return [always, *paths, listing(slug, "redirects")]
    names = ["pages", "articles", "redirects"] if change.type == "article" else ["pages", "redirects"]
    return [always, page(change.identity), *paths, *(listing(slug, name) for name in names)]


def of_unplaced(kind: str, identity: UUID) -> list[str]:
    """What is stale after a change of something that no site's log tells of."""
    return {"unit": [UNITS], "image": [image(identity)], "file": [file(identity)]}.get(kind, [])
