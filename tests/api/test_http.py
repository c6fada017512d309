"""HTTP: methods, conditional requests, cache headers, versions, errors."""

import re

import pytest
from django.http import HttpResponse

from api.views.sites import FrameView
from cms.pipeline.publish import worker
from tests.api.conftest import Api, problem
from tests.api.endpoints import ENDPOINTS, OF_A_SITE, WITHOUT_VERSION, routes, sample
from tests.api.world import World, id_of, preview_token
from tests.build import make_article

TAG = re.compile(
    r"site:[a-z0-9-]+|frame:[a-z0-9-]+|page:[0-9a-f-]{36}|path:[a-z0-9-]+:/[^ ]*"
    r"|list:[a-z0-9-]+:(pages|articles|redirects)|unit:[a-z0-9-]+|units|sites|api"
    r"|version:[a-z0-9-]+|(image|file):[0-9a-f-]{36}"
)


@pytest.fixture(params=ENDPOINTS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_every_route_stands_in_the_table() -> None:
    assert {name for name, _ in routes()} == ENDPOINTS.keys()


def test_every_answer_carries_what_caches_need(api: Api, world: World, name: str) -> None:
    path, query = sample(world, name)
    headers = api.get(path, **query).headers
    assert "origin" in headers["Vary"].lower()
    assert headers["RateLimit-Limit"].isdigit()
    assert headers["RateLimit-Remaining"].isdigit()
    assert 0 < int(headers["RateLimit-Reset"]) <= 60
    assert ("Grenverk-Version" in headers) == (name not in WITHOUT_VERSION)
    if name == "preview":
        assert headers["Cache-Control"] == "private, no-store"
        return
    assert re.fullmatch(r'"([0-9]+\.[0-9a-f]{6}\.[0-9a-f]{8}-)?[0-9a-f]{32}"', headers["ETag"])
    assert "accept-encoding" in headers["Vary"].lower()
    assert "stale-while-revalidate" in headers["Cache-Control"]
    assert "public" in headers["Cache-Control"]
    tags = headers["Surrogate-Key"].split(" ")
    assert all(TAG.fullmatch(tag) for tag in tags), tags
    assert len(set(tags)) == len(tags)
    if name in OF_A_SITE:
        assert "site:vantor" in tags


def test_the_tags_can_be_told_from_the_request(api: Api, world: World) -> None:
    page = id_of(world.pages["section"])
    for path, query, expected in (
        ("sites/vantor/", {}, "frame:vantor"),
        (f"sites/vantor/pages/{page}/", {}, f"page:{page}"),
        (f"sites/vantor/pages/{page}/", {"include": "site"}, "frame:vantor"),
        (f"sites/vantor/pages/{id_of(world.vantor.index)}/", {}, "list:vantor:articles"),
        ("sites/vantor/resolve/", {"path": "/östra-gården/"}, "path:vantor:/%C3%B6stra-g%C3%A5rden/"),
        ("sites/vantor/pages/", {}, "list:vantor:pages"),
        ("sites/vantor/articles/", {}, "list:vantor:articles"),
        ("organisation/units/vantor/", {}, "unit:vantor"),
        ("organisation/units/", {}, "units"),
    ):
        assert expected in api.get(path, **query).headers["Surrogate-Key"].split(" "), path


def test_a_reader_who_has_it_is_told_so(api: Api, world: World, name: str) -> None:
    path, query = sample(world, name)
    if name == "preview":
        assert api.get(path, headers={"If-None-Match": "*"}, **query).content
        return
    first = api.get(path, **query)
    etag = first.headers["ETag"]
    for given in (etag, f"W/{etag}", f'"x", {etag}', "*"):
        again = api.get(path, 304, headers={"If-None-Match": given}, **query)
        assert again.content == b""
        for kept in ("ETag", "Cache-Control", "Vary"):
            assert again.headers[kept] == first.headers[kept]
    assert api.get(path, headers={"If-None-Match": '"other"'}, **query).content == first.content


def test_head_is_get_without_the_body(api: Api, world: World, name: str) -> None:
    path, query = sample(world, name)
    got, head = api.get(path, **query), api.client.head(api.address(path), query_params=query)
    assert (head.status_code, head.content) == (200, b"")
    moving = {"RateLimit-Remaining", "RateLimit-Reset"}
    assert {n: v for n, v in head.headers.items() if n not in moving} == {
        n: v for n, v in got.headers.items() if n not in moving
    }


def test_no_other_method_is_answered(api: Api, world: World, name: str) -> None:
    path, _ = sample(world, name)
    options = api.client.options(api.address(path))
    assert (options.status_code, options.headers["Allow"]) == (204, "GET, HEAD, OPTIONS")
    for method in ("POST", "PUT", "PATCH", "DELETE", "TRACE", "FOO"):
        response = api.client.generic(method, api.address(path), b"[" * 10_000, content_type="application/json")
        assert response.status_code == 405, method
        assert response.headers["Allow"] == "GET, HEAD, OPTIONS"
        assert problem(response)["type"] == "method-not-allowed"


def test_health_answers_wrong_methods_too(api: Api) -> None:
    response = api.client.post("/health/live")
    assert response.status_code == 405
    assert "GET" in response.headers["Allow"]
    problem(response)


@pytest.mark.parametrize("address", ["/api", "/api/", "/api/v2/", "/api/v1/nope/", "/api/v1/sites/vantor", "/health/x"])
def test_an_unknown_address_is_a_problem_too(api: Api, address: str) -> None:
    for response in (api.client.get(address), api.client.post(address)):
        assert response.status_code == 404
        assert problem(response)["type"] == "not-found"
        assert response.headers["Cache-Control"] == "no-store"


def test_whoever_comes_to_the_bare_address_is_led_to_the_admin(api: Api) -> None:
    response = api.client.get("/")
    assert (response.status_code, response.headers["Location"]) == (302, "/admin/")


def test_v_asks_for_an_answer_that_is_new_enough(api: Api, world: World, name: str) -> None:
    path, query = sample(world, name)
    if name in WITHOUT_VERSION:
        api.get(path, v="999999", **query)
    else:
        newest = int(api.get(path, **query).headers["Grenverk-Version"])
        assert newest > 0
        for enough in ("0", str(newest)):
            assert api.get(path, **query, v=enough).content == api.get(path, **query).content
        response = api.get(path, 503, **query, v=str(newest + 1))
        assert problem(response)["type"] == "not-there-yet"
        assert int(response.headers["Retry-After"]) > 0
    for wrong in ("-1", "1.5", "x", "", "9" * 400, "１"):
        problem(api.get(path, 400, **query, v=wrong), "v")


def test_a_foreign_host_is_refused_as_a_problem(api: Api) -> None:
    response = api.client.get("/api/v1/sites/", HTTP_HOST="evil.example.com")
    assert response.status_code == 400
    assert "evil" not in response.content.decode()
    problem(response)


def test_a_crash_tells_nothing(api: Api, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*args: object, **kwargs: object) -> None:
        raise RuntimeError("hemlighet")

    monkeypatch.setattr(FrameView, "site_answer", crash)
    response = api.get("sites/vantor/", 500, headers={"Origin": "http://localhost:9001"})
    assert problem(response)["type"] == "internal-server-error"
    assert "hemlighet" not in response.content.decode()
    assert response.headers["Access-Control-Allow-Origin"] == "http://localhost:9001"


def of_the_bytes(response: HttpResponse) -> str:
    """The hash in an ETag, without the version that is before it."""
    return response.headers["ETag"].rpartition("-")[2]


def test_the_etag_changes_when_the_bytes_do_and_not_otherwise(api: Api, world: World) -> None:
    def look() -> dict[str, tuple[bytes, str]]:
        answers = {}
        for name in ENDPOINTS:
            if name != "preview":
                path, query = sample(world, name)
                response = api.get(path, **query)
                answers[name] = response.content, of_the_bytes(response)
        for name, thing in (
            ("welcome", world.vantor.home),
            ("index", world.vantor.index),
            ("leaf", world.pages["leaf"]),
        ):
            response = api.get(f"sites/vantor/pages/{id_of(thing)}/")
            answers[name] = response.content, of_the_bytes(response)
        response = api.get(f"sites/vantor/pages/{id_of(world.pages['renamed vantor'])}/", include="neighbours")
        return answers | {"beside": (response.content, of_the_bytes(response))}

    before = look()
    assert look() == before
    make_article(world.vantor, "Nyhet")
    worker.drain()
    after = look()
    for name, (content, etag) in after.items():
        assert (content != before[name][0]) == (etag != before[name][1]), name
    changed = {name for name in after if after[name] != before[name]}
    assert {"welcome", "index", "articles", "pages", "version", "beside"} <= changed
    assert not changed & {"leaf", "frame", "unit", "units", "sites", "tags", "image", "schema", "root"}


def test_addresses_never_come_from_the_host_header(api: Api) -> None:
    one = api.client.get("/api/v1/sites/vantor/pages/", HTTP_HOST="127.0.0.1:8000")
    assert one.content == api.get("sites/vantor/pages/").content


def test_a_draft_is_not_told_to_shared_caches(api: Api, world: World) -> None:
    token = preview_token(world, world.pages["leaf"])
    for status, given in ((200, token), (404, "x" * 43)):
        assert "no-store" in api.get("sites/vantor/preview/", status, token=given).headers["Cache-Control"]
