"""Lists: envelope, walks, filters, orders, views."""

from datetime import timedelta
from itertools import pairwise
from typing import Any
from urllib.parse import unquote

import pytest

from cms.pipeline.publish import worker
from cms.pipeline.publish.collation import swedish_key
from cms.pipeline.publish.models import Placement
from tests.api.conftest import Api, problem
from tests.api.world import ARTICLES, FIRST_DAY, World, id_of
from tests.build import make_article, make_page

CARD = {
    "id", "type", "label", "title", "language", "site", "path", "url", "home_site", "canonical_url", "lead", "image",
    "tags", "authors", "published_at", "updated_at", "shown_at", "pinned", "introduction", "shared", "content_hash",
}  # fmt: skip
PAGES = "sites/vantor/pages/"
LIVE_ARTICLES = ARTICLES + 2  # the one with everything in it, and the one with an unpublished title


def walk(api: Api, path: str, way: str = "next", **query: Any) -> list[dict[str, Any]]:
    """The windows from here on, each a list."""
    windows = [api.json(path, **query)]
    while windows[-1][way]:
        windows.append(api.json(windows[-1][way]))
        assert len(windows) < 100, "this walk does not end"
    return windows


def titles(api: Api, path: str = PAGES, **query: Any) -> list[str]:
    return [card["title"] for card in api.json(path, limit="100", **query)["results"]]


def numbered(*numbers: int) -> set[str]:
    return {f"Artikel {number:02}" for number in numbers}


@pytest.mark.parametrize(
    "query",
    [
        {"order": "-shown_at", "limit": "1"},
        {"order": "-shown_at", "limit": "7"},
        {"order": "shown_at", "limit": "7"},
        {"order": "-updated_at", "limit": "20"},
        {"order": "tree", "type": "article", "limit": "7"},
        {"order": "title", "type": "article", "limit": "7"},
        {"type": "article", "view": "full", "fields": "id", "limit": "20"},
    ],
    ids=str,
)
def test_a_walk_meets_every_page_exactly_once_both_ways(api: Api, query: dict[str, str]) -> None:
    forward = walk(api, PAGES, **query)
    met = [card["id"] for window in forward for card in window["results"]]
    assert len(met) == len(set(met)) == api.json(PAGES, **query | {"count": "true", "limit": "1"})["count"]
    assert len(met) >= LIVE_ARTICLES
    back = walk(api, forward[-1]["previous"], "previous")
    assert [window["results"] for window in [forward[-1], *back]] == [w["results"] for w in reversed(forward)]
    assert (forward[0]["previous"], forward[-1]["next"], back[-1]["previous"]) == (None, None, None)


def test_other_lists_are_walked_too(api: Api) -> None:
    for path, key in (("sites/", "slug"), ("organisation/units/", "slug"), ("sites/vantor/tags/", "slug")):
        whole = api.json(path, count="true")
        windows = walk(api, path, limit="1")
        met = [item[key] for window in windows for item in window["results"]]
        assert met == [item[key] for item in whole["results"]]
        assert len(met) == len(set(met)) == whole["count"] > 1
        back = walk(api, windows[-1]["previous"], "previous")
        assert [w["results"] for w in back] == [w["results"] for w in reversed(windows[:-1])]


def test_the_envelope(api: Api) -> None:
    assert api.json(PAGES).keys() == {"next", "previous", "results"}
    counted = api.json(PAGES, count="true")
    assert counted.keys() == {"next", "previous", "count", "results"}
    assert len(counted["results"]) == 20
    assert counted["next"].startswith("http://localhost:8000/api/v1/sites/vantor/pages/?count=true&cursor=")
    assert "v=" not in api.json(PAGES, v="1")["next"]
    assert all(card.keys() == CARD for card in counted["results"])


def test_orders(api: Api, world: World) -> None:
    newest = api.json(PAGES, limit="100")["results"]
    keys = [(card["shown_at"], card["id"]) for card in newest]
    assert keys == sorted(keys, key=lambda key: key[0], reverse=True)
    assert len({key[0] for key in keys}) < len(keys), "no equal dates: this proves nothing"
    assert [card["id"] for card in api.json(PAGES, limit="100", order="shown_at")["results"]] == [
        card["id"] for card in reversed(newest)
    ]
    named = titles(api, type="page", order="title")
    assert named == sorted(named, key=swedish_key)
    assert named[-1] == "Östra gården"
    assert named.index("Ängen") < named.index("Östra gården")
    tree = titles(api, under=id_of(world.vantor.home), order="tree", type="page")
    assert tree.index("Östra gården") + 1 == tree.index("Ängen")


def test_the_order_of_updates_follows_the_last_publish(api: Api, world: World) -> None:
    make_page(world.vantor, "Nyss")
    assert titles(api, order="-updated_at")[0] == "Nyss"


def test_filters_by_type_and_place(api: Api, world: World) -> None:
    assert {card["type"] for card in api.json(PAGES, type="page", limit="100")["results"]} == {"page"}
    home, index = id_of(world.vantor.home), id_of(world.vantor.index)
    children = titles(api, parent=home)
    assert "Östra gården" in children
    assert "Ängen" not in children
    assert len(titles(api, parent=index)) == LIVE_ARTICLES
    below = titles(api, under=home)
    assert {"Ängen", "Artikel 00", "Aktuellt"} <= set(below)
    assert world.vantor.home.title not in below
    assert titles(api, under=id_of(world.pages["section"])) == ["Ängen"]
    assert titles(api, under=id_of(world.varmland.home)) == []


def test_filters_by_tag(api: Api) -> None:
    assert set(titles(api, tag="skola")) == numbered(*range(0, ARTICLES, 5)) | {"Allt i en artikel"}
    assert set(titles(api, tag="vård", type="article")) == numbered(*range(0, ARTICLES, 10))
    assert titles(api, tag="finns-inte") == []


def test_filters_by_publication_date(api: Api) -> None:
    """March the 2nd at 11:00 UTC is the date of articles 3 to 5; `from` includes, `before` excludes."""
    span = {"published_from": "2026-03-02T11:00:00Z", "published_before": "2026-03-03T11:00:00Z"}
    assert set(titles(api, **span)) == numbered(3, 4, 5)
    just_after = {"published_from": "2026-03-02T11:00:01Z", "published_before": "2026-03-03T11:00:01Z"}
    assert set(titles(api, **just_after)) == numbered(6, 7, 8)
    assert set(titles(api, published_from="2026-03-02T12:00:00+01:00", published_before="2026-03-03")) == numbered(
        3, 4, 5
    )


def test_a_bare_date_is_midnight_on_the_site(api: Api, world: World) -> None:
    """Stockholm's June 2nd begins at 22:00 UTC on the 1st."""
    last = FIRST_DAY.replace(month=6, hour=21, minute=59)
    make_article(world.vantor, "Sista minuten", date=last)
    make_article(world.vantor, "Första minuten", date=last + timedelta(minutes=1))
    assert titles(api, published_from="2026-06-02", published_before="2026-06-03") == ["Första minuten"]
    assert titles(api, published_from="2026-06-01", published_before="2026-06-02") == ["Sista minuten"]


def test_updated_after_excludes_its_own_moment(api: Api, world: World) -> None:
    article = make_article(world.vantor, "Senast")
    Placement.objects.filter(publication=id_of(article)).update(updated_at=FIRST_DAY + timedelta(days=3000))
    moment = (FIRST_DAY + timedelta(days=3000)).strftime("%Y-%m-%dT%H:%M:%SZ")
    before = (FIRST_DAY + timedelta(days=2999)).date().isoformat()
    assert titles(api, updated_after=moment) == []
    assert titles(api, updated_after=before) == ["Senast"]


def test_articles_take_from(api: Api) -> None:
    path = "sites/vantor/articles/"
    assert api.json(path, count="true")["count"] == LIVE_ARTICLES
    assert api.json(path, count="true", **{"from": "own"})["count"] == LIVE_ARTICLES
    assert api.json(path, **{"from": "shared"})["results"] == []
    assert {card["type"] for card in api.json(path, limit="100")["results"]} == {"article"}


def test_whole_pages_and_fields(api: Api, world: World) -> None:
    whole = api.json(PAGES, view="full", limit="100")["results"]
    assert {page["type"] for page in whole} == {"welcome", "page", "article_index", "article", "organisation"}
    one = next(page for page in whole if page["type"] == "welcome")
    assert one == api.json(f"sites/vantor/pages/{one['id']}/")
    for view, fields in (("card", "id,title"), ("full", "id,body")):
        found = api.json(PAGES, view=view, fields=fields)["results"]
        assert all(page.keys() == set(fields.split(",")) for page in found)
    problem(api.get(PAGES, 400, fields="body"), "fields")
    problem(api.get(PAGES, 400, fields="nonsens", view="full"), "fields")


def test_a_narrow_order_needs_a_narrow_list(api: Api) -> None:
    for order in ("tree", "title"):
        problem(api.get(PAGES, 400, order=order), "order")
        api.get(PAGES, order=order, type="page")


def test_a_cursor_belongs_to_its_query(api: Api) -> None:
    cursor = api.json(PAGES, limit="3")["next"].partition("cursor=")[2].partition("&")[0].replace("%3D", "=")
    api.get(PAGES, cursor=cursor, limit="5")
    for path, query in ((PAGES, {"type": "article"}), ("sites/varmland/pages/", {}), ("sites/vantor/articles/", {})):
        problem(api.get(path, 400, cursor=cursor, **query), "cursor")
    for altered in (
        cursor[:-1] + ("A" if cursor[-1] != "A" else "B"),
        "B" + cursor[1:],
        cursor.partition("~")[0],
        "é~é",
    ):
        problem(api.get(PAGES, 400, cursor=altered), "cursor")


def test_a_cursor_outlives_a_new_secret_key(api: Api, settings: Any) -> None:
    cursor = unquote(api.json(PAGES, limit="3")["next"].partition("cursor=")[2].partition("&")[0])
    settings.SECRET_KEY, old = "another-" + settings.SECRET_KEY, settings.SECRET_KEY
    problem(api.get(PAGES, 400, cursor=cursor), "cursor")
    settings.SECRET_KEY_FALLBACKS = [old]
    api.get(PAGES, cursor=cursor)


def test_an_untouched_item_appears_once_while_others_come_and_go(api: Api, world: World) -> None:
    window = api.json("sites/vantor/articles/", limit="10")
    met = [card["title"] for card in window["results"]]
    make_article(world.vantor, "Kom emellan")
    world.series[-1].unpublish()
    worker.drain()
    while window["next"]:
        window = api.json(window["next"])
        met += [card["title"] for card in window["results"]]
    assert len(met) == len(set(met))
    assert numbered(*range(ARTICLES)) <= set(met)


def test_the_pages_are_in_step(api: Api) -> None:
    windows = walk(api, PAGES, limit="20")
    for one, other in pairwise(windows):
        assert one["results"][-1]["shown_at"] >= other["results"][0]["shown_at"]
