"""The question put to the database: one statement, whatever is asked."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from cms.pipeline.publish.models import Placement
from cms.pipeline.publish.search.adapter import Piece, adapter
from cms.pipeline.publish.search.terms import Term

# The newest so many matches are ranked and can be walked through: a word that ten thousand pages hold is no question.
RANKED = 500


@dataclass(frozen=True)
class Search:
    """What is searched for, and where. `type` and `language` may be empty: any."""

    terms: tuple[Term, ...]
    site_id: int
    type: str = ""
    language: str = ""


@dataclass(frozen=True)
class Hit:
    """A page that was found. `excerpt`: some words of it, matches between adapter.OPEN and adapter.CLOSE."""

    publication_id: UUID
    rank: int
    excerpt: str


def find(search: Search, behind: tuple[int, UUID] | None, limit: int, *, backwards: bool = False) -> list[Hit]:
    """The best hits, from the one with this rank and identity on (that one excluded), or backwards from it.

    In the order of (-rank, identity), so that equals have an order too.
    """
    one = adapter()
    ranked, snippet = _ranked(search, one.rank(search.terms)), one.snippet(search.terms)
    bound = _bound(behind, backwards)
    order = "{0}rank, {0}publication_id DESC" if backwards else "{0}rank DESC, {0}publication_id"
    # No text of a user's in here: names of columns and what the adapters wrote; values stand in the parameters.
    statement = f"""
        SELECT best.publication_id, best.rank, {snippet.sql} FROM (
            SELECT * FROM ({ranked.sql}) ranked WHERE {bound.sql} ORDER BY {order.format("")} LIMIT %s
        ) best JOIN publish_searchtext t ON t.id = best.text_id ORDER BY {order.format("best.")}"""  # noqa: S608
    parameters = [*snippet.parameters, *ranked.parameters, *bound.parameters, limit]
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        rows = cursor.fetchall()
    return [Hit(_uuid(pk), rank, one.excerpt(text, search.terms)) for pk, rank, text in rows]


def count(search: Search) -> int:
    """How many can be walked through."""
    matching = _matching(search)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM ({matching.sql}) matching", matching.parameters)  # noqa: S608
        number: int = cursor.fetchone()[0]
    return number


def _ranked(search: Search, rank: Piece) -> Piece:
    matching = _matching(search)
    sql = f"""SELECT m.publication_id, m.text_id, {rank.sql} AS rank
        FROM ({matching.sql}) m JOIN publish_searchtext t ON t.id = m.text_id"""  # noqa: S608
    return Piece(sql, [*rank.parameters, *matching.parameters])


def _matching(search: Search) -> Piece:
    """The newest matches, as (publication_id, text_id)."""
    one = adapter()
    matches = one.matches(search.terms, search.site_id)
    narrow = {"type": search.type, "language": search.language}
    given = {name: value for name, value in narrow.items() if value}
    conditions = [matches.sql, "p.site_id = %s", "p.kind = 'page'", *(f"p.{name} = %s" for name in given)]
    sql = f"""SELECT t.publication_id, t.id AS text_id
        FROM {one.source} JOIN {Placement._meta.db_table} p ON p.publication_id = t.publication_id
        WHERE {" AND ".join(conditions)} ORDER BY p.shown_at DESC, p.publication_id LIMIT {RANKED}"""  # noqa: S608
    return Piece(sql, [*matches.parameters, search.site_id, *given.values()])


def _bound(behind: tuple[int, UUID] | None, backwards: bool) -> Piece:
    if behind is None:
        return Piece("1 = 1")
    rank, identity = behind
    better, later = (">", "<") if backwards else ("<", ">")
    stored: Any = identity if connection.vendor == "postgresql" else identity.hex
    return Piece(f"(rank {better} %s OR (rank = %s AND publication_id {later} %s))", [rank, rank, stored])


def _uuid(value: Any) -> UUID:
    return value if isinstance(value, UUID) else UUID(value)
