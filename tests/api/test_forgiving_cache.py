"""Without Redis reads go on."""

import socket
from unittest import mock

import pytest
from django.conf import LazySettings
from django.core.cache import cache
from django.core.cache.backends.redis import RedisCache
from redis.exceptions import TimeoutError

from cms import forgiving_cache
from tests.api.conftest import Api


@pytest.fixture(autouse=True)
def answered_so_far(monkeypatch: pytest.MonkeyPatch) -> None:
    """What one test found away is there for the next."""
    monkeypatch.setattr(forgiving_cache, "absence", forgiving_cache._Absence())


@pytest.fixture
def nobody_there(settings: LazySettings) -> None:
    """A port on which nothing listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    settings.CACHES = {
        "default": {"BACKEND": "cms.forgiving_cache.ForgivingRedisCache", "LOCATION": f"redis://127.0.0.1:{port}/0"}
    }


@pytest.mark.usefixtures("nobody_there")
def test_nothing_is_remembered_and_nothing_breaks() -> None:
    cache.set("a", 1)
    cache.set_many({"a": 1})
    assert cache.get("a") is None
    assert cache.get("a", 7) == 7
    assert cache.get_many(["a"]) == {}
    assert cache.add("a", 1)
    assert "a" not in cache
    assert cache.get_or_set("a", 5) == 5
    cache.delete("a")
    with pytest.raises(ValueError, match="does not answer"):
        cache.incr("a")


@pytest.mark.usefixtures("nobody_there")
def test_who_hangs_is_left_alone_for_a_while(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else each reader would wait for it, once for every question."""
    asked = mock.Mock(side_effect=TimeoutError("Timeout reading from socket"))
    clock = mock.Mock(monotonic=mock.Mock(return_value=1000.0))
    monkeypatch.setattr(forgiving_cache, "time", clock)
    monkeypatch.setattr(RedisCache, "get", asked)
    assert [cache.get("a"), cache.get("a", 7), cache.get_or_set("a", 5)] == [None, 7, 5]
    assert asked.call_count == 1
    clock.monotonic.return_value += forgiving_cache.ALONE
    cache.get("a")
    assert asked.call_count == 2


@pytest.mark.usefixtures("nobody_there")
def test_a_deletion_is_tried_whoever_hangs() -> None:
    """A token that was revoked must not be found there later."""
    cache.get("a")
    with mock.patch("django.core.cache.backends.redis.RedisCacheClient.delete") as asked:
        cache.delete("a")
    assert asked.call_count == 1


@pytest.mark.usefixtures("world", "nobody_there")
def test_the_api_answers_without_redis() -> None:
    api = Api()
    for path in ("sites/", "sites/vantor/", "sites/vantor/pages/", "sites/vantor/version/"):
        response = api.get(path, headers={"Origin": "http://localhost:9001"})
        assert response.headers["RateLimit-Limit"]
        assert response.headers["ETag"]
