"""One page, whole."""

from typing import Any

from api.reading import FIRST_CARDS
from cms.core.blocks.body import BLOCKS
from cms.pipeline.publish import worker
from tests.api.conftest import Api
from tests.api.test_lists import CARD, LIVE_ARTICLES
from tests.api.world import World, id_of
from tests.build import make_article

PAGE = CARD | {"translations", "breadcrumbs", "body", "first_published_at", "correction", "seo"}
MORE = {
    "welcome": {"hero", "latest_articles", "engage", "closing"},
    "page": set(),
    "article_index": {"articles"},
    "article": set(),
    "organisation": {"unit", "body_after"},
}
LABELS = {
    "welcome": "startsida",
    "page": "sida",
    "article_index": "artikellista",
    "article": "artikel",
    "organisation": "sida",
}


def page(api: Api, thing: object, site: str = "vantor", **query: str) -> dict[str, Any]:
    return api.json(f"sites/{site}/pages/{id_of(thing)}/", **query)


def test_every_page_type_has_its_members(api: Api, world: World) -> None:
    for card in api.json("sites/vantor/pages/", limit="100")["results"]:
        whole = api.json(f"sites/vantor/pages/{card['id']}/")
        assert whole.keys() == PAGE | MORE[whole["type"]]
        assert whole["label"] == LABELS[whole["type"]]
        assert {name: whole[name] for name in CARD} == card, "page and card say the same"


def test_an_article_says_what_stands_in_it(api: Api, world: World) -> None:
    article = page(api, world.pages["article"])
    assert (article["type"], article["title"], article["lead"]) == ("article", "Allt i en artikel", "En ingress")
    assert article["path"] == "/aktuellt/allt-i-en-artikel/"
    assert article["url"] == article["canonical_url"] == "http://localhost:9001/aktuellt/allt-i-en-artikel/"
    assert article["breadcrumbs"] == [{"title": "Hem", "path": "/"}, {"title": "Aktuellt", "path": "/aktuellt/"}]
    assert article["authors"] == [{"name": "Redaktionen", "title": "Vantör", "person": None}]
    assert article["tags"] == [{"slug": "skola", "name": "skola"}]
    assert article["correction"] == {"text": "Fel dag.", "at": "2026-03-01T11:00:00Z"}
    assert article["published_at"] == article["shown_at"] == "2026-01-30T11:00:00Z"
    assert (article["shared"], article["introduction"], article["pinned"]) == (None, None, False)
    blocks = [block["type"] for block in article["body"]]
    assert set(blocks) == {block.wire_type for block in BLOCKS}
    assert all(block.keys() == {"id", "type", "value"} for block in article["body"])
    anchors = [block["value"]["anchor"] for block in article["body"] if block["type"] == "heading"]
    assert anchors == ["foreningar", "foreningar-2"]


def test_listings_inside_a_page_are_filled(api: Api, world: World) -> None:
    newest = api.json("sites/vantor/articles/", limit=str(FIRST_CARDS))["results"]
    welcome = page(api, world.vantor.home)
    assert welcome["latest_articles"] == newest[:3]
    block = next(block for block in welcome["body"] if block["type"] == "latest_articles")
    assert block["value"]["articles"] == newest[:4]
    index = page(api, world.vantor.index)
    assert index["articles"]["results"] == newest
    assert index["articles"]["previous"] is None


def test_an_article_index_leads_on_to_all_its_articles(api: Api, world: World) -> None:
    window = page(api, world.vantor.index)["articles"]
    met = [card["id"] for card in window["results"]]
    assert len(met) == FIRST_CARDS
    while window["next"]:
        window = api.json(window["next"])
        met += [card["id"] for card in window["results"]]
    assert len(met) == len(set(met)) == LIVE_ARTICLES
    short = page(api, world.varmland.index, "varmland")["articles"]
    assert short["next"] is None
    assert len(short["results"]) == 4


def test_an_index_in_another_language_leads_on_too(api: Api, world: World) -> None:
    """Its articles are not in the site's own language, which lists take unless told otherwise."""
    from wagtail.models import Locale

    english, _ = Locale.objects.get_or_create(language_code="en")
    for article in world.series[:21]:
        article.locale = english
        article.save()
    worker.drain()
    window = page(api, world.vantor.index)["articles"]
    met = [card["id"] for card in window["results"]]
    while window["next"]:
        window = api.json(window["next"])
        met += [card["id"] for card in window["results"]]
    assert len(met) == len(set(met)) == LIVE_ARTICLES


def test_fields_choose_members(api: Api, world: World) -> None:
    assert page(api, world.pages["article"], fields="title,path").keys() == {"title", "path"}
    # A member of another page type is no error, and no trap for what comes behind it.
    assert page(api, world.pages["article"], fields="hero") == {}
    assert page(api, world.pages["article"], fields="hero", include="site").keys() == {"included"}


def test_include_adds_the_frame_and_the_neighbours(api: Api, world: World) -> None:
    assert "included" not in page(api, world.series[10])
    site_only = page(api, world.series[10], include="site")["included"]
    assert site_only == {"site": api.json("sites/vantor/"), "neighbours": None}
    both = page(api, world.series[10], include="site,neighbours")["included"]
    assert both["site"] == site_only["site"]
    assert page(api, world.pages["page"], include="neighbours")["included"] == {"site": None, "neighbours": None}


def test_the_neighbours_follow_the_order_of_the_list(api: Api) -> None:
    listed = api.json("sites/vantor/articles/", limit="100")["results"]
    for newer, one, older in zip([None, *listed], listed, [*listed[1:], None], strict=False):
        beside = api.json(f"sites/vantor/pages/{one['id']}/", include="neighbours")["included"]["neighbours"]
        assert beside == {"newer": newer, "older": older}


def test_the_organisation_page_presents_its_unit(api: Api, world: World) -> None:
    found = page(api, world.pages["organisation"])
    unit = api.json("organisation/units/varmland/")
    assert found["unit"] == {name: value for name, value in unit.items() if name != "content_hash"}
    assert [block["type"] for block in found["body_after"]] == [block["type"] for block in found["body"]]


def test_a_page_under_an_unpublished_one_keeps_its_path(api: Api, world: World) -> None:
    child = page(api, world.pages["orphan vantor"])
    assert child["path"] == "/borttagen-vantor/barn/"
    assert child["breadcrumbs"] == [{"title": "Hem", "path": "/"}]
    assert api.json("sites/vantor/resolve/", path=child["path"])["page"] == child


def test_the_content_hash_follows_the_content(api: Api, world: World) -> None:
    before = page(api, world.pages["leaf"])
    make_article(world.vantor, "Något annat")
    worker.drain()
    assert page(api, world.pages["leaf"]) == before
    world.pages["leaf"].lead = "Nytt"
    world.pages["leaf"].save()
    assert page(api, world.pages["leaf"])["content_hash"] != before["content_hash"]
