"""Kinds of publishable things, registered by the layers above.

`publish` knows no page type, front end or unit: a kind says how its objects are loaded and what they render to.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol
from uuid import UUID

from cms.pipeline.publish.shape import Shape

if TYPE_CHECKING:
    from cms.pipeline.publish.context import RenderContext


@dataclass(frozen=True)
class Placed:
    """Where a rendered thing is seen on one site, with its sort keys and filters."""

    site_id: int
    overlay: Shape | None = None
    page_overlay: Shape | None = None
    language: str = ""
    path: str = ""
    url: str = ""
    parent: UUID | None = None
    tree_path: str = ""
    title: str = ""
    shown_at: datetime | None = None
    published_at: datetime | None = None
    updated_at: datetime | None = None
    pinned: bool = False
    shared: bool = False
    noindex: bool = False  # search engines are asked to leave it out
    tags: tuple[tuple[str, str], ...] = ()  # (slug, name)


@dataclass(frozen=True, kw_only=True)
class Seen:
    """Where a public thing is seen. Known without rendering it, so that it can be moved even if it cannot be shown."""

    type: str
    anchor: str = ""
    placements: tuple[Placed, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Rendered(Seen):
    """What a public thing looks like from outside."""

    body: Shape
    card: Shape | None = None
    render_again_at: datetime | None = None


class Kind(Protocol):
    """How one kind of thing is published."""

    name: str
    by_itself: bool
    """Whether it is read by itself; a person or an image is seen only where something else shows it."""

    def load(self, pks: Collection[int]) -> dict[int, Any]:
        """The objects that exist, with what rendering needs of them."""

    def render(self, instance: Any, context: "RenderContext") -> Rendered | None:
        """What front ends may see of it; None if nobody may."""

    def see(self, instance: Any, context: "RenderContext") -> Seen | None:
        """Where it is seen; None if nobody may see it."""

    def all_pks(self) -> Iterator[int]:
        """Every object that might be public."""

    def below(self, pks: Collection[int]) -> dict[str, set[int]]:
        """What must be placed anew at once when these objects' anchors change, by kind."""


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Make a kind publishable; called when the app that knows it starts."""
    _kinds[kind.name] = kind


def get(name: str) -> Kind:
    return _kinds[name]


def publishable(name: str) -> bool:
    return name in _kinds


def read_by_themselves() -> list[str]:
    """The kinds that somebody reads, not merely what those mention."""
    return [kind.name for kind in _kinds.values() if kind.by_itself]


def names() -> list[str]:
    """In the order of registration: what others are made of comes first."""
    return list(_kinds)
