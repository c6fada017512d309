"""Keeping the words in line with what is published."""

from dataclasses import asdict
from typing import Any

from cms.pipeline.publish.models import Placement, Publication, SearchText
from cms.pipeline.publish.search.adapter import adapter
from cms.pipeline.publish.search.text import words_of

SEARCHED = "page"  # the kind


def keep(publication: Publication) -> None:
    """Store what a page is found by, as it is stored and placed now; writes nothing if nothing changed."""
    if publication.kind != SEARCHED:
        return
    row = SearchText.objects.filter(publication=publication).first() or SearchText(publication=publication)
    sites = _sites(publication)
    new = columns(publication.body, sites)
    if row.pk and all(getattr(row, name) == value for name, value in new.items()):
        return
    for name, value in new.items():
        setattr(row, name, value)
    row.save()
    adapter().indexed(row.pk, row.title, row.lead, row.text, sites)


def columns(body: str, sites: list[int]) -> dict[str, Any]:
    """The derived columns of a row, as `publish --verify` compares them."""
    return asdict(words_of(body)) | {"scope": " ".join(f"s{site}" for site in sorted(sites))}


def _sites(publication: Publication) -> list[int]:
    return sorted(Placement.objects.filter(publication=publication).values_list("site_id", flat=True))
