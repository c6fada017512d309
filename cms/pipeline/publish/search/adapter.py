"""What a database has to say for itself to be searched."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Protocol

from django.db import connection

from cms.pipeline.publish.search.terms import Term

# Around a match in an excerpt: letters that no text holds, since they are for private use.
OPEN, CLOSE = "\ue000", "\ue001"


Row = tuple[int, str, str, str, Sequence[str]]  # its key, title, lead and text, and the sites that show it


@dataclass(frozen=True)
class Piece:
    """A piece of SQL and its parameters."""

    sql: str
    parameters: list[Any] = field(default_factory=list)


class Adapter(Protocol):
    """One database's search. `t` is the table SearchText in what it says."""

    source: str
    """What to select from, SearchText among it."""

    def indexed(self, rows: Sequence[Row]) -> None:
        """Bring the index in line with the rows that were just written."""

    def matches(self, terms: tuple[Term, ...], site_id: int) -> Piece:
        """Whether a row has all the terms and the site shows it."""

    def rank(self, terms: tuple[Term, ...]) -> Piece:
        """How well a row answers, a whole number. Of that row alone: a change elsewhere must not move it."""

    def snippet(self, terms: tuple[Term, ...]) -> Piece:
        """What `excerpt` is made from."""

    def excerpt(self, text: str, terms: tuple[Term, ...]) -> str:
        """Some twenty words around the best match, matches between OPEN and CLOSE."""


@cache
def adapter() -> Adapter:
    """The adapter for the database that this installation has."""
    if connection.vendor == "postgresql":
        from cms.pipeline.publish.search.postgres import PostgresSearch

        return PostgresSearch()
    from cms.pipeline.publish.search.sqlite import SqliteSearch

    return SqliteSearch()
