"""What is asked of the search: words, phrases and beginnings, or a message that says why it cannot be asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.pipeline.publish.search import TermsError, parse
from cms.pipeline.publish.search.terms import LONGEST, MOST, Term


def test_a_question_has_words_phrases_and_beginnings() -> None:
    assert parse('Fri "offentlig  VÅRD" skol*') == (
        Term(("fri",)),
        Term(("offentlig", "vård")),
        Term(("skol",), prefix=True),
    )
    assert parse("skol-mat") == (Term(("skol", "mat")),)
    assert parse("fo\u0308rskola") == parse("förskola")
    assert parse("nu nu") == (Term(("nu",)),)
    assert parse('"ej slutet') == (Term(("ej",)), Term(("slutet",)))


@pytest.mark.parametrize(
    "question", ["", " ", "-", '""', "*", "_", "& | !", "a " * 0 + "ord " + " ".join("abcdefghijkl")]
)
def test_a_question_that_cannot_be_asked(question: str) -> None:
    with pytest.raises(TermsError):
        parse(question)


@given(st.text(max_size=LONGEST))
def test_any_question_gives_few_plain_words_or_a_message(question: str) -> None:
    try:
        terms = parse(question)
    except TermsError:
        return
    words = [word for term in terms for word in term.words]
    assert 1 <= len(words) <= MOST
    assert all(word.isalnum() for word in words)
