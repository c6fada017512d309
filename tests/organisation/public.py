"""All that a stranger can read of two sites: every endpoint there is, also with all that it adds when it is asked.

The endpoints are those of the API's own tests, so a new one is walked without being named here.
"""

from collections.abc import Iterator
from typing import Any

from django.db.models import Model
from django.test import Client

from cms.pipeline.publish.models import Change, PastPath, Placement, PlacementTag, Publication, SearchText
from tests.api.endpoints import ENDPOINTS

SITES = ("vantor", "varmland")
ALL = {"limit": "100"}
# Besides what is asked of it without a query, where it may be asked without one.
MORE: dict[str, list[dict[str, str]]] = {
    "units": [ALL],
    "pages": [ALL | {"language": "*"}, ALL | {"language": "*", "view": "full"}],
    "articles": [ALL | {"language": "*"}, ALL | {"language": "*", "view": "full"}],
    "page": [{"include": "site,neighbours"}],
    "changes": [{"limit": "500", "include": "data"}],
    "redirects": [ALL],
    "tags": [ALL],
}
WITH_A_TOKEN = {"preview"}  # of a draft, for whoever was given it; a stranger reads none
# What is derived for the public, by the columns that hold words.
STORED: dict[type[Model], list[str]] = {
    Placement: ["overlay", "page_overlay", "path", "url"],
    PlacementTag: ["slug", "name"],
    SearchText: ["title", "lead", "text"],
    Change: ["path", "previous_path", "url"],
    PastPath: ["path"],
}


def answers(client: Client, words: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """The name of each endpoint with what it answered. `words` are searched for."""
    found = []
    for name, path, query in dict.fromkeys(_asked(words)):
        answer = client.get(f"/api/v1/{path}", dict(query))
        assert answer.status_code in ((200, 404) if name in ("image", "site_unit", "unit") else (200,)), (path, query)
        found.append((name, answer.content.decode()))
    return found


def stored(kept: tuple[str, ...] = ()) -> list[str]:
    """The rows that could become an answer. `kept`: kinds of publications that are left out.

    An image's is left out too: its words are the editors' own, and no address answers with it while nothing shows it.
    """
    publications = Publication.objects.exclude(kind__in=["image", *kept])
    rows: list[Any] = list(publications.values_list("body", "card", "anchor", "failure"))
    for model, columns in STORED.items():
        rows += model._default_manager.values_list(*columns)
    return ["\n".join(row) for row in rows]


def _asked(words: tuple[str, ...]) -> Iterator[tuple[str, str, tuple[tuple[str, str], ...]]]:
    """Name, path below /api/v1/ and query of every call."""
    for name, endpoint in ENDPOINTS.items():
        if name in WITH_A_TOKEN:
            continue
        for site in SITES:
            for values in _things(name, site):
                for query in _queries(name, site, words):
                    yield name, endpoint.path.format(site=site, **values), tuple(query.items())


def _things(name: str, site: str) -> list[dict[str, str]]:
    """What an address names besides the site: all pages of the site, all images and files of the installation."""
    if name == "page":
        placed = Placement.objects.filter(kind="page", site__frontend__slug=site)
        return [{"page": str(pk)} for pk in placed.values_list("publication", flat=True)]
    if name in ("image", "file"):
        return [{name: str(pk)} for pk in Publication.objects.filter(kind=name).values_list("pk", flat=True)]
    return [{}]


def _queries(name: str, site: str, words: tuple[str, ...]) -> list[dict[str, str]]:
    if name == "search":
        return [{"q": word} for word in words]
    if name == "resolve":
        paths = Placement.objects.filter(site__frontend__slug=site).exclude(path="").values_list("path", flat=True)
        return [{"path": path, "include": "site,neighbours"} for path in paths]
    return [{}, *MORE.get(name, [])]
