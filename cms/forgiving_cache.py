"""Redis as a cache that may be away: then nothing is remembered, and everything else goes on.

What is kept there can be read anew (tokens, origins) or does without for a while (rate limits).
"""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import ConnectionError, TimeoutError

logger = logging.getLogger("grenverk.cache")

AWAY = (ConnectionError, TimeoutError)


def _without(answer: Any) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """A method that answers this while Redis is away."""

    def wrap(method: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(method)
        def wrapped(*args: Any, **kwargs: Any) -> Any:
            try:
                return method(*args, **kwargs)
            except AWAY as error:
                logger.warning("Redis does not answer (%s); going on without", error)
                return answer

        return wrapped

    return wrap


class ForgivingRedisCache(RedisCache):
    """Django's Redis cache; see above."""

    set = _without(None)(RedisCache.set)
    add = _without(True)(RedisCache.add)  # whoever asks "am I the first?" goes on
    touch = _without(False)(RedisCache.touch)
    delete = _without(False)(RedisCache.delete)
    set_many = _without([])(RedisCache.set_many)
    delete_many = _without(None)(RedisCache.delete_many)
    clear = _without(False)(RedisCache.clear)

    def get(self, key: Any, default: Any = None, version: Any = None) -> Any:
        return _without(default)(super().get)(key, default, version)

    def get_many(self, keys: Any, version: Any = None) -> Any:
        return _without({})(super().get_many)(keys, version)

    def has_key(self, key: Any, version: Any = None) -> Any:
        return _without(False)(super().has_key)(key, version)

    def incr(self, key: Any, delta: int = 1, version: Any = None) -> Any:
        """ValueError as for a key that is not there."""
        try:
            return super().incr(key, delta, version)
        except AWAY as error:
            raise ValueError(f"Redis does not answer: {error}") from error
