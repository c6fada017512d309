"""Notes: what is stale for a reason that no site's log tells."""

from collections.abc import Iterable

from django.conf import settings
from django.utils import timezone

from cms.pipeline.publish.draft import ChangeDraft
from cms.sites import cache_tags
from cms.sites.models import PurgedCache, PurgeNote


def note(tags: Iterable[str]) -> None:
    """Say, in the transaction that changes it, what is stale. A cache that was never told loses all it has anyway."""
    if not settings.CACHE_PURGE_URLS:
        return
    wanted, now = list(dict.fromkeys(tags)), timezone.now()
    caches = list(PurgedCache.objects.filter(url__in=settings.CACHE_PURGE_URLS)) if wanted else []
    PurgeNote.objects.bulk_create(PurgeNote(cache=cache, tag=tag, at=now) for cache in caches for tag in wanted)


def note_unplaced(drafts: list[ChangeDraft]) -> None:
    """Of things that are read by themselves and placed on no site."""
    note(tag for draft in drafts for tag in cache_tags.of_unplaced(draft.kind, draft.identity))
