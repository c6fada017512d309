"""Asking, in a process of its own with one database: `python -m tests.bench.scale.figures FACTS OUT`.

The whole stack answers in the process (middleware, throttle, view), without a socket: what grows with the tables is
seen at once, and nothing else is measured.
"""

import json
import sys
import time
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import urlencode

import django

django.setup()

from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

DEEP = 9000
LIMIT = 20
SYNCED = 100  # changes in one answer
HOST = "cms.bench.test"
# As the proxy before the server says it.
HEADERS = {"HTTP_HOST": HOST, "HTTP_X_FORWARDED_PROTO": "https", "HTTP_X_FORWARDED_FOR": "198.51.100.7"}


def measured(facts: dict[str, Any], times: int) -> dict[str, dict[str, Any]]:
    """Each case: the seconds of every request, how many queries one takes, and a hash of what was told."""
    return {name: _asked(addresses, times) for name, addresses in _cases(facts).items()}


def _cases(facts: dict[str, Any]) -> dict[str, list[str]]:
    nation = facts["national"]
    some = Random(1).sample(facts["articles"], min(50, len(facts["articles"])))
    first = _address(nation, "articles/", limit=LIMIT)
    start = min(DEEP, (len(facts["articles"]) - LIMIT) // 100 * 100)
    return {
        "one page by id": [_address(one["site"], f"pages/{one['id']}/") for one in some],
        "20 cards": [first] + [_address(one["site"], "articles/", limit=LIMIT) for one in some],
        f"20 cards from the {start:,}th on": [_behind(nation, start)],
        f"sync, {SYNCED} changes with data": [_address(nation, "changes/", include="data", limit=SYNCED)],
    }


def _address(site: str, rest: str, **query: Any) -> str:
    return f"/api/v1/sites/{site}/{rest}" + (f"?{urlencode(query)}" if query else "")


def _behind(site: str, start: int) -> str:
    """Where a reader of the list is after so many cards; reached in larger steps."""
    address = _address(site, "articles/", limit=100)
    for _ in range(start // 100):
        address = json.loads(_get(address).content)["next"].partition(HOST)[2]
    return address.replace("limit=100", f"limit={LIMIT}")


def _asked(addresses: list[str], times: int) -> dict[str, Any]:
    with CaptureQueriesContext(connection) as captured:
        _get(addresses[0])
    told = [_told(_get(address).content) for address in addresses]
    seconds = []
    for _ in range(max(1, times // len(addresses))):
        for address in addresses:
            started = time.perf_counter()
            _get(address)
            seconds.append(time.perf_counter() - started)
    return {"seconds": seconds, "queries": len(captured), "told": told}


def _get(address: str) -> Any:
    response = Client().get(address, **HEADERS)
    assert response.status_code == 200, (address, response.status_code, response.content[:300])
    return response


def _told(content: bytes) -> list[str]:
    """Whose answer it was: the identities in it, in their order."""
    body = json.loads(content)
    listed = body.get("items") or body.get("results") or body.get("changes") or [body]
    return [one["id"] for one in listed]


if __name__ == "__main__":
    Path(sys.argv[2]).write_text(json.dumps(measured(json.loads(Path(sys.argv[1]).read_text()), int(sys.argv[3]))))
