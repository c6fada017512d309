"""What a reading costs: middleware, token, throttle and CORS included, caches warm but for the answer."""

from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from api.memory import memory
from cms.pipeline.publish import worker
from tests.api.conftest import Api
from tests.api.endpoints import ENDPOINTS, sample
from tests.api.world import World, id_of, picture
from tests.build import link_to, make_article, make_page, text


def queries(api: Api, world: World, path: str, /, **query: str) -> int:
    headers = {"Authorization": f"Bearer {world.tokens['good']}", "Origin": "http://localhost:9001"}
    api.get(path, headers=headers, **query)
    memory.clear()  # it is the reading that is counted here
    with CaptureQueriesContext(connection) as captured:
        api.get(path, headers=headers, **query)
    return len(captured)


def pages(world: World) -> Iterator[str]:
    for thing in (world.vantor.home, world.vantor.index, world.series[0], *world.pages.values()):
        if thing.url_path.startswith(world.vantor.home.url_path):
            yield str(id_of(thing))


def test_a_page_takes_three_queries_at_most(api: Api, world: World) -> None:
    for identity in pages(world):
        path = api.json(f"sites/vantor/pages/{identity}/")["path"]
        for query in ({}, {"include": "site"}, {"include": "site,neighbours"}, {"v": "1"}, {"fields": "title,body"}):
            assert queries(api, world, f"sites/vantor/pages/{identity}/", **query) <= 3, path
            assert queries(api, world, "sites/vantor/resolve/", path=path, **query) <= 3, path


@pytest.mark.parametrize("name", ENDPOINTS)
def test_everything_takes_four_at_most(api: Api, world: World, name: str) -> None:
    path, query = sample(world, name)
    assert queries(api, world, path, **query) <= 4


@pytest.mark.parametrize("view", ["card", "full"])
@pytest.mark.parametrize("path", ["sites/vantor/pages/", "sites/vantor/articles/"])
def test_a_list_takes_four_at_most_for_one_row_and_for_twenty(api: Api, world: World, path: str, view: str) -> None:
    # The filters that cost a query of their own, all together.
    narrow = {"under": str(id_of(world.vantor.home)), "count": "true", "language": "*"}
    for query in ({}, narrow, {"order": "title", **narrow}, {"tag": "skola"}):
        counts = {limit: queries(api, world, path, view=view, limit=limit, **query) for limit in ("1", "20", "100")}
        assert max(counts.values()) <= 4, (query, counts)


def test_the_cost_does_not_grow_with_the_rows(api: Api, world: World) -> None:
    """Articles whose bodies link and list, whole."""
    for number in range(20):
        body = [text(link_to(world.series[number])), ("latest_articles", {"heading": "", "count": number % 12 + 1})]
        make_article(world.vantor, f"Listar {number}", body=body)
    path, whole = "sites/vantor/articles/", {"view": "full"}
    assert queries(api, world, path, limit="1", **whole) == queries(api, world, path, limit="20", **whole) <= 4


def test_a_cursor_costs_nothing_more(api: Api, world: World) -> None:
    first = queries(api, world, "sites/vantor/pages/", limit="5")
    following = api.json("sites/vantor/pages/", limit="5")["next"]
    assert queries(api, world, following) == first


def test_other_lists_cost_the_same_for_one_row_and_for_all(api: Api, world: World) -> None:
    for path in ("sites/", "organisation/units/", "sites/vantor/tags/"):
        counts = {queries(api, world, path, limit=limit, count="true") for limit in ("1", "20")}
        assert len(counts) == 1, path
        assert max(counts) <= 4


def test_images_add_no_query_to_reading_a_page(api: Api, world: World, django_assert_num_queries) -> None:
    """None, one, and twenty different ones: in the text, in galleries and at the head."""
    fresh = [picture(f"bild-{number}", size=(90 + number, 60)) for number in range(20)]
    counts = {}
    for number in (0, 1, 20):
        body = [("image", {"image": image, "alt": "", "size": "normal"}) for image in fresh[:number]]
        body += [("gallery", {"images": [{"image": image, "alt": "I galleriet"} for image in fresh[:number]]})]
        page = make_page(
            world.vantor, f"Bilder {number}", body=body if number else [], image=fresh[0] if number else None
        )
        worker.drain(slow=False)
        path = f"sites/vantor/pages/{id_of(page)}/"
        shown = api.get(path).content.decode()
        assert len({str(id_of(image, "image")) for image in fresh if str(id_of(image, "image")) in shown}) == number
        counts[number] = queries(api, world, path)
        memory.clear()
        with django_assert_num_queries(counts[0]):
            api.get(
                path, headers={"Authorization": f"Bearer {world.tokens['good']}", "Origin": "http://localhost:9001"}
            )
        memory.clear()
        with django_assert_num_queries(2):
            api.get(path)
    assert len(set(counts.values())) == 1, counts
