"""Search on SQLite: FTS5 finds, a function of ours ranks.

FTS5's own bm25 weighs a word by how many pages hold it, on every site: another site's article would reorder this
site's answers, and a reader who follows `next` would miss some.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import Any

from cms.pipeline.publish.search.adapter import CLOSE, OPEN, Piece, Row
from cms.pipeline.publish.search.terms import Term

RANK = "grenverk_rank"
_WEIGHTS = (1.0, 0.4, 0.2)  # title, lead, text: those of PostgreSQL's ts_rank
_ENOUGH = 12  # of a word in one text; more of it says nothing more
_SCORES = list(accumulate((1 / (times * times) for times in range(1, _ENOUGH + 1)), initial=0.0))  # of 0, 1, 2 … times
_BEFORE, _AFTER = 80, 120  # characters around where a match begins
_LONGEST = 400  # of a match that is shown: between two words of a phrase anything may stand that is no word


class SqliteSearch:
    """See adapter.py."""

    source = "publish_searchindex f CROSS JOIN publish_searchtext t ON t.id = f.rowid"

    def indexed(self, rows: Sequence[Row]) -> None:
        """Triggers have done it (migration 0004)."""

    def matches(self, terms: tuple[Term, ...], site_id: int) -> Piece:
        asked = " AND ".join('"' + " ".join(term.words) + '"' + ("*" if term.prefix else "") for term in terms)
        return Piece("publish_searchindex MATCH %s", [f"scope : s{site_id} AND {{title lead text}} : ({asked})"])

    def rank(self, terms: tuple[Term, ...]) -> Piece:
        columns = ", ".join(f"lower(t.{column})" for column in ("title", "lead", "text"))
        return Piece(f"{RANK}({columns}, %s)", ["\n".join(map(_pattern, terms))])

    def snippet(self, terms: tuple[Term, ...]) -> Piece:
        return Piece("t.lead || ' ' || t.text")

    def excerpt(self, text: str, terms: tuple[Term, ...]) -> str:
        compiled = _anywhere(terms)
        first = compiled.search(text)
        middle = first.start() if first else 0
        reach = min(first.end(), middle + _LONGEST) if first else 0
        start = _word_start(text, middle - _BEFORE, middle)
        end = _word_end(text, max(middle + _AFTER, reach), max(middle, reach))
        return compiled.sub(lambda match: f"{OPEN}{match[0]}{CLOSE}", text[start:end])


def register(connection: Any) -> None:
    """Make the rank known to a connection."""
    connection.create_function(RANK, 4, rank, deterministic=True)


def rank(title: str, lead: str, text: str, patterns: str) -> int:
    """How often the terms stand in the three texts, each further time counting for less, as ts_rank does.

    The texts are as SQLite's lower() leaves them, which knows the letters of ASCII alone and is five times as quick.
    """
    score = 0.0
    for weight, column in zip(_WEIGHTS, (title, lead, text), strict=True):
        for compiled in _compiled(patterns):
            score += weight * _SCORES[min(len(compiled.findall(column)), _ENOUGH)]
    return int(score * 1_000_000)


@lru_cache(maxsize=256)
def _compiled(patterns: str) -> list[re.Pattern[str]]:
    """One a line: beginning with plain letters, they are looked for as fast as a substring."""
    return [re.compile(one) for one in patterns.split("\n")]


@lru_cache(maxsize=256)
def _anywhere(terms: tuple[Term, ...]) -> re.Pattern[str]:
    return re.compile("|".join(map(_pattern, terms)), re.IGNORECASE)


def _pattern(term: Term) -> str:
    """Its words in order, whole, for text whose ASCII is in lower case. A word is letters and digits only."""
    first, *others = map(_spelled, term.words)
    whole = "" if term.prefix else r"(?![^\W_])"
    return rf"{first}(?<![^\W_]{first})" + "".join(rf"[\W_]+{word}" for word in others) + whole


def _spelled(word: str) -> str:
    return "".join(sign if sign.isascii() or len(sign.upper()) > 1 else f"[{sign}{sign.upper()}]" for sign in word)


def _word_start(text: str, position: int, latest: int) -> int:
    """Where a word begins from this position on; in the middle of one that goes on to the match."""
    return (text.find(" ", position, latest) + 1 or position) if position > 0 else 0


def _word_end(text: str, position: int, earliest: int) -> int:
    """Where a word ends before this position; in the middle of one that began before the match was over."""
    end = text.rfind(" ", earliest, position)
    return len(text) if position >= len(text) else end if end > 0 else position
