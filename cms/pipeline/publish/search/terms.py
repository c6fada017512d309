"""What is asked for: words, "phrases" and beginnings*, all of which must be there. Pure."""

import re
import unicodedata
from dataclasses import dataclass

LONGEST = 200  # characters of a question
MOST = 12  # words in it
WORD = re.compile(r"[^\W_]+")
_PART = re.compile(r'"([^"]*)"|(\S+)')


class TermsError(ValueError):
    """The question cannot be asked; the message says why."""


@dataclass(frozen=True)
class Term:
    """Words that stand side by side; of the last, only the beginning if `prefix`."""

    words: tuple[str, ...]
    prefix: bool = False


def parse(question: str) -> tuple[Term, ...]:
    """The terms of a question; TermsError if it has none or too many.

    >>> parse('fri "offentlig vård" skol*')
    (Term(words=('fri',), prefix=False), Term(words=('offentlig', 'vård'), prefix=False), Term(words=('skol',), prefix=True))
    """  # noqa: E501
    terms = tuple(dict.fromkeys(term for part in _parts(question) if (term := _term(*part))))
    if not terms:
        raise TermsError("Ask for at least one word.")
    if sum(len(term.words) for term in terms) > MOST:
        raise TermsError(f"At most {MOST} words.")
    return terms


def words(text: str) -> list[str]:
    """The words of a text in lower case, å in one spelling."""
    return WORD.findall(unicodedata.normalize("NFC", text).lower())


def _parts(question: str) -> list[tuple[str, bool]]:
    """(text, whether its last word may go on)."""
    found = [(match[1] or match[2] or "") for match in _PART.finditer(question)]
    return [(part, part.endswith("*")) for part in found]


def _term(part: str, prefix: bool) -> Term | None:
    found = words(part)
    return Term(tuple(found), prefix) if found else None
