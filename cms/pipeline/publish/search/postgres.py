"""Search on PostgreSQL: a tsvector of Swedish word stems, a site's name among them as a word that nobody can type."""

from collections.abc import Sequence
from typing import Any

from django.db import connection

from cms.pipeline.publish.search.adapter import CLOSE, OPEN, Piece, Row
from cms.pipeline.publish.search.terms import Term, words

# Words only: PostgreSQL's own parser takes "skol-mat", addresses and file names for words of their own kinds.
_VECTOR = """UPDATE publish_searchtext SET vector =
    setweight(to_tsvector('swedish', %s), 'A') || setweight(to_tsvector('swedish', %s), 'B') ||
    setweight(to_tsvector('swedish', %s), 'C') || array_to_tsvector(%s) WHERE id = %s"""
_HEADLINE = f'StartSel="{OPEN}", StopSel="{CLOSE}", MaxWords=32, MinWords=20, ShortWord=2'


class PostgresSearch:
    """See adapter.py."""

    source = "publish_searchtext t"

    def indexed(self, rows: Sequence[Row]) -> None:
        if not rows:
            return
        with connection.cursor() as cursor:
            cursor.executemany(_VECTOR, [self._values(*row) for row in rows])

    def _values(self, pk: int, title: str, lead: str, text: str, sites: Sequence[str]) -> list[Any]:
        """`sites` as the scope's words: "s7"."""
        columns = [" ".join(words(column)) for column in (title, lead, text)]
        return [*columns, [_site(int(site[1:])) for site in sites], pk]

    def matches(self, terms: tuple[Term, ...], site_id: int) -> Piece:
        return Piece(
            "t.vector @@ (to_tsquery('swedish', %s) && %s::tsquery)", [_question(terms), f"'{_site(site_id)}'"]
        )

    def rank(self, terms: tuple[Term, ...]) -> Piece:
        return Piece("(ts_rank(t.vector, to_tsquery('swedish', %s)) * 1000000)::int", [_question(terms)])

    def snippet(self, terms: tuple[Term, ...]) -> Piece:
        text = "ts_headline('swedish', t.lead || ' ' || t.text, to_tsquery('swedish', %s), %s)"
        return Piece(text, [_question(terms), _HEADLINE])

    def excerpt(self, text: str, terms: tuple[Term, ...]) -> str:
        return text  # cut and marked by the database, which knows the stems


def _site(site_id: int) -> str:
    return f"§{site_id}"


def _question(terms: tuple[Term, ...]) -> str:
    """In PostgreSQL's words. Nothing but letters and digits comes in, so nothing needs quoting."""
    return " & ".join("(" + " <-> ".join(term.words) + (":*" if term.prefix else "") + ")" for term in terms)
