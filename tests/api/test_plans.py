"""How the database goes about it: every list, filter and search that the contract allows is a scan of an index.

With many rows of many sites, so that another way would look cheap to the database only if no index served.
"""

import json
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import pairwise, product
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from cms.pipeline.publish.collation import swedish_key
from cms.pipeline.publish.models import (
    Change,
    Counter,
    Identity,
    PastPath,
    Placement,
    PlacementTag,
    Publication,
    SearchText,
)
from cms.pipeline.publish.paths import key_of, path_key
from cms.pipeline.publish.search.adapter import adapter
from cms.sites.models import Frontend
from tests.api.conftest import Api

SITES, EACH = 40, 120
CARD = {
    **{
        "type": "article",
        "site": "x",
        "lead": "",
        "language": "sv",
        "canonical_url": "",
        "image": None,
        "tags": [],
        "authors": [],
        "body": [],
    },
    **dict.fromkeys(("published_at", "updated_at"), "2026-01-01T00:00:00Z"),
}
POSTGRESQL = connection.vendor == "postgresql"
TABLES = ("publish_placement", "publish_pastpath", "publish_publication", "publish_searchtext", "publish_placementtag")


@pytest.fixture
def crowded(db: None) -> str:
    """Forty sites with 120 articles each, straight into the tables; the slug of one, its index's id and tree path."""
    root = Page.objects.get(depth=1)
    identities, publications, placements, tags, texts, changes = [], [], [], [], [], []
    for number in range(SITES):
        home = root.add_child(instance=Page(title=f"Sajt {number}", slug=f"sajt-{number}"))
        site = Site.objects.create(hostname=f"sajt-{number}.example", root_page=home)
        Frontend.objects.bulk_create(
            [
                Frontend(
                    site=site, slug=f"sajt-{number}", name=f"Sajt {number}", base_url=f"https://sajt-{number}.example"
                )
            ]
        )
        Counter.objects.update_or_create(site=site, defaults={"version": EACH})
        for row in range(EACH):
            pk = uuid.uuid4()
            identities.append(Identity(uuid=pk, kind="page", object_id=1_000_000 + number * EACH + row))
            body = json.dumps(CARD | {"id": str(pk), "title": f"Rubrik {row}"})
            publications.append(
                Publication(
                    identity_id=pk, kind="page", type="article", body=body, card=body, content_hash="0", fingerprint="0"
                )
            )
            day = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=7 * row + number)
            path = f"/aktuellt/{row}/"
            placement = Placement(
                site=site, publication_id=pk, kind="page", type="article" if row % 3 else "page", language="sv",
                path=path, path_key=path_key(path), url=path, parent=uuid.UUID(int=number + 1),
                tree_path=f"0001{number:04}{row:04}", title_key=swedish_key(f"Rubrik {row}"),
                shown_at=day, published_at=day, updated_at=day, overlay=f'"path":"{path}","url":"{path}"',
            )  # fmt: skip
            placements.append(placement)
            changes.append(
                Change(site=site, seq=row + 1, op="upsert", kind="page", type="page", identity=pk, path=path, at=day)
            )
            words = f"rubrik nummer {row} om {'nålar' if row == 7 and number == 3 else 'höstackar'}"
            texts.append(SearchText(publication_id=pk, title=f"Rubrik {row}", text=words, scope=f"s{site.pk}"))
    Identity.objects.bulk_create(identities)
    Publication.objects.bulk_create(publications)
    for number, placement in enumerate(Placement.objects.bulk_create(placements)):
        if number % 10 == 0:
            tags.append(PlacementTag(placement=placement, site_id=placement.site_id, slug=f"t{number % 30}", name="T"))
    PlacementTag.objects.bulk_create(tags)
    stored = SearchText.objects.bulk_create(texts)
    adapter().indexed([(text.pk, text.title, text.lead, text.text, [text.scope]) for text in stored])
    Change.objects.bulk_create(changes)
    _old_addresses()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        if POSTGRESQL:  # tables of some thousand rows are read through as quickly: ask whether they need to be
            cursor.execute("SET LOCAL enable_seqscan = off")
    return "sajt-3"


def _old_addresses() -> None:
    """For each page a path that it left, and a redirect to it."""
    past, identities, publications, placements, changes = [], [], [], [], []
    for seq, row in enumerate(Placement.objects.filter(kind="page").order_by("pk"), EACH + 1):
        path = f"/gammalt/{row.publication_id}/"
        where = {"site_id": row.site_id, "path": path}
        past.append(
            PastPath(**where, path_key=path_key(path), identity=row.publication_id, reason="moved", at=row.shown_at)
        )
        pk = uuid.uuid4()
        to = {"kind": "external", "url": "https://www.example.se/", "title": "X"}
        body = json.dumps({"id": str(pk), "from": path, "to": to, "permanent": True, "content_hash": "0"})
        identities.append(Identity(uuid=pk, kind="redirect", object_id=row.pk))
        publications.append(
            Publication(identity_id=pk, kind="redirect", type="redirect", body=body, content_hash="0", fingerprint="0")
        )
        key = key_of("redirect", f"/omdirigerad{path}")
        placements.append(
            Placement(**where, publication_id=pk, kind="redirect", type="redirect", path_key=key, url=path)
        )
        told = {"op": "upsert", "kind": "redirect", "type": "redirect", "identity": pk, "at": row.shown_at}
        changes.append(Change(**where, **told, seq=seq))
    Change.objects.bulk_create(changes)
    Counter.objects.update(version=EACH * (SITES + 1))
    PastPath.objects.bulk_create(past)
    Identity.objects.bulk_create(identities)
    Publication.objects.bulk_create(publications)
    Placement.objects.bulk_create(placements)


def plans(api: Api, path: str, query: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Each statement that the answer reads public rows by, and its plan."""
    api.get(path, **query)
    with CaptureQueriesContext(
        connection,
    ) as captured:
        api.get(path, **query)
    for one in captured.captured_queries:
        if any(table in one["sql"] for table in TABLES):
            yield one["sql"], explain(one["sql"])


def explain(sql: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(("EXPLAIN " if POSTGRESQL else "EXPLAIN QUERY PLAN ") + sql)
        return "\n".join(row[0] if POSTGRESQL else row[3] for row in cursor.fetchall())


def read_through(plan: str) -> list[str]:
    """The lines of a plan in which a whole table of ours is read, or all of an index."""
    lines = plan.splitlines()
    if POSTGRESQL:
        return [line for line, below in pairwise([*lines, ""]) if "Seq Scan on publish_" in line or _whole(line, below)]
    return [line for line in lines if line.startswith("SCAN publish_") or line in ("SCAN p", "SCAN t")]


def _whole(line: str, below: str) -> bool:
    """Whether a line of PostgreSQL's plan reads an index without knowing where in it to begin."""
    return " using publish_" in line and "Index Cond" not in below


FILTERS: list[dict[str, str]] = [
    {},
    {"tag": "t0"},
    {"parent": str(uuid.UUID(int=4))},
    {"language": "*"},
    {"published_from": "2026-01-05"},
    {"updated_after": "2026-01-05", "published_before": "2026-02-01"},
]
ORDERS = ["-shown_at", "shown_at", "-updated_at", "tree", "title"]


@pytest.mark.parametrize(("which", "order"), list(product(["pages", "articles"], ORDERS)))
def test_every_list_is_an_index_scan(api: Api, crowded: str, which: str, order: str) -> None:
    for narrow, count in product(FILTERS, ({}, {"count": "true"})):
        query: dict[str, Any] = {**narrow, **count, "order": order, "limit": "5"}
        if which == "pages" and order in ("tree", "title"):
            query["type"] = "article"
        for sql, plan in plans(api, f"sites/{crowded}/{which}/", query):
            assert read_through(plan) == [], f"{query}\n{sql}\n{plan}"


def test_a_page_deep_in_a_list_begins_in_the_index(api: Api, crowded: str) -> None:
    following = api.json(f"sites/{crowded}/pages/", limit="5")["next"]
    for sql, plan in plans(api, following, {}):
        assert read_through(plan) == [], f"{sql}\n{plan}"
        if "publish_placement" in sql and "shown_at" in sql:
            assert "Sort" not in plan or "Incremental" in plan, plan
            assert "USE TEMP B-TREE FOR ORDER BY" not in plan, plan


@pytest.mark.parametrize(
    "path", ["tags/", "articles/archive/", "feed.json", "changes/", "sitemap/", "resolve/", "search/", "redirects/"]
)
def test_everything_else_is_too(api: Api, crowded: str, path: str) -> None:
    queries: list[dict[str, str]] = {
        "resolve/": [{"path": "/aktuellt/7/"}, {"path": "/aktuellt/7/?p=1"}],
        "redirects/": [{"limit": "5"}, {"limit": "5", "count": "true"}],
        "search/": [{"q": "nålar"}, {"q": "höstackar"}, {"q": "rubrik 7", "type": "article", "count": "true"}],
    }.get(path, [{}])
    for query in queries:
        for sql, plan in plans(api, f"sites/{crowded}/{path}", query):
            assert read_through(plan) == [], f"{query}\n{sql}\n{plan}"


def test_old_addresses_deep_in_the_list_begin_in_the_index(api: Api, crowded: str) -> None:
    following = api.json(f"sites/{crowded}/redirects/", limit="5")["next"]
    for sql, plan in plans(api, following, {}):
        assert read_through(plan) == [], f"{sql}\n{plan}"


def test_a_table_that_is_read_through_would_be_seen(api: Api, crowded: str) -> None:
    sql = "SELECT * FROM publish_placement WHERE url = 'x'"
    assert read_through(explain(sql)) != []
