"""Batch: what one transaction touched."""

from dataclasses import dataclass, field

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
    """What was touched, and why."""

    noted: dict[Key, Reason] = field(default_factory=dict)
    meant: set[Key] = field(default_factory=set)  # not merely reached by a change of something else
    translations: set[int] = field(default_factory=set)  # pages whose other languages were noted with them

    def note(self, kind: str, pk: int, reason: Reason = Reason.CHANGED, *, reached: bool = False) -> None:
        """`reached`: the thing was not touched itself. If it cannot be rendered, that stops nobody."""
        known = self.noted.get((kind, pk), Reason.CHANGED)
        self.noted[kind, pk] = max(known, reason, key=_STRENGTH.index)
        if not reached:
            self.meant.add((kind, pk))
