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
_BEFORE, _LONGEST = 80, 500  # characters before the first match and in all, of words that no text has


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
        """Of a question with nothing but words that stand in every text ("och") nothing is left to look for: that
        finds nothing, since the site's name alone would find all of the site."""
        asked = _question(terms)
        sql = f"numnode({asked.sql}) > 0 AND t.vector @@ ({asked.sql} && %s::tsquery)"
        return Piece(sql, [*asked.parameters, *asked.parameters, f"'{_site(site_id)}'"])

    def rank(self, terms: tuple[Term, ...]) -> Piece:
        asked = _question(terms)
        return Piece(f"(ts_rank(t.vector, {asked.sql}) * 1000000)::int", asked.parameters)

    def snippet(self, terms: tuple[Term, ...]) -> Piece:
        asked = _question(terms)
        text = f"ts_headline('swedish', t.lead || ' ' || t.text, {asked.sql}, %s)"
        return Piece(text, [*asked.parameters, _HEADLINE])

    def excerpt(self, text: str, terms: tuple[Term, ...]) -> str:
        """Cut and marked by the database, which knows the stems; but it counts words, and one may be endless."""
        if len(text) <= _LONGEST:
            return text
        first = max(0, text.find(OPEN) - _BEFORE)
        return text[first : first + _LONGEST]


def _site(site_id: int) -> str:
    return f"§{site_id}"


def _question(terms: tuple[Term, ...]) -> Piece:
    """In PostgreSQL's words. Nothing but letters and digits comes in, so nothing needs quoting."""
    asked = [_asked(term) for term in terms]
    joined = " && ".join(piece.sql for piece in asked)
    return Piece(f"({joined})", [value for piece in asked for value in piece.parameters])


def _asked(term: Term) -> Piece:
    text = " <-> ".join(term.words) + (":*" if term.prefix else "")
    stemmed = Piece("to_tsquery('swedish', %s)", [text])
    if not term.prefix or len(term.words) > 1:
        return stemmed
    # "för" stands in every text and is left out; the beginning of "förskola" is not.
    return Piece(f"({stemmed.sql} || to_tsquery('simple', %s))", [text, text])
