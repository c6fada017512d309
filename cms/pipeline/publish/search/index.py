"""Keeping the words in line with what is published."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from pydantic_core import from_json

from cms.pipeline.publish import many
from cms.pipeline.publish.models import Publication, SearchText
from cms.pipeline.publish.search.adapter import adapter
from cms.pipeline.publish.search.text import SearchWords, words_of

SEARCHED = "page"  # the kind


def kept(publication: Publication, sites: list[int], words: SearchWords | None = None) -> SearchText | None:
    """The row that a page is found by, as it is stored and placed now; None if that stands already.

    `words`: those of its body, where somebody has read that already.
    """
    if publication.kind != SEARCHED:
        return None
    row = _stored(publication)
    new = columns(words or words_of(from_json(publication.body)), sites)
    if row.pk and all(getattr(row, name) == value for name, value in new.items()):
        return None
    for name, value in new.items():
        setattr(row, name, value)
    return row


def moved(publication: Publication, *, came: set[int], left: set[int]) -> SearchText | None:
    """The row of a page that stays as it is, when more or fewer sites show it; None if there is nothing to write."""
    row = _stored(publication)
    if row.pk is None or not (came or left):
        return None
    scope = {int(word[1:]) for word in row.scope.split()}
    row.scope = _scope(scope - left | came)
    return row


def store(rows: list[SearchText]) -> None:
    """Write these rows, and bring the index in line with them."""
    many.update([row for row in rows if row.pk])
    SearchText.objects.bulk_create(row for row in rows if not row.pk)
    adapter().indexed([(row.pk, row.title, row.lead, row.text, row.scope.split()) for row in rows])


def _stored(publication: Publication) -> SearchText:
    if publication._state.adding:
        return SearchText(publication=publication)
    try:
        return publication.search_text
    except SearchText.DoesNotExist:
        return SearchText(publication=publication)


def columns(words: SearchWords, sites: list[int]) -> dict[str, Any]:
    """The derived columns of a row, as `publish --verify` compares them."""
    return asdict(words) | {"scope": _scope(sites)}


def _scope(sites: Iterable[int]) -> str:
    return " ".join(f"s{site}" for site in sorted(sites))
