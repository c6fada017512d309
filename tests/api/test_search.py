"""Search over HTTP: cards with snippets, best first, walked by cursors; never more than the site may see."""

import pytest

from cms.pipeline.publish import worker
from tests.api.conftest import Api, problem
from tests.api.world import CANARY, World, id_of
from tests.build import make_article, make_page, text

SEARCH = "sites/vantor/search/"


def found(api: Api, question: str, **query: str) -> list[str]:
    return [hit["title"] for hit in api.json(SEARCH, q=question, **query)["results"]]


def test_a_hit_is_a_card_with_a_snippet(api: Api, world: World) -> None:
    make_article(world.vantor, "Fritids för alla", lead="Alla barn ska ha fritids 🌹 även när föräldrarna är lediga.")
    (hit,) = api.json(SEARCH, q="fritids lediga")["results"]
    (card,) = api.json("sites/vantor/articles/", limit="1")["results"]
    snippet = hit.pop("snippet")
    assert hit == card
    units = snippet["text"].encode("utf-16-le")
    marked = [units[2 * start : 2 * end].decode("utf-16-le") for start, end in snippet["matches"]]
    assert marked == ["fritids", "lediga"]


def test_every_hit_comes_once_both_ways(api: Api) -> None:
    whole = [hit["id"] for hit in api.json(SEARCH, q="artikel", limit="100")["results"]]
    assert len(whole) > 20
    walked, address, last = [], SEARCH, None
    query = {"q": "artikel", "limit": "7"}
    while address:
        answer = api.json(address, **query)
        walked += [hit["id"] for hit in answer["results"]]
        query, last, address = {}, answer, answer["next"]
    assert walked == whole
    back = [hit["id"] for hit in last["results"]]
    while last["previous"]:
        last = api.json(last["previous"])
        back = [hit["id"] for hit in last["results"]] + back
    assert back == whole


def test_a_cursor_is_good_for_its_question_only(api: Api) -> None:
    following = api.json(SEARCH, q="artikel", limit="5")["next"]
    cursor = following.rpartition("cursor=")[2]
    problem(api.get(f"{SEARCH}?q=annat&limit=5&cursor={cursor}", 400), "cursor")
    problem(api.get(f"sites/varmland/search/?q=artikel&limit=5&cursor={cursor}", 400), "cursor")


def test_count_type_language_and_fields(api: Api, world: World) -> None:
    make_page(world.vantor, "Segelbåtar")
    make_article(world.vantor, "Om segelbåtar")
    assert api.json(SEARCH, q="segelbåtar", count="true", limit="1")["count"] == 2
    assert found(api, "segelbåtar", type="page") == ["Segelbåtar"]
    assert found(api, "segelbåtar", language="en") == []
    (only,) = api.json(SEARCH, q="segelbåtar", type="page", fields="title,snippet")["results"]
    assert set(only) == {"title", "snippet"}


def test_what_no_visitor_may_see_is_not_found(api: Api, world: World) -> None:
    """Drafts, private pages, other sites' pages: the same nothing as for what never was."""
    for word in (CANARY, f"{CANARY} utkast", f"{CANARY}*"):
        for site in ("vantor", "varmland"):
            for language in ("sv", "*"):
                answer = api.get(f"sites/{site}/search/", q=word, language=language, count="true")
                assert CANARY.lower() not in answer.content.decode().lower()
                assert answer.json()["results"] == []
                assert answer.json()["count"] == 0


def test_a_word_that_a_private_page_alone_has_orders_nothing(api: Api, world: World) -> None:
    before = api.get(SEARCH, q="artikel").content
    make_article(world.varmland, "Artikel artikel artikel")
    worker.drain()
    assert api.get(SEARCH, q="artikel").content == before


@pytest.mark.parametrize(
    "question", ["'", '"', "(", "NEAR(a b)", "a AND", "OR", "title:x", "^a", "a & b", "<->", "s5", "%"]
)
def test_no_sign_is_an_operator(api: Api, question: str) -> None:
    answer = api.client.get(api.address(SEARCH), query_params={"q": question})
    assert answer.status_code in (200, 400), answer.content
    if answer.status_code == 400:
        problem(answer, "q")


def test_a_search_is_fresh_with_the_publishing(api: Api, world: World) -> None:
    first = api.get(SEARCH, q="dagsfärsk")
    etag = first.headers["ETag"]
    api.get(SEARCH, 304, headers={"If-None-Match": etag}, q="dagsfärsk")
    article = make_article(world.vantor, "Dagsfärsk", body=[text("<p>Ja.</p>")])
    assert [hit["id"] for hit in api.json(SEARCH, q="dagsfärsk")["results"]] == [str(id_of(article))]
