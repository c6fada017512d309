"""`publishing()`: the one way to commit.

Everything that writes content runs inside it: unsafe methods of the admin, page methods, the schedule, commands.
Receivers only note what was touched; as the last step of the transaction one flush renders, places, numbers and
logs it. Outside the context a receiver opens one of its own, so a line in a shell is published too.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from django.db import transaction

from cms.pipeline.publish import tree_lock
from cms.pipeline.publish.batch import Batch
from cms.pipeline.publish.flush import flush
from cms.pipeline.publish.models import Reason

_current: ContextVar[Batch | None] = ContextVar("publishing", default=None)
_following: list[Callable[[], object]] = []
_committed: list[Callable[[], object]] = []


def afterwards(step: Callable[[], object]) -> None:
    """Register what follows from what is shown now: called in the transaction, after a flush, it may publish too."""
    _following.append(step)


def committed(step: Callable[[], object]) -> None:
    """Register what is done as soon as it is committed, before whoever published it is answered; so it must be quick.

    What it raises is logged and keeps nobody.
    """
    _committed.append(step)


@contextmanager
def publishing(*, apart: bool = False, alone: bool = False) -> Iterator[Batch]:
    """A transaction that ends in a flush.

    Inside another it joins that one; with `apart=True` it flushes by itself, so that an item which is refused
    (RenderRefused) rolls back alone and leaves the others. `alone=True` for what changes the shape of the page tree.
    """
    outer = _current.get()
    if outer is not None and not apart:
        if alone:
            tree_lock.hold(alone=True)
        yield outer
        return
    with transaction.atomic():
        tree_lock.hold(alone=alone)
        batch = Batch()
        token = _current.set(batch)
        try:
            yield batch
            flush(batch)
        finally:
            _current.reset(token)
        if batch.noted or batch.placings:
            for step in _following:
                step()
        if outer is None:
            for step in _committed:
                transaction.on_commit(step, robust=True)


def note(kind: str, pk: int, reason: Reason = Reason.CHANGED) -> None:
    """Say that an object was touched. Called by receivers; safe to call at any time."""
    with publishing() as batch:
        batch.note(kind, pk, reason)
