"""Following: each cache is told its backlog, and what came of it is written down.

No lock and no transaction holds while a cache is waited for: whoever finds something to tell tells it. Two at once tell
the same twice, which harms nothing, and a position only rises; whoever is killed in between leaves it to the next.
"""

import logging
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q, QuerySet, Value
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone

from cms.sites.models import PurgedCache, PurgeNote, PurgePosition
from cms.sites.purge import backlog, sender
from cms.sites.purge.backlog import Backlog, Position

logger = logging.getLogger("grenverk.purge")

HASTY = 0.5  # seconds that an editor waits at most, once: a cache that failed is the worker's from then on
PATIENT = 3.0
LONGEST = 300  # seconds between two tries

WELL = {"failures": 0, "failure": "", "failing_since": None, "retry_at": None}

_release: Callable[[], str] | None = None


def register_release(name: Callable[[], str]) -> None:
    """Say what names the code that answers; called once, by the app that knows."""
    global _release
    _release = name


def at_once() -> int:
    """After a commit: tell the caches that take what they are told."""
    return _tell(Q(failures=0), HASTY)


def work() -> int:
    """The worker's: what nobody told yet, to whom it is time to try again. How many tags were taken."""
    return _tell(Q(retry_at=None) | Q(retry_at__lte=timezone.now()), PATIENT)


def start() -> None:
    """When a worker starts: caches that hold answers of another release lose them all; those not in the settings go."""
    if not settings.CACHE_PURGE_URLS:
        PurgedCache.objects.all().delete()
        return
    PurgedCache.objects.exclude(url__in=settings.CACHE_PURGE_URLS).delete()
    release = _release() if _release else ""
    _caches().exclude(release=release).update(release=release, everything=True)


def now(*, empty: bool) -> int:
    """Tell all of them, whenever they failed last. `empty`: they lose all that they hold."""
    if empty:
        _caches().update(everything=True)
    return _tell(Q(), PATIENT)


def _caches() -> QuerySet[PurgedCache]:
    """The caches in the settings; those that are new get a row."""
    there = PurgedCache.objects.filter(url__in=settings.CACHE_PURGE_URLS)
    if there.count() < len(set(settings.CACHE_PURGE_URLS)):
        release = _release() if _release else ""
        new = (PurgedCache(url=url, release=release) for url in set(settings.CACHE_PURGE_URLS))
        PurgedCache.objects.bulk_create(new, ignore_conflicts=True)
    return there


def _tell(ready: Q, patience: float) -> int:
    if not settings.CACHE_PURGE_URLS:
        return 0
    found = [(cache, backlog.of(cache)) for cache in _caches().filter(ready)]
    due = [(cache, work) for cache, work in found if work.tags or work.positions]
    if not due:
        return 0
    # At the same time, so that one that does not answer keeps no other waiting. Only HTTP: the rows are read already.
    with ThreadPoolExecutor(len(due)) as threads:
        outcomes = threads.map(lambda one: _try(one[0].url, one[1], patience), due)
        return sum(_write_down(cache, work, failure) for (cache, work), failure in zip(due, outcomes, strict=True))


def _try(url: str, work: Backlog, patience: float) -> str:
    """What went wrong; "" if the cache took it."""
    try:
        sender.send(url, work.tags, patience)
    except sender.PurgeError as error:
        return str(error) or repr(error)
    return ""


def _write_down(cache: PurgedCache, work: Backlog, failure: str) -> int:
    if failure:
        _failed(cache, failure)
        return 0
    with transaction.atomic():
        mine = PurgedCache.objects.filter(pk=cache.pk)
        if not mine.select_for_update():  # one writes after the other; the settings may have dropped it meanwhile
            return 0
        if work.everything:
            PurgePosition.objects.filter(cache=cache).delete()
        for site_id, position in work.positions.items():
            _advance(cache, site_id, position)
        PurgeNote.objects.filter(pk__in=work.first).update(told=True)
        PurgeNote.objects.filter(pk__in=work.second).delete()
        news = {"everything": False} if work.everything else {}
        mine.update(tags=F("tags") + len(work.tags), told_at=timezone.now(), **WELL, **news)
    if cache.failures:
        logger.info("%s takes purges again, after %d failures", cache.url, cache.failures)
    return len(work.tags)


def _advance(cache: PurgedCache, site_id: int, position: Position) -> None:
    seq, again = position
    known = PurgePosition.objects.filter(cache=cache, site_id=site_id)
    if not known.update(seq=Greatest(F("seq"), seq), again=Greatest(F("again"), again)):
        new = PurgePosition(cache=cache, site_id=site_id, seq=seq, again=again)
        PurgePosition.objects.bulk_create([new], ignore_conflicts=True)


def _failed(cache: PurgedCache, failure: str) -> None:
    """Try again after 1, 2, 4 … seconds, at most five minutes. The first failure is logged, the others are counted."""
    now = timezone.now()
    wait = timedelta(seconds=min(LONGEST, 2 ** min(cache.failures, 20)))
    PurgedCache.objects.filter(pk=cache.pk).update(
        failures=F("failures") + 1,
        failure=failure,
        failing_since=Coalesce("failing_since", Value(now)),
        retry_at=now + wait,
    )
    if not cache.failures:
        logger.warning("%s does not take purges and may answer with what is old: %s", cache.url, failure)
    if cache.notes.count() > backlog.FAR:
        cache.notes.all().delete()
        PurgedCache.objects.filter(pk=cache.pk).update(everything=True)
