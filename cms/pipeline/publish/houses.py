"""Houses: which front end a page lives on, and under which address.

A house is a Wagtail Site with a front end. The layer above registers how houses are read (`houses.register`), so
that this package needs to know neither Frontend nor any other model of an app. Read from the database once a
batch: Wagtail's own cache of site roots lives an hour, in each process.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from cms.pipeline.publish.paths import canonical, encoded

STEP = 4  # characters of one step in a treebeard path


@dataclass(frozen=True)
class Root:
    """The root of one language of a site: where in the page tree, and under which prefix on the front end."""

    tree_path: str
    url_path: str
    language: str
    prefix: str  # "" for the site's own language, "/en" for another


@dataclass(frozen=True)
class House:
    """One front end: slug and addresses as configured, never from a Host header."""

    site_id: int
    slug: str
    name: str
    base_url: str
    time_zone: str
    language: str
    roots: tuple[Root, ...]


@dataclass(frozen=True)
class Address:
    """Where a page answers: path in canonical spelling, URL absolute and percent-encoded."""

    house: House
    root: Root
    path: str

    @property
    def url(self) -> str:
        return self.house.base_url + encoded(self.path)


Loader = Callable[[], Iterable[House]]
_loader: Loader | None = None


def register(loader: Loader) -> None:
    """Say how houses are read; called once, when the app that knows starts."""
    global _loader
    _loader = loader


class Houses:
    """All houses as they stood when first asked."""

    @cached_property
    def _all(self) -> tuple[House, ...]:
        return tuple(_loader()) if _loader else ()

    @cached_property
    def _by_root(self) -> dict[str, tuple[House, Root]]:
        return {root.tree_path: (house, root) for house in self._all for root in house.roots}

    @cached_property
    def _by_site(self) -> dict[int, House]:
        return {house.site_id: house for house in self._all}

    def __iter__(self) -> Iterator[House]:
        return iter(self._all)

    def get(self, site_id: int) -> House | None:
        return self._by_site.get(site_id)

    def locate(self, tree_path: str, url_path: str) -> Address | None:
        """The address of the page at these tree and URL paths; None outside every house."""
        for end in range(len(tree_path), 0, -STEP):
            found = self._by_root.get(tree_path[:end])
            if found:
                house, root = found
                return Address(house, root, canonical(root.prefix + "/" + url_path[len(root.url_path) :]))
        return None
