"""Feeds, sitemap and archive: the same rows as the lists, for readers' programs and robots."""

from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree

import pytest

from cms.pipeline.publish import worker
from tests.api.conftest import Api
from tests.api.world import CANARY, World
from tests.build import make_article, make_page

ATOM = {"atom": "http://www.w3.org/2005/Atom"}
MAP = {"map": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def entries(api: Api, site: str = "vantor", **query: Any) -> list[ElementTree.Element]:
    text = api.get(f"sites/{site}/feed.atom", **query).content
    return ElementTree.fromstring(text).findall("atom:entry", ATOM)  # noqa: S314 - our own


def addresses(api: Api, site: str = "vantor") -> list[str]:
    text = api.get(f"sites/{site}/sitemap/").content
    return [loc.text or "" for loc in ElementTree.fromstring(text).findall("map:url/map:loc", MAP)]  # noqa: S314


@pytest.mark.parametrize("query", [{}, {"limit": "5"}, {"tag": "skola"}, {"language": "*"}], ids=str)
def test_both_feeds_have_what_the_list_has(api: Api, query: dict[str, str]) -> None:
    cards = api.json("sites/vantor/articles/", **query)["results"]
    items = api.json("sites/vantor/feed.json", **query)["items"]
    assert [item["title"] for item in items] == [card["title"] for card in cards]
    assert [item["url"] for item in items] == [card["url"] for card in cards]
    assert [item["id"] for item in items] == [f"urn:uuid:{card['id']}" for card in cards]
    links = [entry.find("atom:link", ATOM) for entry in entries(api, **query)]
    assert [link.attrib["href"] for link in links if link is not None] == [card["url"] for card in cards]


def test_a_feed_says_where_it_is_and_leaves_out_what_is_not_known(api: Api, world: World) -> None:
    make_article(world.vantor, "Utan något")
    feed = api.json("sites/vantor/feed.json", limit="1")
    assert feed["home_page_url"] == "http://localhost:9001/"
    assert feed["feed_url"].endswith("/api/v1/sites/vantor/feed.json")
    assert "image" not in feed["items"][0]
    assert "authors" not in feed["items"][0]
    assert "external_url" not in feed["items"][0]


def test_an_empty_feed_has_the_same_bytes_each_time(api: Api) -> None:
    assert entries(api, tag="finns-inte") == []
    first = api.get("sites/vantor/feed.atom", tag="finns-inte")
    assert first.content == api.get("sites/vantor/feed.atom", tag="finns-inte").content
    assert b"1970-01-01" in first.content


def test_what_xml_cannot_write_is_left_out_of_it(api: Api, world: World) -> None:
    make_article(world.vantor, 'Fem < sex & "sju"\x0b\x1f')
    (entry,) = entries(api, limit="1")
    assert entry.findtext("atom:title", namespaces=ATOM) == 'Fem < sex & "sju"'


def test_secrets_stand_in_none_of_them(api: Api) -> None:
    for path in ("feed.json", "feed.atom", "sitemap/", "articles/archive/"):
        for site in ("vantor", "varmland"):
            assert CANARY.lower() not in api.get(f"sites/{site}/{path}").content.decode().lower()


# --- sitemap ---


def test_the_sitemap_has_every_page_in_every_language_but_what_robots_shall_not_take(api: Api, world: World) -> None:
    make_page(world.vantor, "Tack", noindex=True)
    worker.drain()
    pages = api.json("sites/vantor/pages/", language="*", limit="100")["results"]
    shown = {page["url"] for page in pages} - {"http://localhost:9001/tack/"}
    found = addresses(api)
    assert set(found) == shown
    assert len(found) == len(shown)


def test_the_sitemap_follows_a_withdrawal(api: Api, world: World) -> None:
    address = api.json("sites/vantor/articles/", limit="1")["results"][0]["url"]
    assert address in addresses(api)
    newest = make_article(world.vantor, "Nyast")
    newest.unpublish()
    assert not [found for found in addresses(api) if "nyast" in found]


# --- archive ---


def test_each_month_lists_as_many_as_it_counts(api: Api, world: World) -> None:
    for year, month in ((2025, 12), (2026, 1), (2026, 2)):
        make_article(world.vantor, f"Från {year}-{month}", date=datetime(year, month, 27, 23, 30, tzinfo=UTC))
    months = api.json("sites/vantor/articles/archive/")["results"]
    assert [m["month"] for m in months] == sorted((m["month"] for m in months), reverse=True)
    assert {"2025-12", "2026-01", "2026-02"} <= {m["month"] for m in months}
    for month in months:
        window = {name: month[name] for name in ("published_from", "published_before")}
        assert api.json("sites/vantor/articles/", count="true", **window)["count"] == month["count"]


def test_a_month_begins_when_it_does_on_the_site(api: Api, world: World) -> None:
    make_article(world.vantor, "Nyårsnatt", date=datetime(2024, 12, 31, 23, 30, tzinfo=UTC))  # half past midnight
    assert "2025-01" in {month["month"] for month in api.json("sites/vantor/articles/archive/")["results"]}


def test_an_archive_of_a_tag(api: Api) -> None:
    tagged = api.json("sites/vantor/articles/archive/", tag="skola")["results"]
    whole = api.json("sites/vantor/articles/", tag="skola", count="true")
    assert sum(month["count"] for month in tagged) == whole["count"]
