"""`publishing()`: the one way to commit.

Everything that writes content runs inside it: unsafe methods of the admin, page methods, the schedule, commands.
Receivers only note what was touched; as the last step of the transaction one flush renders, places, numbers and
logs it. Outside the context a receiver opens one of its own, so a line in a shell is published too.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.db import transaction

from cms.pipeline.publish.context import Key
from cms.pipeline.publish.models import Reason

# The strongest reason wins when one thing was touched several times.
_STRENGTH = [
    Reason.CHANGED,
    Reason.PUBLISHED,
    Reason.MOVED,
    Reason.RESTRICTED,
    Reason.UNPUBLISHED,
    Reason.EXPIRED,
    Reason.DELETED,
]


@dataclass
class Batch:
    """What one transaction touched, and why."""

    noted: dict[Key, Reason] = field(default_factory=dict)
    meant: set[Key] = field(default_factory=set)  # not merely reached by a change of something else

    def note(self, kind: str, pk: int, reason: Reason = Reason.CHANGED, *, reached: bool = False) -> None:
        """`reached`: the thing was not touched itself. If it cannot be rendered, that stops nobody."""
        known = self.noted.get((kind, pk), Reason.CHANGED)
        self.noted[kind, pk] = max(known, reason, key=_STRENGTH.index)
        if not reached:
            self.meant.add((kind, pk))


_current: ContextVar[Batch | None] = ContextVar("publishing", default=None)


@contextmanager
def publishing(*, apart: bool = False) -> Iterator[Batch]:
    """A transaction that ends in a flush.

    Inside another it joins that one; with `apart=True` it flushes by itself, so that an item which is refused
    (RenderRefused) rolls back alone and leaves the others.
    """
    outer = _current.get()
    if outer is not None and not apart:
        yield outer
        return
    from cms.pipeline.publish.flush import flush  # flush imports models' receivers' vocabulary from here

    with transaction.atomic():
        batch = Batch()
        token = _current.set(batch)
        try:
            yield batch
            flush(batch)
        finally:
            _current.reset(token)


def note(kind: str, pk: int, reason: Reason = Reason.CHANGED) -> None:
    """Say that an object was touched. Called by receivers; safe to call at any time."""
    with publishing() as batch:
        batch.note(kind, pk, reason)
