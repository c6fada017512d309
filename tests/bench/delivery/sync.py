"""A front end that begins: everything of a site, page by page, parsed and kept."""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from tests.bench.delivery.load import Request, right

OURS_A_PAGE = 500


@dataclass(frozen=True)
class Synced:
    """What a walk took (seconds), and the titles of the articles that it brought."""

    seconds: float
    titles: set[str]


def ours(port: int, host: str, site: str) -> Synced:
    """The initial sync with data."""

    def step(cursor: str) -> tuple[list[str], str]:
        query = {"include": "data", "limit": OURS_A_PAGE} | ({"since": cursor} if cursor else {})
        answer = _json(port, Request(host, f"/api/v1/sites/{site}/changes/?{urlencode(query)}"))
        titles = [change["data"]["title"] for change in answer["changes"] if change["type"] == "article"]
        return titles, answer["cursor"] if answer["more"] else ""

    return _walk(step)


def stock(port: int, host: str, query: str, limit: int) -> Synced:
    """The same from stock v2's list, `limit` articles a page."""

    def step(cursor: str) -> tuple[list[str], str]:
        begin = int(cursor or 0)
        answer = _json(port, Request(host, f"/api/v2/pages/?{query}&order=id&limit={limit}&offset={begin}"))
        there = begin + limit < answer["meta"]["total_count"]
        return [item["title"] for item in answer["items"]], str(begin + limit) if there else ""

    return _walk(step)


def _walk(step: Callable[[str], tuple[list[str], str]]) -> Synced:
    titles: set[str] = set()
    started, cursor = time.perf_counter(), ""
    while True:
        found, cursor = step(cursor)
        titles.update(found)
        if not cursor:
            return Synced(time.perf_counter() - started, titles)


def _json(port: int, request: Request) -> Any:
    return json.loads(right(port, request).body)
