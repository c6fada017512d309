"""The cases: who is asked what, what must be alike in the answers, and which ratio is wanted."""

from collections.abc import Callable
from dataclasses import dataclass
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

    key: str
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


def all_cases(facts: dict[str, Any], kind: str, port: int) -> list[Case]:
    """The cases of one database, `kind` "sqlite" or "postgresql"."""
    pages = Random(1).sample(facts["articles"], min(ROTATED, len(facts["articles"])))
    district = next(page["site"] for page in facts["articles"] if page["site"] != facts["national"])
    one, nation = (district, f"{district}.{facts['domain']}"), (facts["national"], facts["all_sites"])
    by_id = Side("ours", [_ours(page["site"], f"pages/{page['id']}/") for page in pages], reading.ours)
    stock_page = _stock_pages(pages, facts, "v2")
    bar = Bar(40, 60)
    found = [
        Case("page", "one page by id", by_id, stock_page, Bar(12, 20), Bar(0.45, 0.8)),
        Case("path", "one page by path", _resolved(pages), stock_page, Bar(12, 20), Bar(0.45, 0.8)),
        Case("page-v3", "one page by id", by_id, _stock_pages(pages, facts, "v3")),
        Case("cards", "20 cards", _cards(one[0]), _stock_list(one[1], CARD), bar),
        Case("pages", "20 whole pages", _cards(one[0], view="full"), _stock_list(one[1], WHOLE), bar),
        *_deep(nation, len(facts["articles"]), port),
        Case("304", "304", _unchanged(by_id.requests, port), None, bar_floor=Bar(0.6, 0.6)),
    ]
    if kind == "sqlite":
        return [*found, _search("search", "search, one site", one, Bar(100, 100))]
    return [*found, _search("search", "search, all sites' articles", nation, Bar(20, 20))]


def _ours(site: str, rest: str, **query: Any) -> Request:
    return Request(CMS, f"/api/v1/sites/{site}/{rest}" + (f"?{urlencode(query)}" if query else ""))


def _cards(site: str, **query: Any) -> Side:
    return Side("ours", [_ours(site, "articles/", limit=LIMIT, **query)], reading.ours)


def _resolved(pages: list[dict[str, Any]]) -> Side:
    return Side("ours", [_ours(page["site"], "resolve/", path=page["path"]) for page in pages], reading.ours)


def _unchanged(requests: list[Request], port: int) -> Side:
    """Readers who have what they ask for."""
    held = [Request(one.host, one.path, right(port, one).headers["etag"]) for one in requests[:50]]
    return Side("ours", held, None, status=304)


def _stock_pages(pages: list[dict[str, Any]], facts: dict[str, Any], version: str) -> Side:
    query = urlencode({"rich_text_format": "html"})
    asked = [
        Request(f"{page['site']}.{facts['domain']}", f"/api/{version}/pages/{page['pk']}/?{query}") for page in pages
    ]
    return Side(f"stock {version}", asked, reading.stock)


def _stock_list(host: str, fields: str, **more: Any) -> Side:
    """v2's alone: v3's list has no fields of a page's own type, so its answer would not be equal."""
    query = {"type": "articles.Article", "limit": LIMIT, "fields": fields}
    query |= {"rich_text_format": "html"} if fields == WHOLE else {}
    query |= {} if "search" in more else {"order": "-date"}
    return Side("stock v2", [Request(host, f"/api/v2/pages/?{urlencode(query | more)}")], reading.stock)


def _deep(nation: tuple[str, str], articles: int, port: int) -> list[Case]:
    """The same cards as far down as there are articles, against the peer's and against our own first page."""
    start = min(DEEP, (articles - LIMIT) // LIMIT * LIMIT)
    first = _cards(nation[0])
    deep = Side("ours", [_behind(first.requests[0], start, port)], reading.ours)
    name = f"20 cards from the {start:,}th on"
    peer = _stock_list(nation[1], CARD, offset=start)
    here = Side("our first page", first.requests, reading.ours)
    return [
        Case("deep", name, deep, peer, Bar(100, 100)),
        Case("deep-first", name, deep, here, Bar(1 / 1.1, 1), alike=False),
    ]


def _behind(request: Request, start: int, port: int) -> Request:
    """Where a reader is after so many cards: found by following `next`."""
    for _ in range(start // LIMIT):
        request = Request(CMS, right(port, request).json()["next"].partition(CMS)[2])
    return request


def _search(key: str, name: str, where: tuple[str, str], bar: Bar) -> Case:
    query = {"q": words.COMMON, "type": "article", "limit": LIMIT}
    mine = Side("ours", [_ours(where[0], "search/", **query)], reading.ours)
    return Case(key, name, mine, _stock_list(where[1], CARD, search=words.COMMON), bar, alike=False)
