"""Batch: what one transaction touched."""

from dataclasses import dataclass, field

from cms.pipeline.publish.context import Key
from cms.pipeline.publish.models import Reason

# The strongest reason wins when one thing was touched several times.
_STRENGTH = [
    Reason.CHANGED,
    Reason.SHARED,
    Reason.PUBLISHED,
    Reason.MOVED,
    Reason.RESTRICTED,
    Reason.RECALLED,
    Reason.UNPUBLISHED,
    Reason.EXPIRED,
    Reason.DELETED,
]


@dataclass(frozen=True)
class Placing:
    """On which sites a thing that stays as it is must be placed anew, and why; on all if `sites` is None."""

    sites: frozenset[int] | None = None
    reason: Reason = Reason.CHANGED

    def __or__(self, other: "Placing") -> "Placing":
        sites = None if self.sites is None or other.sites is None else self.sites | other.sites
        return Placing(sites, max(self.reason, other.reason, key=_STRENGTH.index))


@dataclass
class Batch:
    """What was touched, and why."""

    noted: dict[Key, Reason] = field(default_factory=dict)
    meant: set[Key] = field(default_factory=set)  # not merely reached by a change of something else
    placings: dict[Key, Placing] = field(default_factory=dict)
    translations: set[int] = field(default_factory=set)  # pages whose other languages were noted with them

    def note(self, kind: str, pk: int, reason: Reason = Reason.CHANGED, *, reached: bool = False) -> None:
        """`reached`: the thing was not touched itself. If it cannot be rendered, that stops nobody."""
        known = self.noted.get((kind, pk), Reason.CHANGED)
        self.noted[kind, pk] = max(known, reason, key=_STRENGTH.index)
        if not reached:
            self.meant.add((kind, pk))

    def place(self, kind: str, pk: int, placing: Placing) -> None:
        """The thing was not touched: what is seen of it on other sites than its own was."""
        known = self.placings.get((kind, pk))
        self.placings[kind, pk] = known | placing if known else placing
