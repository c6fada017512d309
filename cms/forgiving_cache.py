"""Redis as a cache that may be away: then nothing is remembered, and everything else goes on.

What is kept there can be read anew (tokens, origins) or does without for a while (rate limits). Once it has not
answered, it is left alone for some seconds: one that hangs would make each reader wait for it, again and again.
"""

import logging
import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.cache.backends.redis import RedisCache
from redis.exceptions import ConnectionError, TimeoutError

logger = logging.getLogger("grenverk.cache")

AWAY = (ConnectionError, TimeoutError)
ALONE = 5.0  # seconds


class _Absence:
    """Until when this process leaves Redis alone (time.monotonic())."""

    until = 0.0

    def lasts(self) -> bool:
        return time.monotonic() < self.until

    def begins(self, error: Exception) -> None:
        logger.warning("Redis does not answer (%s); going on without", error)
        self.until = time.monotonic() + ALONE


absence = _Absence()


def _without(answer: Any, *, always: bool = False) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """A method that answers this while Redis is away. `always`: try it all the same, since it must not be missed."""

    def wrap(method: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(method)
        def wrapped(*args: Any, **kwargs: Any) -> Any:
            if absence.lasts() and not always:
                return answer
            try:
                return method(*args, **kwargs)
            except AWAY as error:
                absence.begins(error)
                return answer

        return wrapped

    return wrap


class ForgivingRedisCache(RedisCache):
    """Django's Redis cache; see above."""

    set = _without(None)(RedisCache.set)
    add = _without(True)(RedisCache.add)  # whoever asks "am I the first?" goes on
    touch = _without(False)(RedisCache.touch)
    # What is deleted was revoked or changed.
    delete = _without(False, always=True)(RedisCache.delete)
    set_many = _without([])(RedisCache.set_many)
    delete_many = _without(None, always=True)(RedisCache.delete_many)
    clear = _without(False, always=True)(RedisCache.clear)

    def get(self, key: Any, default: Any = None, version: Any = None) -> Any:
        return _without(default)(super().get)(key, default, version)

    def get_many(self, keys: Any, version: Any = None) -> Any:
        return _without({})(super().get_many)(keys, version)

    def has_key(self, key: Any, version: Any = None) -> Any:
        return _without(False)(super().has_key)(key, version)

    def incr(self, key: Any, delta: int = 1, version: Any = None) -> Any:
        """ValueError as for a key that is not there."""
        if absence.lasts():
            raise ValueError("Redis does not answer")
        try:
            return super().incr(key, delta, version)
        except AWAY as error:
            absence.begins(error)
            raise ValueError(f"Redis does not answer: {error}") from error
