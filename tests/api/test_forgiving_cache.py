"""Without Redis reads go on."""

import socket

import pytest
from django.conf import LazySettings
from django.core.cache import cache

from tests.api.conftest import Api


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


@pytest.mark.usefixtures("world", "nobody_there")
def test_the_api_answers_without_redis() -> None:
    api = Api()
    for path in ("sites/", "sites/vantor/", "sites/vantor/pages/", "sites/vantor/version/"):
        response = api.get(path, headers={"Origin": "http://localhost:9001"})
        assert response.headers["RateLimit-Limit"]
        assert response.headers["ETag"]
