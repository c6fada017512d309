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

from cms.pipeline.publish import collector, flush, kinds, number, placing, redact, write
from cms.pipeline.publish.away import is_away
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.draft import ChangeDraft
from cms.pipeline.publish.errors import RenderRefused
from cms.pipeline.publish.fingerprint import fingerprint
from cms.pipeline.publish.models import Publication, Reason, Touch
from cms.pipeline.publish.sheet import Sheet

logger = logging.getLogger("grenverk.worker")

BATCH = 100
TOGETHER = 40  # renders in one transaction: a publisher who needs one of their rows waits half a second


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
        except Exception as error:
            if at_once or (isinstance(error, Error) and is_away(error)):
                raise  # a database that is away or busy is no fault of the chore's
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
        _place_beside({touch.object_id for touch in touches if touch.kind == "page"})
    return len(touches)


def _place_beside(pages: set[int]) -> None:
    """Once more after the commit: another publisher may have placed something beside them, unseen until now."""
    context = RenderContext()
    drafts = placing.place({}, pages, (), context)
    number.leave(drafts, context.houses)
    number.number(drafts, context.houses)


def keep_appointments() -> int:
    """Ask for a render of what changes with time and is due."""
    due = Publication.objects.filter(render_again_at__lte=timezone.now())
    return write.want(due, render_again_at=None)


def refresh_stale() -> int:
    """Ask for a render of everything that an older deployment rendered."""
    stale = Publication.objects.exclude(fingerprint=fingerprint()).filter(wanted=F("rendered"))
    return write.want(stale)


def render_undone() -> int:
    """Render what is behind: a handful in a transaction, which share what they read."""
    ready = Q(retry_at=None) | Q(retry_at__lte=timezone.now())
    undone = Publication.objects.filter(ready, wanted__gt=F("rendered")).order_by("retry_at", "pk")
    pks = list(undone.values_list("pk", flat=True)[:BATCH])
    for start in range(0, len(pks), TOGETHER):
        with collector.resting():
            _render_together(pks[start : start + TOGETHER])
    return len(pks)


def _render_together(pks: list[UUID]) -> None:
    """If the database refuses something, each goes alone, so that only the one at fault waits."""
    try:
        _render_some(pks)
    except Error:
        for pk in pks:
            _render_alone(pk)


def _render_alone(pk: UUID) -> None:
    try:
        _render_some([pk])
    except Error as error:
        if is_away(error):
            raise
        _postpone(pk, RenderRefused(str(pk), "", repr(error)))


def _render_some(pks: list[UUID]) -> None:
    """Those of them that no other worker is at. A refusal stops nobody else."""
    refused: dict[UUID, RenderRefused] = {}
    gone: list[UUID] = []
    with transaction.atomic():
        rows = _claimed(pks)
        keys = {(row.kind, row.identity.object_id): row for row in rows.values()}
        context = RenderContext()
        context.know({key: row.pk for key, row in keys.items()})
        kinds.foresee(write.shown(rows.values()), context)
        drafts: list[ChangeDraft] = []
        touches: list[Touch] = []
        sheet = Sheet()
        for key, instance in kinds.load(keys).items():
            row = keys[key]
            try:
                rendered, dependencies = flush.render(key, instance, context)
            except RenderRefused as refusal:
                if isinstance(refusal.__cause__, Error) and len(rows) > 1:
                    raise refusal.__cause__ from refusal  # after which PostgreSQL answers nobody in this transaction
                refused[row.pk] = refusal
                continue
            if rendered is None:
                gone.append(row.pk)
                continue
            written = write.write(sheet, key, rendered, dependencies, row, Reason.CHANGED)
            drafts += written.drafts
            touches += [Touch(kind=key[0], object_id=key[1])] if written.outward else []
        sheet.store()
        drafts += placing.place({}, set(), drafts, context)
        Touch.objects.bulk_create(touches)
        number.leave(drafts, context.houses)
        number.number(drafts, context.houses)
    for pk in gone:
        try:
            _withdraw(pk)
        except RenderRefused as refusal:
            refused[pk] = refusal
    for pk, why in refused.items():
        _postpone(pk, why)


def _claimed(pks: list[UUID]) -> dict[UUID, Publication]:
    """Locked, without waiting for whoever has them already. Done meanwhile: not found any more."""
    rows = Publication.objects.select_for_update(skip_locked=True, of=("self",)).filter(pk__in=pks)
    return write.held(rows.filter(wanted__gt=F("rendered")).select_related("identity").order_by("pk"))


def _withdraw(pk: UUID) -> None:
    """What nobody may see any more: in a transaction of its own, since it waits for all that mention it."""
    with transaction.atomic():
        publication = _claimed([pk]).get(pk)
        if publication is None:
            return
        key = (publication.kind, publication.identity.object_id)
        context = RenderContext()
        if flush.render(key, kinds.load([key])[key], context)[0] is not None:
            return  # it came back meanwhile, and is rendered in the next round
        written = write.withdraw(publication, Reason.UNPUBLISHED)
        drafts = written.drafts + redact.redact_mentions({key: pk})
        Touch.objects.create(kind=key[0], object_id=key[1])
        number.leave(drafts, context.houses)
        number.number(drafts, context.houses)


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


def drain(rounds: int = 10_000, *, slow: bool = True, after: Callable[[], object] | None = None) -> int:
    """Work until nothing is left to do now; what failed waits for its time. How much was done.

    `slow=False` leaves slow chores to the worker that runs all the time. `after`: called after each step.
    """
    total = 0
    for _ in range(rounds):
        done = step(at_once=True, slow=slow)
        total += done
        if not done:
            break
        if after:
            after()
    return total


def backlog() -> int:
    """How many publications are behind."""
    return Publication.objects.filter(wanted__gt=F("rendered")).count() + Touch.objects.count()
