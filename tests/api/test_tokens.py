"""Rate limits and tokens."""

import pytest
from django.core.cache import cache
from django.test import RequestFactory, override_settings

from api.throttle import client_address
from cms.sites.models import FrontendToken
from tests.api.conftest import Api, problem
from tests.api.world import World

low = override_settings(THROTTLE_ANONYMOUS=3, THROTTLE_TOKEN=6)


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


@low
def test_too_many_requests_are_refused(api: Api) -> None:
    left = [api.get("sites/").headers["RateLimit-Remaining"] for _ in range(3)]
    assert left == ["2", "1", "0"]
    response = api.get("sites/vantor/", 429, headers={"Origin": "http://localhost:9001"})
    assert problem(response)["type"] == "too-many-requests"
    assert 0 < int(response.headers["Retry-After"]) <= 60
    assert (response.headers["RateLimit-Limit"], response.headers["RateLimit-Remaining"]) == ("3", "0")
    assert response.headers["Access-Control-Allow-Origin"] == "http://localhost:9001"


@low
def test_a_refused_request_counts_and_says_so(api: Api) -> None:
    assert api.get("sites/lund/", 404).headers["RateLimit-Remaining"] == "2"
    assert api.get("sites/?x=1", 400).headers["RateLimit-Remaining"] == "1"
    assert api.get("schema/").headers["RateLimit-Remaining"] == "0"
    api.get("docs/", 429)


@low
def test_a_token_raises_the_limit(api: Api, world: World) -> None:
    headers = bearer(world.tokens["good"])
    left = [api.get("sites/vantor/", headers=headers).headers["RateLimit-Remaining"] for _ in range(6)]
    assert left == ["5", "4", "3", "2", "1", "0"]
    api.get("sites/vantor/", 429, headers=headers)
    api.get("sites/vantor/")


def test_every_token_that_is_not_valid_gets_the_same_answer(api: Api, world: World) -> None:
    def answer(header: str) -> tuple[bytes, dict[str, str]]:
        response = api.get("sites/vantor/", 401, headers={"Authorization": header})
        assert problem(response)["type"] == "unauthorized"
        return response.content, dict(response.headers)

    expected = answer(f"Bearer {world.tokens['unknown']}")
    assert expected[1]["WWW-Authenticate"] == "Bearer"
    good = world.tokens["good"]
    for header in (
        f"Bearer {world.tokens['expired']}",
        f"Bearer {world.tokens['revoked']}",
        f"Bearer {good[:-1]}",
        f"Basic {good}",
        good,
        "Bearer",
        "Bearer " + "x" * 5000,
        "Bearer \xe9",
    ):
        assert answer(header) == expected, header
    api.get("sites/vantor/", headers={"Authorization": f"bearer  {good}"})


def test_a_revoked_token_is_worth_nothing_at_once(
    api: Api, world: World, django_capture_on_commit_callbacks: pytest.FixtureDef
) -> None:
    headers = bearer(world.tokens["good"])
    api.get("sites/vantor/", headers=headers)
    token = FrontendToken.objects.get(name="bra")
    with django_capture_on_commit_callbacks(execute=True):
        token.revoked_at = token.created_at
        token.save()
    api.get("sites/vantor/", 401, headers=headers)


def test_a_token_that_expires_is_worth_nothing_at_once(api: Api, world: World) -> None:
    headers = bearer(world.tokens["good"])
    api.get("sites/vantor/", headers=headers)
    token = cache.get(f"token:{FrontendToken.objects.get(name='bra').token_hash}")
    token.expires_at = token.created_at
    cache.set(f"token:{token.token_hash}", token)
    api.get("sites/vantor/", 401, headers=headers)


@low
def test_guesses_are_throttled(api: Api, world: World) -> None:
    """After too many wrong ones not even a right one is told; one that is in use already is not disturbed."""
    for number in range(3):
        api.get("sites/", 401, headers=bearer(f"gv_{number}"))
    response = api.get("sites/", 429, headers=bearer("gv_4"))
    assert "Retry-After" in response.headers
    api.get("sites/", 429, headers=bearer(world.tokens["good"]))
    api.get("sites/", 200, headers={})


@low
def test_guessing_does_not_disturb_a_token_in_use(api: Api, world: World) -> None:
    api.get("sites/", headers=bearer(world.tokens["good"]))
    for number in range(5):
        api.client.get("/api/v1/sites/", headers=bearer(f"gv_{number}"))
    api.get("sites/", headers=bearer(world.tokens["good"]))


@pytest.mark.parametrize(
    ("proxies", "header", "address"),
    [
        (0, "1.1.1.1", "9.9.9.9"),
        (0, "", "9.9.9.9"),
        (1, "", "9.9.9.9"),
        (1, "1.1.1.1", "1.1.1.1"),
        (1, "6.6.6.6, 1.1.1.1", "1.1.1.1"),
        (2, "6.6.6.6, 1.1.1.1, 2.2.2.2", "1.1.1.1"),
        (2, "1.1.1.1", "9.9.9.9"),
    ],
)
def test_x_forwarded_for_is_believed_as_far_as_our_proxies_wrote_it(proxies: int, header: str, address: str) -> None:
    request = RequestFactory().get("/", REMOTE_ADDR="9.9.9.9", headers={"X-Forwarded-For": header} if header else None)
    with override_settings(TRUSTED_PROXIES=proxies):
        assert client_address(request) == address


@low
def test_a_made_up_address_escapes_nothing(api: Api) -> None:
    for number in range(3):
        api.get("sites/", headers={"X-Forwarded-For": f"1.2.3.{number}"})
    api.get("sites/", 429, headers={"X-Forwarded-For": "1.2.3.99"})
