"""How the caches before the API take what they are told. Reading only."""

from dataclasses import dataclass

from django.conf import settings
from django.utils import timezone

from cms.sites.models import PurgedCache


@dataclass(frozen=True)
class CacheState:
    """`failing`: for how many seconds it has taken nothing; 0 if it takes all. `tags`: how many it took, ever."""

    url: str
    tags: int
    failing: float
    failures: int
    failure: str
    everything: bool


def now() -> list[CacheState]:
    """The caches in the settings, in one query; none that no worker and no publisher has told yet."""
    if not settings.CACHE_PURGE_URLS:
        return []
    return [_state(cache) for cache in PurgedCache.objects.filter(url__in=settings.CACHE_PURGE_URLS).order_by("url")]


def _state(cache: PurgedCache) -> CacheState:
    since = cache.failing_since
    failing = max(0.0, (timezone.now() - since).total_seconds()) if since else 0.0
    return CacheState(cache.url, cache.tags, failing, cache.failures, cache.failure, cache.everything)
