"""Lists: one window of rows behind a cursor, and the addresses of the windows beside it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.db.models import Model, Q, QuerySet

from api import cursors
from api.cursors import Cursor


@dataclass(frozen=True)
class Order:
    """A total order: a column, then the identity."""

    column: str
    descending: bool = False
    identity: str = "publication_id"


@dataclass(frozen=True)
class Window:
    """Rows in order, and the cursors to the windows beside them."""

    rows: list[Any]
    next: Cursor | None
    previous: Cursor | None


def window(queryset: QuerySet[Any], order: Order, cursor: Cursor | None, limit: int) -> Window:
    """The rows behind the cursor. Costs the same however deep it lies."""
    found = list(behind(queryset, order, cursor, limit + 1))
    return around(found, cursor, limit, lambda row: _key(row, order))


def behind(
    queryset: QuerySet[Any], order: Order, cursor: Cursor | None, number: int, where: Q | None = None
) -> QuerySet[Any]:
    """The next so many rows, in the order of the walk. The cursor may hold places for values (`Given`).

    `where`: what they must be; told here if it and the order reach for the same rows of another table.
    """
    backwards = cursor is not None and cursor.backwards
    descending = order.descending != backwards
    sign = "-" if descending else ""
    wanted = where or Q()
    if cursor:
        wanted &= _behind(order, cursor, "lt" if descending else "gt")
    return queryset.filter(wanted).order_by(f"{sign}{order.column}", f"{sign}{order.identity}")[:number]


def around(found: list[Any], cursor: Cursor | None, limit: int, key: Callable[[Any], tuple[Any, Any]]) -> Window:
    """The window of what was found behind the cursor, one row more than the limit if there is one."""
    backwards = cursor is not None and cursor.backwards
    more, found = len(found) > limit, found[:limit]
    if backwards:
        found.reverse()
    if not found:
        return Window([], None, None)
    has_next, has_previous = (True, more) if backwards else (more, cursor is not None)
    return Window(
        found,
        Cursor(*key(found[-1])) if has_next else None,
        Cursor(*key(found[0]), backwards=True) if has_previous else None,
    )


def _behind(order: Order, cursor: Cursor, side: str) -> Q:
    """Rows behind the cursor's. The first condition alone bounds the index scan."""
    bound = Q(**{f"{order.column}__{side}e": cursor.key})
    tie = Q(**{order.column: cursor.key, f"{order.identity}__{side}": cursor.identity})
    return bound & (Q(**{f"{order.column}__{side}": cursor.key}) | tie)


def _key(row: Model, order: Order) -> tuple[Any, Any]:
    return getattr(row, order.column), getattr(row, order.identity)


@dataclass(frozen=True)
class Query:
    """The list that was asked for: its path and its filters as given, in one spelling."""

    path: str
    filters: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, path: str, given: dict[str, str]) -> "Query":
        passing = {"cursor", "v"}
        return cls(path, tuple(sorted((name, value) for name, value in given.items() if name not in passing)))

    def bound(self) -> str:
        """What a cursor is bound to."""
        return self.path + "?" + urlencode([pair for pair in self.filters if pair[0] != "limit"])

    def address(self, cursor: Cursor | None) -> str | None:
        """The absolute address of another window of the same list."""
        if cursor is None:
            return None
        pairs = [*self.filters, ("cursor", cursors.dump(cursor, self.bound()))]
        return f"{settings.PUBLIC_URL}{self.path}?{urlencode(pairs)}"
