"""The cases: who is asked what, what must be alike in the answers, and which ratio is wanted."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from random import Random
from typing import Any
from urllib.parse import urlencode

from tests.bench.delivery import reading, words
from tests.bench.delivery.load import LoadError, Request, right
from tests.bench.delivery.reading import Fact
from tests.bench.delivery.table import Bar

CMS = "cms.bench.test"
LIMIT = 20
DEEP = 9000
ROTATED = 300  # pages that a case of single pages asks for in turn
CARD = "lead,date,tags,image_rendition"
WHOLE = f"{CARD},body"
WHOLE_QUERY = urlencode({"type": "articles.Article", "fields": WHOLE, "rich_text_format": "html"})
KEYS = ("page", "path", "page-v3", "cards", "pages", "deep", "deep-first", "304", "search", "sync")

Place = tuple[str, str]  # a site's slug, and the host at which the peer shows the same


@dataclass(frozen=True)
class Side:
    """One that answers. `read`: what its parsed answer says; None where there is no body."""

    name: str
    requests: list[Request]
    read: Callable[[Any], list[Fact]] | None
    status: int = 200


@dataclass(frozen=True)
class Case:
    """Answers a second. Without a peer it is measured against the floor alone; `alike` False where ranks may differ."""

    name: str
    ours: Side
    peer: Side | None
    bar_peer: Bar | None = None
    bar_floor: Bar | None = None
    alike: bool = True

    def check(self, port: int) -> None:
        """LoadError unless both answer as they should, and with the same facts, first and last."""
        for at in (0, -1):
            mine = self._facts(port, self.ours, at)
            theirs = self._facts(port, self.peer, at) if self.peer else None
            if theirs is None or mine is None:
                continue
            if len(mine) != len(theirs) or (self.alike and mine != theirs):
                raise LoadError(f"{self.name}: the answers differ.\nours: {mine[:2]}\npeer: {theirs[:2]}")
            if not all(words.COMMON in fact.lead and fact.addressed for fact in mine + theirs):
                raise LoadError(f"{self.name}: something lacks in what came: {mine[:2]} {theirs[:2]}")

    def _facts(self, port: int, side: Side, at: int) -> list[Fact] | None:
        answer = right(port, side.requests[at], side.status)
        return side.read(answer.json()) if side.read else None


def chosen(facts: dict[str, Any], kind: str, port: int, only: list[str]) -> Iterator[Case]:
    """The cases of one database, `kind` "sqlite" or "postgresql"; all if `only` names none."""
    pages = Random(1).sample(facts["articles"], min(ROTATED, len(facts["articles"])))
    slugs = sorted({page["site"] for page in facts["articles"]} - {facts["national"]})
    districts, nation = [(slug, f"{slug}.{facts['domain']}") for slug in slugs], (facts["national"], facts["all_sites"])
    by_id = Side("ours", [_ours(page["site"], f"pages/{page['id']}/") for page in pages], reading.ours)
    stock = partial(_stock_pages, pages, facts["domain"])
    start = min(DEEP, (len(facts["articles"]) - LIMIT) // LIMIT * LIMIT)
    page, floor, lists = Bar(12, 20), Bar(0.45, 0.8), Bar(40, 60)
    makers: dict[str, Callable[[], Case]] = {
        "page": lambda: Case("one page by id", by_id, stock("v2"), page, floor),
        "path": lambda: Case("one page by path", _resolved(pages), stock("v2"), page, floor),
        "page-v3": lambda: Case("one page by id", by_id, stock("v3")),
        "cards": lambda: Case("20 cards", _cards(districts), _stock_list(districts, CARD), lists),
        "pages": lambda: Case("20 whole pages", _cards(districts, view="full"), _stock_list(districts, WHOLE), lists),
        "deep": lambda: _deep(nation, start, port),
        "deep-first": lambda: _deep_first(nation, start, port),
        "304": lambda: Case("304", _unchanged(by_id.requests, port), None, bar_floor=Bar(0.6, 0.6)),
        "search": lambda: _search(districts if kind == "sqlite" else [nation], kind),
    }
    return (make() for key, make in makers.items() if not only or key in only)


def _ours(site: str, rest: str, **query: Any) -> Request:
    return Request(CMS, f"/api/v1/sites/{site}/{rest}" + (f"?{urlencode(query)}" if query else ""))


def _cards(places: list[Place], **query: Any) -> Side:
    return Side("ours", [_ours(slug, "articles/", limit=LIMIT, **query) for slug, _ in places], reading.ours)


def _resolved(pages: list[dict[str, Any]]) -> Side:
    return Side("ours", [_ours(page["site"], "resolve/", path=page["path"]) for page in pages], reading.ours)


def _unchanged(requests: list[Request], port: int) -> Side:
    """Readers who have what they ask for."""
    held = [Request(one.host, one.path, right(port, one).headers["etag"]) for one in requests[:50]]
    return Side("ours", held, None, status=304)


def _stock_pages(pages: list[dict[str, Any]], domain: str, version: str) -> Side:
    path = f"/api/{version}/pages/{{}}/?rich_text_format=html"
    asked = [Request(f"{page['site']}.{domain}", path.format(page["pk"])) for page in pages]
    return Side(f"stock {version}", asked, reading.stock)


def _stock_list(places: list[Place], fields: str, **more: Any) -> Side:
    """v2's alone: v3's list has no fields of a page's own type, so its answer would not be equal."""
    query = {"type": "articles.Article", "limit": LIMIT, "fields": fields}
    query |= {"rich_text_format": "html"} if fields == WHOLE else {}
    query |= {} if "search" in more else {"order": "-date"}
    path = f"/api/v2/pages/?{urlencode(query | more)}"
    return Side("stock v2", [Request(host, path) for _, host in places], reading.stock)


def _deep(nation: Place, start: int, port: int) -> Case:
    """The cards so far down, against the peer's."""
    peer = _stock_list([nation], CARD, offset=start)
    return Case(_from(start), _behind(nation, start, port), peer, Bar(100, 100))


def _deep_first(nation: Place, start: int, port: int) -> Case:
    """The same against our own first page."""
    here = Side("our first page", _cards([nation]).requests, reading.ours)
    return Case(_from(start), _behind(nation, start, port), here, Bar(1 / 1.1, 1), alike=False)


def _from(start: int) -> str:
    return f"20 cards from the {start:,}th on"


def _behind(nation: Place, start: int, port: int) -> Side:
    """Where a reader is after so many cards: found by following `next`."""
    request = _cards([nation]).requests[0]
    for _ in range(start // LIMIT):
        request = Request(CMS, right(port, request).json()["next"].partition(CMS)[2])
    return Side("ours", [request], reading.ours)


def _search(places: list[Place], kind: str) -> Case:
    """One site's articles; on PostgreSQL those of all sites, which would keep the peer busy for too long on SQLite."""
    query = {"q": words.COMMON, "type": "article", "limit": LIMIT}
    mine = Side("ours", [_ours(slug, "search/", **query) for slug, _ in places], reading.ours)
    peer = _stock_list(places, CARD, search=words.COMMON)
    if kind == "sqlite":
        return Case("search, one site", mine, peer, Bar(100, 100), alike=False)
    return Case("search, all sites' articles", mine, peer, Bar(20, 20), alike=False)
