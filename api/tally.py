"""Counts that processes share, told to the shared cache in portions.

A round to the cache for every request would cost more than the request's own reading. So each process counts by itself
and tells the cache a portion at a time; near the limit it tells every one. Between two tellings a process does not
know what others have counted: in all they may let through one portion each more than the limit, never one less.
"""

from dataclasses import dataclass

from django.core.cache import cache

WINDOW = 60  # seconds
LARGEST = 50  # of a portion
NEAR = 0.9  # of the limit: from here on every request is told
MOST_KEPT = 10_000  # who is counted here; beyond that the counting begins anew


@dataclass
class _Count:
    known: int  # what the cache said last
    own: int = 0  # counted here since


class Tally:
    """Counts of the running minute, by who is counted. Two threads may lose a count to each other: none is refused."""

    def __init__(self) -> None:
        self._minute = 0
        self._counts: dict[str, _Count] = {}

    def count(self, who: str, limit: int, now: float) -> int:
        """Count one of at most `limit` this minute; how many there were by now, as far as is known here."""
        portion = min(LARGEST, limit // 100)
        if portion < 2:
            return _add(_key(who, now), 1)
        counts = self._current(now)
        count = counts.get(who)
        if count is None:
            count = counts[who] = _Count(_add(_key(who, now), 1))
            return count.known
        count.own += 1
        if count.own >= portion or count.known + count.own > limit * NEAR:
            told, count.own = count.own, 0
            count.known = _add(_key(who, now), told)
        return count.known + count.own

    def _current(self, now: float) -> dict[str, _Count]:
        minute = int(now // WINDOW)
        if minute != self._minute or len(self._counts) >= MOST_KEPT:
            self._minute, self._counts = minute, {}
        return self._counts


def counted(who: str, now: float) -> int:
    """How many there were this minute, as far as the cache was told."""
    found: int = cache.get(_key(who, now), 0)
    return found


def _add(key: str, number: int) -> int:
    cache.add(key, 0, WINDOW * 2)
    try:
        return cache.incr(key, number)
    except ValueError:  # the entry was thrown out between the two calls
        return number


def _key(who: str, now: float) -> str:
    return f"throttle:{who}:{int(now // WINDOW)}"


tally = Tally()
