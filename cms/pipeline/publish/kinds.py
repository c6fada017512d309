"""Kinds of publishable things, registered by the layers above.

`publish` knows no page type, front end or unit: a kind says how its objects are loaded and what they render to.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol, TypeVar
from uuid import UUID

from cms.pipeline.publish.batch import Placing
from cms.pipeline.publish.context import by_kind
from cms.pipeline.publish.houses import Houses
from cms.pipeline.publish.shape import Shape

if TYPE_CHECKING:
    from cms.pipeline.publish.context import RenderContext
    from cms.pipeline.publish.draft import ChangeDraft


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


T = TypeVar("T")
Spot = tuple[int, str]  # (site, path)
Follower = Callable[[Collection[int], Collection[Spot]], set[int]]

Neighbours = Callable[[Collection[int], "Collection[ChangeDraft]", Houses], Mapping[tuple[str, int], Placing]]
Foresight = Callable[[Collection[int], "RenderContext"], None]
Guess = Callable[[Collection[int]], set[tuple[str, int]]]

_kinds: dict[str, Kind] = {}
_followers: dict[str, Follower] = {}
_foresights: dict[str, Foresight] = {}
_guesses: dict[str, Guess] = {}
_neighbours: list[Neighbours] = []
_personal: set[str] = set()


def register(
    kind: Kind,
    follower: Follower | None = None,
    foresight: Foresight | None = None,
    guess: Guess | None = None,
    *,
    personal: bool = False,
) -> None:
    """Make a kind publishable; called when the app that knows it starts.

    A `follower` says which things of the kind must be placed anew at once when these pages came, went or moved, and
    these spots were taken or left. Such a kind looks at where pages stand: in a flush it comes after all others.

    A `foresight` reads at once what renders that show these things will ask for one by one. A `guess` says what
    things of the kind may show that were never rendered; it need not be right.

    What is `personal` may be taken back in part: nothing goes on showing what it was before.
    """
    _kinds[kind.name] = kind
    if personal:
        _personal.add(kind.name)
    if follower:
        _followers[kind.name] = follower
    if foresight:
        _foresights[kind.name] = foresight
    if guess:
        _guesses[kind.name] = guess


def register_neighbours(find: Neighbours) -> None:
    """Say what must be placed anew when these pages look otherwise now, and these changes were made."""
    _neighbours.append(find)


def neighbours(
    pages: Collection[int], drafts: "Collection[ChangeDraft]", houses: Houses
) -> dict[tuple[str, int], Placing]:
    """What must be placed anew beside these pages, and beside what these changes tell of."""
    found: dict[tuple[str, int], Placing] = {}
    for find in _neighbours:
        for key, placing in find(pages, drafts, houses).items():
            found[key] = found[key] | placing if key in found else placing
    return found


def is_personal(name: str) -> bool:
    return name in _personal


def foresee(keys: Collection[tuple[str, int]], context: "RenderContext") -> None:
    """Read in a few queries what these keys stand for: what was shown last time will be asked for this time too."""
    context.meet(key for key in keys if key[0] in _foresights)
    for name, read in _foresights.items():
        if pks := {pk for kind, pk in keys if kind == name}:
            read(pks, context)


def guessed(keys: Collection[tuple[str, int]]) -> set[tuple[str, int]]:
    """What these things, which were never rendered, may show."""
    found: set[tuple[str, int]] = set()
    for name, guess in _guesses.items():
        if pks := {pk for kind, pk in keys if kind == name}:
            found |= guess(pks)
    return found


def following(pages: Collection[int], spots: Collection[Spot]) -> dict[str, set[int]]:
    """What follows these pages and stands on these spots, by kind."""
    return {name: find(pages, spots) for name, find in _followers.items()}


def next_in_turn(todo: Mapping[tuple[str, int], T]) -> dict[tuple[str, int], T]:
    """Of these things those that do not look at where the others stand; if there are only such, all."""
    first = {key: value for key, value in todo.items() if key[0] not in _followers}
    return first or dict(todo)


def get(name: str) -> Kind:
    return _kinds[name]


def load(wanted: Iterable[tuple[str, int]]) -> dict[tuple[str, int], Any]:
    """The objects behind the keys; None for what does not exist."""
    loaded: dict[tuple[str, int], Any] = {}
    for kind, pks in by_kind(wanted).items():
        found = get(kind).load(pks)
        loaded |= {(kind, pk): found.get(pk) for pk in pks}
    return loaded


def publishable(name: str) -> bool:
    return name in _kinds


def read_by_themselves() -> list[str]:
    """The kinds that somebody reads, not merely what those mention."""
    return [kind.name for kind in _kinds.values() if kind.by_itself]


def names() -> list[str]:
    """In the order of registration: what others are made of comes first."""
    return list(_kinds)
