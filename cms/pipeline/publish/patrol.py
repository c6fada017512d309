"""Patrols look for what nobody was told of: an edit in raw SQL, a row that a restored backup brought back.

The sweep compares often what there is with what is published; the audit renders everything in rotation and compares
the bytes. Both mend what they find as an editor's change would, and count it. Two workers take turns at the audit; if
both sweep, what the first has mended is right when the second comes to it.
"""

import os
import socket
from collections.abc import Iterable, Iterator
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F
from django.utils import timezone

from cms.pipeline.publish import kinds, rebuild
from cms.pipeline.publish.context import Key, RenderContext
from cms.pipeline.publish.models import Beat, Patrol, Publication, Reason
from cms.pipeline.publish.publishing import publishing

AUDITED = 20  # publications a step: some fifty milliseconds' work
SEEN = 500  # things whose place is looked up at once
MENDED = 100  # things that are mended in one transaction
FORGOTTEN = timedelta(days=1)  # a worker that gave no sign for so long


def sweep() -> int:
    """Publish what is public and is not published, withdraw what is published and is gone; how much was mended."""
    mended = sum(_sweep(name) for name in kinds.names())
    with transaction.atomic():
        patrol, _ = Patrol.objects.select_for_update().get_or_create(name="sweep")
        _tell(patrol, mended, "")
    return mended


def audit(number: int = AUDITED) -> int:
    """Render the next publications and compare; how many were mended. What the worker has yet to do is left to it."""
    with transaction.atomic():
        patrol = _mine("audit")
        if patrol is None:
            return 0
        behind = Publication.objects.order_by("pk").select_related("identity")
        if patrol.position:
            behind = behind.filter(pk__gt=UUID(patrol.position))
        rows = list(behind[:number])
        keys = [(row.kind, row.identity.object_id) for row in rows if row.wanted == row.rendered]
        wrong = {key for key, _ in rebuild.compare(keys, RenderContext())}
        _mend(wrong)
        _tell(patrol, len(wrong), rows[-1].pk.hex if len(rows) == number else "")
    return len(wrong)


def beat() -> int:
    """Say that this worker lives. Nothing to wait for, so nothing done."""
    now = timezone.now()
    Beat.objects.update_or_create(name=f"{socket.gethostname()}:{os.getpid()}"[:100], defaults={"at": now})
    Beat.objects.filter(at__lt=now - FORGOTTEN).delete()
    return 0


def _mine(name: str) -> Patrol | None:
    """The patrol's row, locked; None while another worker is at it."""
    Patrol.objects.get_or_create(name=name)
    return Patrol.objects.select_for_update(skip_locked=True).filter(name=name).first()


def _tell(patrol: Patrol, mended: int, position: str) -> None:
    patrol.position = position
    patrol.mended += mended
    if not position:
        patrol.rounds, patrol.round_at = patrol.rounds + 1, timezone.now()
    patrol.save()


def _sweep(name: str) -> int:
    there = set(kinds.get(name).all_pks())
    settled = Publication.objects.filter(kind=name, wanted=F("rendered"))
    stored = set(Publication.objects.filter(kind=name).values_list("identity__object_id", flat=True))
    gone = sorted(set(settled.values_list("identity__object_id", flat=True)) - there)
    mended = sum(_put_right(keys, Reason.UNPUBLISHED) for keys in _some(name, gone, MENDED))
    for looked_at in _some(name, sorted(there - stored), SEEN):
        seen = sorted(pk for _, pk in _seen(looked_at))
        mended += sum(_put_right(keys, Reason.CHANGED) for keys in _some(name, seen, MENDED))
    return mended


def _some(name: str, pks: list[int], most: int) -> Iterator[list[Key]]:
    for start in range(0, len(pks), most):
        yield [(name, pk) for pk in pks[start : start + most]]


def _put_right(keys: list[Key], reason: Reason) -> int:
    """How many came or went; what cannot be rendered stays away."""
    before = _published(keys)
    _mend(keys, reason)
    return len(before ^ _published(keys))


def _published(keys: list[Key]) -> set[int]:
    (name,) = {kind for kind, _ in keys}
    rows = Publication.objects.filter(kind=name, identity__object_id__in=[pk for _, pk in keys])
    return set(rows.values_list("identity__object_id", flat=True))


def _seen(keys: list[Key]) -> set[Key]:
    """Which of these somebody may see: a live page may be private, or stand outside every site."""
    context = RenderContext()
    found = kinds.load(keys)
    with context.recording():
        return {key for key in keys if found[key] is not None and kinds.get(key[0]).see(found[key], context)}


def _mend(keys: Iterable[Key], reason: Reason = Reason.CHANGED) -> None:
    with publishing() as batch:
        for kind, pk in keys:
            batch.note(kind, pk, reason, reached=True)
