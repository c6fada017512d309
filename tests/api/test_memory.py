"""Answers kept in memory: the same bytes without a row read, and never one that is no longer true."""

import pytest
from django.db import connection
from django.http import HttpResponse
from django.test.utils import CaptureQueriesContext

from api.memory import SHARE, Kept, Memory, Place, memory, weight
from cms.pipeline.publish import worker
from tests.api.conftest import Api
from tests.api.endpoints import sample
from tests.api.world import World, id_of
from tests.build import make_article, publish

STAMP = "1.abcdef"


def cost(api: Api, path: str, /, **query: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        api.get(path, **query)
    return len(captured)


@pytest.mark.parametrize("name", ["frame", "version", "pages", "page", "resolve", "articles", "tags", "site_unit"])
def test_what_was_asked_for_before_costs_the_search_for_the_version(api: Api, world: World, name: str) -> None:
    path, query = sample(world, name)
    first = api.get(path, **query)
    assert cost(api, path, **query) == 1
    again = api.get(path, **query)
    assert again.content == first.content
    uncounted = {"RateLimit-Remaining", "RateLimit-Reset"}
    assert {(k, v) for k, v in again.headers.items() if k not in uncounted} == {
        (k, v) for k, v in first.headers.items() if k not in uncounted
    }


@pytest.mark.parametrize("name", ["search", "changes"])
def test_what_hardly_two_ask_alike_is_read_anew(api: Api, world: World, name: str) -> None:
    path, query = sample(world, name)
    api.get(path, **query)
    assert cost(api, path, **query) > 1


def test_a_change_is_seen_at_once(api: Api, world: World) -> None:
    path = f"sites/vantor/pages/{id_of(world.series[0])}/"
    api.get(path)
    api.get("sites/vantor/articles/")
    world.series[0].title = "Något annat"
    publish(world.series[0])
    assert api.json(path)["title"] == "Något annat"
    make_article(world.vantor, "Just nu")
    assert api.json("sites/vantor/articles/")["results"][0]["title"] == "Just nu"


def test_what_was_withdrawn_is_gone_at_once(api: Api, world: World) -> None:
    path = f"sites/vantor/pages/{id_of(world.series[0])}/"
    listed = api.json("sites/vantor/articles/", limit="100")["results"]
    api.get(path)
    world.series[0].unpublish()
    api.get(path, 404)
    left = api.json("sites/vantor/articles/", limit="100")["results"]
    assert len(left) == len(listed) - 1


def test_a_changed_front_end_is_met_anew(api: Api, world: World) -> None:
    frontend = world.vantor.frontend
    api.get("sites/vantor/version/")
    frontend.refresh_from_db()
    frontend.base_url = "https://nytt.example.se"
    frontend.save()
    assert api.json("sites/vantor/")["url"] == "https://nytt.example.se/"
    page = api.json(f"sites/vantor/pages/{id_of(world.series[0])}/")
    assert page["url"].startswith("https://nytt.example.se/")


def test_a_slug_that_was_handed_on_leads_to_its_new_site(api: Api, world: World) -> None:
    """Even if the two sites are at the same version."""
    one, other = world.vantor.frontend, world.varmland.frontend
    for frontend in (one, other):
        frontend.refresh_from_db()
    api.get(f"sites/{one.slug}/")
    slug = one.slug
    one.slug = "vantor-igen"
    one.save()
    one.past_slugs.all().delete()
    other.slug = slug
    other.save()
    worker.drain()
    assert api.json(f"sites/{slug}/")["name"] == other.name


def test_each_coding_is_kept_by_itself(api: Api, world: World) -> None:
    path = "sites/vantor/articles/"
    plain = api.get(path, headers={"Accept-Encoding": "identity"})
    packed = api.get(path, headers={"Accept-Encoding": "br, gzip"})
    again = api.get(path, headers={"Accept-Encoding": "br, gzip"})
    assert packed.headers["Content-Encoding"] == again.headers["Content-Encoding"] == "br"
    assert packed.content == again.content != plain.content
    assert "Content-Encoding" not in api.get(path, headers={"Accept-Encoding": "identity"}).headers


def test_who_has_it_is_told_so(api: Api, world: World) -> None:
    path = "sites/vantor/articles/"
    etag = api.get(path).headers["ETag"]
    of_another_version = '"0.000000-' + etag.partition("-")[2]
    unchanged = api.get(path, 304, headers={"If-None-Match": of_another_version})
    assert unchanged.headers["Surrogate-Key"]
    assert not unchanged.content


def test_a_redirect_to_another_site_is_not_kept(api: Api, world: World) -> None:
    page = make_article(world.vantor, "Flyttar")
    path = api.json(f"sites/vantor/pages/{id_of(page)}/")["path"]
    page.move(world.varmland.index, pos="last-child")
    worker.drain()
    for slug in ("torgmöte-igen", "och-igen"):
        page.refresh_from_db()
        page.slug = slug
        publish(page)
        found = api.json("sites/vantor/resolve/", path=path)
        assert found["to"]["path"].endswith(f"/{slug}/")


def test_another_sites_address_is_another_answer(api: Api, world: World) -> None:
    path = f"pages/{id_of(world.series[0])}/"
    api.get(f"sites/vantor/{path}")
    api.get(f"sites/varmland/{path}", 404)


# --- the memory itself ---


def answer(size: int, **headers: str) -> HttpResponse:
    return HttpResponse(b"x" * size, headers={"ETag": '"1"'} | headers)


def place(address: str) -> Place:
    return Place(1, address, "")


def room_for(number: int, size: int, address: str = "0") -> Memory:
    """A memory that holds just so many answers."""
    response = answer(size)
    one = Kept(STAMP, response.content, dict(response.headers))
    return Memory(number * weight(place(address), one))


def test_what_was_asked_for_longest_ago_leaves_first() -> None:
    size = 1000
    small = room_for(SHARE, size)
    for number in range(SHARE):
        small.keep(place(f"{number:x}"), STAMP, answer(size))
    assert small.find(place("0"), STAMP)
    small.keep(place("x"), STAMP, answer(size))
    assert small.find(place("0"), STAMP)
    assert small.find(place("x"), STAMP)
    assert small.find(place("1"), STAMP) is None


def test_an_answer_for_the_same_takes_the_place_of_the_old_one() -> None:
    small = room_for(SHARE, 1000)
    for version in range(SHARE * 2):
        small.keep(place("a"), f"{version}.abcdef", answer(1000))
    small.keep(place("b"), STAMP, answer(1000))
    assert small.find(place("a"), f"{SHARE * 2 - 1}.abcdef")
    assert small.find(place("b"), STAMP)
    assert small.find(place("a"), STAMP) is None


def test_addresses_and_headers_take_room_too() -> None:
    """Of a page with nothing in it, asked for under ever other names."""
    small, long = Memory(400_000), "x" * 8_000
    places = [place(f"{number}{long}") for number in range(100)]
    for one in places:
        small.keep(one, STAMP, answer(10, **{"Surrogate-Key": long}))
    held = sum(small.find(one, STAMP) is not None for one in places)
    assert 0 < held * 2 * len(long) <= small.most


def test_what_is_too_large_is_not_kept() -> None:
    small = Memory(10_000)
    small.keep(place("a"), STAMP, answer(9_000))
    assert small.find(place("a"), STAMP) is None


def test_without_memory_nothing_is_kept(api: Api, world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "most", 0)
    api.get("sites/vantor/articles/")
    assert cost(api, "sites/vantor/articles/") > 1
