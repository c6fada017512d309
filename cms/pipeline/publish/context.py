"""RenderContext: the one way in which rendering reaches anything beside the thing itself."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import reduce
from operator import or_
from typing import Any, TypeVar, cast
from uuid import NAMESPACE_URL, UUID, uuid5

from django.db.models import Q
from wagtail.models import PageViewRestriction

from cms.pipeline.publish.houses import STEP, Houses
from cms.pipeline.publish.models import Identity

T = TypeVar("T")
Key = tuple[str, int]  # (kind, primary key)


def by_kind(keys: Iterable[Key]) -> dict[str, list[int]]:
    """The primary keys of each kind."""
    found: dict[str, list[int]] = defaultdict(list)
    for kind, pk in keys:
        found[kind].append(pk)
    return found


class RenderContext:
    """Records what a render depends on, and reads what many renders share once a batch.

    A preview renders a draft with the same code: it records nothing that is kept, and leaves out a block that
    cannot be rendered yet instead of refusing.
    """

    def __init__(self, *, preview: bool = False) -> None:
        self.preview = preview
        self.houses = Houses()
        self.site_id: int | None = None
        """The home site of the page that is being rendered."""
        self.sites: frozenset[int] | None = None
        """Where what carries the page is asked for; None for everywhere."""
        self._recorded: set[Key] = set()
        self._names: set[str] = set()
        self._identities: dict[Key, UUID] = {}
        self._memory: dict[Any, Any] = {}

    # --- dependencies ---

    @contextmanager
    def recording(self) -> Iterator[set[Key]]:
        """Collect the dependencies of one render."""
        outer, self._recorded = self._recorded, set()
        self._names = set()
        try:
            yield self._recorded
        finally:
            self._recorded = outer

    def depend(self, kind: str, pk: int) -> None:
        """Say that what is being rendered shows something of this object."""
        self._recorded.add((kind, pk))

    def unique(self, name: str) -> str:
        """The name, with a number behind it if this render has used it already."""
        numbered = (f"{name}-{number}" for number in range(2, 10_000))
        free = name if name not in self._names else next(n for n in numbered if n not in self._names)
        self._names.add(free)
        return free

    # --- identities ---

    def identity(self, kind: str, pk: int | None) -> UUID:
        """The UUID of an object, given at the first time of asking. An unsaved draft has a passing one."""
        if pk is None:
            return uuid5(NAMESPACE_URL, f"grenverk:unsaved:{kind}")
        key = (kind, pk)
        if key not in self._identities:
            self._identities[key] = Identity.objects.get_or_create(kind=kind, object_id=pk)[0].uuid
        return self._identities[key]

    def know(self, identities: dict[Key, UUID]) -> None:
        """Take over identities read in one query."""
        self._identities.update(identities)

    def meet(self, keys: Iterable[Key]) -> None:
        """Read the identities of these objects in one query; one that has none is given it when it is asked for."""
        unknown = by_kind(key for key in keys if key not in self._identities)
        if unknown:
            which = [Q(kind=kind, object_id__in=pks) for kind, pks in unknown.items()]
            rows = Identity.objects.filter(reduce(or_, which))
            self.know({(row.kind, row.object_id): row.uuid for row in rows})

    # --- what many renders share ---

    def once(self, key: Any, read: Callable[[], T]) -> T:
        """The answer of `read`, read once a batch."""
        if key not in self._memory:
            self._memory[key] = read()
        return cast(T, self._memory[key])

    def has(self, key: Any) -> bool:
        """Whether once() knows this already."""
        return key in self._memory

    def private(self, tree_path: str) -> bool:
        """Whether the page at this tree path, or one above it, asks who is reading."""
        restricted = self.once(
            "restrictions", lambda: set(PageViewRestriction.objects.values_list("page__path", flat=True))
        )
        return any(tree_path[:end] in restricted for end in range(STEP, len(tree_path) + 1, STEP))
