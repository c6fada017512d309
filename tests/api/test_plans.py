"""How the database goes about it: every list, filter and search that the contract allows is a scan of an index, and
walks it in the order of the list.

Asked for in all combinations, among so many rows of so many sites that a database chooses what it would choose there.
"""

import json
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any
from urllib.parse import urlencode

import pytest
from django.db import connection, transaction
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from api.errors import Problem
from api.memory import memory
from api.parameters import parse_all
from api.views.listings import ORDERS, PlacementListView, _filters, _prepared
from api.views.pages import ArticleListView, PageListView
from cms.pipeline.publish.models import Placement
from cms.sites.scope import Scope
from tests.api.conftest import Api
from tests.api.crowd import COMMON, HOME, INDEX, LARGE, RARE, SECTION, SLUG, gather
from tests.api.world import World

POSTGRESQL = connection.vendor == "postgresql"
TABLES = ("publish_placement", "publish_pastpath", "publish_publication", "publish_searchtext", "publish_placementtag")
FEW = LARGE // 10  # rows that are sorted sooner than found in order; PostgreSQL sees where a filter leaves no more


@pytest.fixture(scope="module")
def crowd(built: World, django_db_blocker: Any) -> Iterator[int]:
    """The large site's key."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield gather()
        transaction.set_rollback(True)


# --- plans ---


def explain(sql: str) -> list[dict[str, Any]]:
    """The steps of a plan: what PostgreSQL says of each, or SQLite's one line."""
    with connection.cursor() as cursor:
        cursor.execute(("EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) " if POSTGRESQL else "EXPLAIN QUERY PLAN ") + sql)
        if not POSTGRESQL:
            return [{"line": row[3]} for row in cursor.fetchall()]
        told = cursor.fetchone()[0]
    return list(_steps((json.loads(told) if isinstance(told, str) else told)[0]["Plan"]))


def _steps(node: dict[str, Any]) -> Iterator[dict[str, Any]]:
    below = node.pop("Plans", [])
    yield node | {"of": below[0]["Actual Rows"] if below else 0}
    for one in below:
        yield from _steps(one)


def read_through(plan: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The steps in which a whole table of ours is read, or all of an index."""
    return [step for step in plan if (_whole if POSTGRESQL else _scanned)(step)]


def _scanned(step: dict[str, Any]) -> bool:
    return step["line"].startswith("SCAN publish_") or step["line"] in ("SCAN p", "SCAN t")


def _whole(step: dict[str, Any]) -> bool:
    ours = "publish_" in step.get("Relation Name", "")
    through = step["Node Type"] == "Seq Scan" or ("Index" in step["Node Type"] and "Index Cond" not in step)
    return ours and through


def sorts(plan: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The steps that sort many rows, or nobody knows how many."""
    if POSTGRESQL:
        return [step for step in plan if step["Node Type"] == "Sort" and step["of"] > FEW]
    return [step for step in plan if "USE TEMP B-TREE FOR ORDER BY" in step["line"]]


def told(plan: list[dict[str, Any]]) -> str:
    """A plan for a reader."""
    names = ("Node Type", "Scan Direction", "Index Name", "Index Cond", "Sort Key", "of")
    return "\n".join(step.get("line") or " | ".join(str(step[name]) for name in names if name in step) for step in plan)


def asked_for(ask: Callable[[], object]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """Each statement that public rows are read by, and its plan."""
    with CaptureQueriesContext(connection) as captured:
        ask()
    for one in captured.captured_queries:
        if any(table in one["sql"] for table in TABLES):
            yield one["sql"], explain(one["sql"])


def plans(api: Api, path: str, query: dict[str, str]) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    api.get(path, **query)  # for what is cached, but for the answer itself
    memory.clear()
    return asked_for(lambda: api.get(path, **query))


# --- lists, in all combinations ---

NOT_GIVEN: dict[str, str] = {}
PLACES: list[list[dict[str, str]]] = [
    [NOT_GIVEN, {"tag": COMMON}, {"tag": RARE}],
    [NOT_GIVEN, {"parent": str(INDEX)}, {"parent": str(SECTION)}],
    [NOT_GIVEN, {"under": str(HOME)}],
]
OTHERS: list[list[dict[str, str]]] = [
    [NOT_GIVEN, {"language": "*"}],
    [NOT_GIVEN, {"published_from": "2026-01-05", "published_before": "2026-02-20"}, {"updated_after": "2026-01-05"}],
]
OWN: dict[type[PlacementListView], list[dict[str, str]]] = {
    PageListView: [NOT_GIVEN, {"type": "article"}, {"type": "page"}],
    ArticleListView: [NOT_GIVEN, {"from": "own"}, {"from": "shared"}],
}


def may_sort(query: dict[str, str]) -> bool:
    """Which lists may sort what their filters leave (docs/decisions/0014-lists-and-indexes.md).

    Those whose filter has an index in one order only and that are asked for in another: as many pages as have the tag,
    lie below the page, or were published since. An index for each further order would have a row for each tag, or for
    each ancestor, of each page. And those with two such filters: the database guesses how little is left.
    """
    narrow = [name for name in ("tag", "parent", "under", "updated_after", "published_from") if name in query]
    return len(narrow) > 1 or any(query["order"] not in WALKED[name] for name in narrow if name in WALKED)


WALKED = {"tag": ("-shown_at", "shown_at"), "under": ("tree",), "updated_after": ("-updated_at",)}


def combinations(view: type[PlacementListView], order: str) -> Iterator[dict[str, str]]:
    for parts in product(OWN[view], *PLACES, *OTHERS):
        yield {"order": order} | {name: value for part in parts for name, value in part.items()}


@pytest.mark.parametrize(("view", "order"), list(product(OWN, ORDERS)))
def test_every_list_walks_an_index_in_its_order(
    world: World, crowd: int, view: type[PlacementListView], order: str
) -> None:
    scope = Scope.of(SLUG)
    key = dict(zip(("key", "identity"), _middle(crowd, order), strict=True))
    met, wrong = set(), []
    for query in combinations(view, order):
        asked = _asked(view, scope, query)
        if asked is None:
            continue
        for way in (None, False, True):
            shape = (frozenset(asked), way)
            if not POSTGRESQL and shape in met:
                continue  # SQLite plans without looking at values
            met.add(shape)
            given = asked | (key if way is not None else {})
            prepared = _prepared(frozenset(asked), order, "card", way, 21)
            for sql, plan in asked_for(lambda p=prepared, g=given: p.raw(site=crowd, **g)):
                if read_through(plan) or (sorts(plan) and not may_sort(query)):
                    wrong.append((query, way, sql, plan))
    assert met
    text = "\n\n".join(f"{query} backwards: {way}\n{sql}\n{told(plan)}" for query, way, sql, plan in wrong)
    assert not wrong, f"{len(wrong)} of {len(met)} shapes, the first of them:\n{text}"


def _asked(view: type[PlacementListView], scope: Scope, query: dict[str, str]) -> dict[str, Any] | None:
    """The filters as the view gives them to the database; None if the contract refuses the combination."""
    values = parse_all(view.parameters, QueryDict(urlencode(query)))
    try:
        view()._check(values)
    except Problem:
        return None
    return {"kind": "page"} | view().asked(values) | _filters(scope, values)


def _middle(crowd: int, order: str) -> tuple[Any, Any]:
    """What the cursor of a page in the middle of the list holds."""
    row = Placement.objects.get(site=crowd, path=f"/aktuellt/{LARGE // 2}/")
    return getattr(row, ORDERS[order].column), row.publication_id


SINGLE = [one for part in [*PLACES, *OTHERS] for one in part if one]


@pytest.mark.parametrize("view", ["card", "full"])
@pytest.mark.parametrize("which", ["pages", "articles"])
def test_what_the_api_asks_for_is_that_and_its_count_too(api: Api, crowd: int, which: str, view: str) -> None:
    for narrow in [{}, *SINGLE]:
        query: dict[str, str] = {**narrow, "view": view, "count": "true", "limit": "5"}
        following = api.json(f"sites/{SLUG}/{which}/", **query)["next"]
        for path, given in ((f"sites/{SLUG}/{which}/", query), (following, {})):
            if path is None:
                continue
            for sql, plan in plans(api, path, given):
                assert read_through(plan) == [], f"{query}\n{sql}\n{told(plan)}"
                assert may_sort(query | {"order": "-shown_at"}) or sorts(plan) == [], f"{query}\n{sql}\n{told(plan)}"


def test_neighbours_are_found_beside_the_page(api: Api, crowd: int) -> None:
    found = Placement.objects.filter(site=crowd, type="article", kind="page").order_by("shown_at")
    for row in (found[0], found[LARGE // 3], found.reverse()[0]):
        for path, query in ((f"pages/{row.publication_id}/", {}), ("resolve/", {"path": row.path})):
            for sql, plan in plans(api, f"sites/{SLUG}/{path}", query | {"include": "site,neighbours"}):
                assert read_through(plan) == [], f"{sql}\n{told(plan)}"
                assert sorts(plan) == [], f"{sql}\n{told(plan)}"


# --- everything else ---

QUERIES: dict[str, list[dict[str, str]]] = {
    "tags/": [{}, {"language": "*"}, {"count": "true", "limit": "2"}],
    "articles/archive/": [{}, {"tag": COMMON}, {"language": "*"}, {"language": "*", "tag": RARE}],
    "changes/": [{}, {"include": "data"}],
    "sitemap/": [{}],
    "resolve/": [{"path": "/aktuellt/7/"}, {"path": "/aktuellt/7/?p=1"}],
    "search/": [
        {"q": "nålar"},
        {"q": "höstackar", "language": "*"},
        {"q": "rubrik 7", "type": "article", "count": "true"},
    ],
    "redirects/": [{"limit": "5"}, {"limit": "5", "count": "true"}],
}


@pytest.mark.parametrize("path", QUERIES)
def test_everything_else_is_an_index_scan_too(api: Api, crowd: int, path: str) -> None:
    """Of what they read some sort or count all: the archive and the tags count, a sitemap has all addresses, a search
    ranks its matches."""
    for query in QUERIES[path]:
        for sql, plan in plans(api, f"sites/{SLUG}/{path}", query):
            assert read_through(plan) == [], f"{query}\n{sql}\n{told(plan)}"


@pytest.mark.parametrize("path", ["feed.json", "feed.atom"])
def test_feeds_walk_an_index(api: Api, crowd: int, path: str) -> None:
    for tag, language in product(({}, {"tag": COMMON}), ({}, {"language": "*"})):
        for sql, plan in plans(api, f"sites/{SLUG}/{path}", tag | language):
            assert read_through(plan) == [], f"{sql}\n{told(plan)}"
            assert sorts(plan) == [], f"{sql}\n{told(plan)}"


def test_old_addresses_deep_in_the_list_begin_in_the_index(api: Api, crowd: int) -> None:
    following = api.json(f"sites/{SLUG}/redirects/", limit="5")["next"]
    for sql, plan in plans(api, following, {}):
        assert read_through(plan) == [], f"{sql}\n{told(plan)}"


def test_what_is_read_through_or_sorted_would_be_seen(world: World, crowd: int) -> None:
    assert read_through(explain("SELECT * FROM publish_placement WHERE url = 'x'"))
    by_url = Placement.objects.filter(site=crowd).order_by("url")
    ((_, plan),) = asked_for(lambda: list(by_url))
    assert sorts(plan)
