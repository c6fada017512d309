"""CORS by site: which browser origins may read what."""

import pytest
from pytest_django import DjangoAssertNumQueries

from cms.sites.models import FrontendOrigin
from tests.api.conftest import Api
from tests.api.endpoints import ENDPOINTS, OF_A_SITE, sample
from tests.api.world import World
from tests.build import make_site

OWN, OTHERS, FOREIGN = "http://localhost:9001", "http://localhost:9002", "https://evil.example.com"
ALLOW = "Access-Control-Allow-Origin"
EXPOSED = {"ETag", "Grenverk-Version", "Retry-After", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"}


def allowed(api: Api, path: str, origin: str, method: str = "get", /, **query: str) -> str | None:
    """What the answer allows; it is never credentials, and it always varies by origin."""
    asked = getattr(api.client, method)(
        api.address(path), query_params=query, headers={"Origin": origin, "Access-Control-Request-Method": "GET"}
    )
    assert "Access-Control-Allow-Credentials" not in asked.headers
    assert "origin" in asked.headers["Vary"].lower()
    if ALLOW in asked.headers:
        assert not EXPOSED - set(asked.headers["Access-Control-Expose-Headers"].split(", "))
    return asked.headers.get(ALLOW)


@pytest.mark.parametrize("name", ENDPOINTS)
def test_an_origin_may_read_its_own_site_and_what_belongs_to_all(api: Api, world: World, name: str) -> None:
    path, query = sample(world, name)
    for method in ("get", "head", "options"):
        assert allowed(api, path, OWN, method, **query) == OWN
        assert allowed(api, path, OTHERS, method, **query) == (None if name in OF_A_SITE else OTHERS)
        for stranger in (
            FOREIGN,
            "null",
            OWN + ".evil.example.com",
            OWN + "/",
            "http://localhost",
            "http://[",
            "*",
            "é",
        ):
            assert allowed(api, path, stranger, method, **query) is None
    response = api.get(path, **query)
    assert ALLOW not in response.headers
    assert "origin" in response.headers["Vary"].lower()


def test_errors_can_be_read_too(api: Api) -> None:
    for path in (
        "sites/vantor/pages/?nope=1",
        "sites/vantor/pages/x/",
        "sites/vantor/pages/?v=999999",
        "sites/vantor/x/",
    ):
        assert allowed(api, path, OWN) == OWN, path
        assert allowed(api, path, OTHERS) is None, path
    assert allowed(api, "nope/", OTHERS) == OTHERS
    assert allowed(api, "sites/lund/", OWN) is None


def test_a_preflight_allows_reading_only(api: Api) -> None:
    headers = {"Origin": OWN, "Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "authorization"}
    response = api.client.options(api.address("sites/vantor/"), headers=headers)
    assert response.status_code in (200, 204)
    assert set(response.headers["Access-Control-Allow-Methods"].split(", ")) == {"GET", "HEAD", "OPTIONS"}
    assert "authorization" in response.headers["Access-Control-Allow-Headers"]


def test_only_the_api_is_opened(api: Api) -> None:
    """The front ends' origins mean nothing to the admin and the media."""
    for address in ("/admin/login/", "/admin/", "/media/x.webp", "/"):
        assert ALLOW not in api.client.get(address, headers={"Origin": OWN}).headers, address


def test_a_change_takes_effect_at_once(
    api: Api, world: World, django_capture_on_commit_callbacks: pytest.FixtureDef
) -> None:
    further = "https://www.example.se"
    assert allowed(api, "sites/vantor/", further) is None
    with django_capture_on_commit_callbacks(execute=True):
        origin = FrontendOrigin.objects.create(frontend=world.vantor.frontend, origin=further)
    assert allowed(api, "sites/vantor/", further) == further
    assert allowed(api, "sites/varmland/", further) is None
    assert allowed(api, "sites/", further) == further
    with django_capture_on_commit_callbacks(execute=True):
        origin.delete()
    assert allowed(api, "sites/vantor/", further) is None
    frontend = world.vantor.frontend
    with django_capture_on_commit_callbacks(execute=True):
        frontend.base_url, frontend.slug = further, "vantor-farsta"
        frontend.save()
    for slug in ("vantor", "vantor-farsta"):
        assert allowed(api, f"sites/{slug}/", further) == further
        assert allowed(api, f"sites/{slug}/", OWN) is None


def test_reading_the_origins_costs_the_same_for_many_sites(
    api: Api, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    from cms.sites import origins

    for extra in range(2):
        make_site(f"extra-{extra}", port=9100 + extra)
        with django_assert_num_queries(3):
            origins._read()
