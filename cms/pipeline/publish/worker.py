"""The worker's steps. Each takes its work from rows, so it may be killed at any point and started twice."""

import logging
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import Error, transaction
from django.db.models import F, Q
from django.utils import timezone

from cms.pipeline.publish import flush, kinds, number, redact, write
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.errors import RenderRefused
from cms.pipeline.publish.fingerprint import fingerprint
from cms.pipeline.publish.models import Publication, Reason, Touch

logger = logging.getLogger("grenverk.worker")

BATCH = 100


@dataclass
class Chore:
    """Work of another part: it does a little and returns how much. Looked at every so many seconds."""

    work: Callable[[], int]
    every: float
    slow: bool = False
    patrol: bool = False
    last: float = 0.0

    def run(self, *, at_once: bool) -> int:
        now = time.monotonic()
        if not at_once and now - self.last < self.every:
            return 0
        self.last = now
        try:
            return self.work()
        except Error:
            raise  # the database is away or busy: that is no fault of the chore's
        except Exception:
            if at_once:
                raise
            logger.exception("worker: a chore failed; the others go on")
            return 0


_chores: list[Chore] = []
_starts: list[Callable[[], object]] = []


def chore(work: Callable[[], int], *, every: float, slow: bool = False, patrol: bool = False) -> None:
    """Register a chore; called when the app that owns it starts.

    A slow one is nothing to wait for: see drain(). A patrol looks for what nobody asked for: only the worker that
    runs all the time goes on it, one round after the other.
    """
    _chores.append(Chore(work, every, slow, patrol))


def at_start(step: Callable[[], object]) -> None:
    """Register what a worker does once, when it starts: what a new release asks for."""
    _starts.append(step)


def start() -> int:
    """What is done once; how many publications an older release rendered."""
    for step in _starts:
        step()
    return refresh_stale()


def tell_touches() -> int:
    """Ask for a render of everything that depends on what was touched."""
    with transaction.atomic():
        touches = list(Touch.objects.select_for_update(skip_locked=True).order_by("pk")[:BATCH])
        write.raise_wanted(sorted({(touch.kind, touch.object_id) for touch in touches}))
        Touch.objects.filter(pk__in=[touch.pk for touch in touches]).delete()
    return len(touches)


def keep_appointments() -> int:
    """Ask for a render of what changes with time and is due."""
    due = Publication.objects.filter(render_again_at__lte=timezone.now())
    return write.want(due, render_again_at=None)


def refresh_stale() -> int:
    """Ask for a render of everything that an older deployment rendered."""
    stale = Publication.objects.exclude(fingerprint=fingerprint()).filter(wanted=F("rendered"))
    return write.want(stale)


def render_undone() -> int:
    """Render a batch of publications that are behind, each in a transaction of its own."""
    ready = Q(retry_at=None) | Q(retry_at__lte=timezone.now())
    undone = Publication.objects.filter(ready, wanted__gt=F("rendered")).order_by("retry_at", "pk")
    return sum(_render_one(pk) for pk in undone.values_list("pk", flat=True)[:BATCH])


def _render_one(pk: UUID) -> int:
    try:
        with transaction.atomic():
            row = Publication.objects.select_for_update(skip_locked=True, of=("self",)).filter(
                pk=pk, wanted__gt=F("rendered")
            )
            publication = row.select_related("identity").first()
            if publication:
                _render(publication)
    except RenderRefused as refusal:
        _postpone(pk, refusal)
    return 1


def _render(publication: Publication) -> None:
    kind, pk = publication.kind, publication.identity.object_id
    context = RenderContext()
    instance = kinds.get(kind).load([pk]).get(pk)
    rendered, dependencies = flush.render((kind, pk), instance, context)
    if rendered is None:
        written = write.withdraw(publication, Reason.UNPUBLISHED)
        written.drafts += redact.redact_mentions({(kind, pk): publication.identity_id})
    else:
        written = write.write(kind, publication.identity_id, rendered, dependencies, publication, Reason.CHANGED)
    if written.outward:
        Touch.objects.create(kind=kind, object_id=pk)
    number.number(written.drafts, context.houses)


def _postpone(pk: UUID, refusal: RenderRefused) -> None:
    """Keep what is published, say why, and try again later: after 1, 2, 4 … minutes, at most an hour."""
    logger.warning("render failed: %s (%s)", refusal, refusal.detail)
    publication = Publication.objects.filter(pk=pk).first()
    if publication:
        wait = timedelta(minutes=min(60, 2**publication.attempts))
        Publication.objects.filter(pk=pk).update(
            failure=f"{refusal} {refusal.detail}",
            attempts=F("attempts") + 1,
            retry_at=timezone.now() + wait,
        )


def step(*, at_once: bool = False, slow: bool = True) -> int:
    """One round of everything; how much was done. `at_once` does not wait for the chores' turn."""
    done = tell_touches() + keep_appointments() + render_undone()
    wanted = (one for one in _chores if (slow or not one.slow) and not (at_once and one.patrol))
    return done + sum(one.run(at_once=at_once) for one in wanted)


def drain(rounds: int = 10_000, *, slow: bool = True) -> int:
    """Work until nothing is left to do now; what failed waits for its time. How much was done.

    `slow=False` leaves slow chores to the worker that runs all the time.
    """
    total = 0
    for _ in range(rounds):
        done = step(at_once=True, slow=slow)
        total += done
        if not done:
            break
    return total


def backlog() -> int:
    """How many publications are behind."""
    return Publication.objects.filter(wanted__gt=F("rendered")).count() + Touch.objects.count()
