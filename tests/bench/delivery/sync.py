"""A front end that begins: everything of a site, page by page, until the last byte is there.

What the reader then makes of the bytes is left out of the time, on both sides: it is the reader's own language's, and
Python's takes longer to parse 170 MB than we to send them.
"""

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


Read = Callable[[Any], tuple[list[str], str]]  # a parsed answer's titles, and where to go on; "" at the end


def ours(port: int, host: str, site: str) -> Synced:
    """The initial sync with data."""

    def request(cursor: str) -> Request:
        query = {"include": "data", "limit": OURS_A_PAGE} | ({"since": cursor} if cursor else {})
        return Request(host, f"/api/v1/sites/{site}/changes/?{urlencode(query)}")

    def read(answer: Any) -> tuple[list[str], str]:
        titles = [change["data"]["title"] for change in answer["changes"] if change["type"] == "article"]
        return titles, answer["cursor"] if answer["more"] else ""

    return _walk(port, request, read)


def stock(port: int, host: str, query: str, limit: int) -> Synced:
    """The same from stock v2's list, `limit` articles a page."""
    begin = 0

    def request(cursor: str) -> Request:
        return Request(host, f"/api/v2/pages/?{query}&order=id&limit={limit}&offset={cursor or 0}")

    def read(answer: Any) -> tuple[list[str], str]:
        nonlocal begin
        begin += limit
        return [item["title"] for item in answer["items"]], str(begin) if begin < answer["meta"]["total_count"] else ""

    return _walk(port, request, read)


def _walk(port: int, request: Callable[[str], Request], read: Read) -> Synced:
    titles: set[str] = set()
    seconds, cursor = 0.0, ""
    while True:
        answer = right(port, request(cursor))
        seconds += answer.seconds
        found, cursor = read(answer.json())
        titles.update(found)
        if not cursor:
            return Synced(seconds, titles)
