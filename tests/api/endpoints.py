"""Every endpoint once, with a sample of what it takes. A new one without a row here fails a test."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from api import urls
from tests.api.world import World, id_of, preview_token


@dataclass(frozen=True)
class Endpoint:
    """Path below /api/v1/, required query, and whether its rows hang on a site."""

    path: str
    query: dict[str, str] = field(default_factory=dict)


ENDPOINTS = {
    "root": Endpoint(""),
    "sites": Endpoint("sites/"),
    "frame": Endpoint("sites/{site}/"),
    "version": Endpoint("sites/{site}/version/"),
    "pages": Endpoint("sites/{site}/pages/"),
    "page": Endpoint("sites/{site}/pages/{page}/"),
    "resolve": Endpoint("sites/{site}/resolve/", {"path": "/allt/"}),
    "articles": Endpoint("sites/{site}/articles/"),
    "archive": Endpoint("sites/{site}/articles/archive/"),
    "redirects": Endpoint("sites/{site}/redirects/"),
    "feed_json": Endpoint("sites/{site}/feed.json"),
    "feed_atom": Endpoint("sites/{site}/feed.atom"),
    "sitemap": Endpoint("sites/{site}/sitemap/"),
    "tags": Endpoint("sites/{site}/tags/"),
    "site_unit": Endpoint("sites/{site}/organisation/"),
    "search": Endpoint("sites/{site}/search/", {"q": "artikel"}),
    "changes": Endpoint("sites/{site}/changes/"),
    "image": Endpoint("sites/{site}/images/{image}/"),
    "file": Endpoint("sites/{site}/files/{file}/"),
    "preview": Endpoint("sites/{site}/preview/", {"token": "{token}"}),
    "units": Endpoint("organisation/units/"),
    "unit": Endpoint("organisation/units/{site}/"),
    "schema": Endpoint("schema/"),
    "docs": Endpoint("docs/"),
}
OF_A_SITE = [name for name, endpoint in ENDPOINTS.items() if endpoint.path.startswith("sites/{site}/")]
LISTS = ["sites", "pages", "articles", "tags", "units", "search", "redirects"]
WITHOUT_VERSION = {"root", "schema", "docs"}  # only a deployment changes them


def sample(world: World, name: str) -> tuple[str, dict[str, str]]:
    """An address that answers, as path below /api/v1/ and query."""
    endpoint = ENDPOINTS[name]
    values = {
        "site": "vantor",
        "page": str(id_of(world.pages["article"])),
        "image": str(id_of(world.images["shown"], "image")),
        "file": str(id_of(world.documents["shown"], "file")),
    }
    query = dict(endpoint.query)
    if name == "preview":
        query["token"] = preview_token(world, world.pages["article"])
    return endpoint.path.format(**values), query


def routes() -> Iterator[tuple[str, type]]:
    """The names and views of all that answers below /api/v1/."""
    return ((one.name, one.callback.view_class) for one in urls.urlpatterns if one.name)
