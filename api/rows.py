"""Rows of delivery: a placement with the text of its publication. What every request reads is compiled once."""

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import CharField, ExpressionWrapper, F, IntegerField, Q, QuerySet, UUIDField

from cms.pipeline.publish.models import Placement
from cms.prepared import Given, Prepared
from cms.sites.scope import Scope


class Row(NamedTuple):
    """What JSON is made of. `text`: the card, or the body of a whole page; `key`: what the rows are sorted by.

    A list reads the first columns only, since each one costs.
    """

    publication_id: UUID
    overlay: str
    text: str
    key: Any
    page_overlay: str = ""
    language: str = ""
    type: str = ""
    kind: str = ""
    path: str = ""
    path_key: str | None = None
    parent: UUID | None = None

    @property
    def shown_at(self) -> datetime:
        """Of a row that was read with this as its key."""
        return self.key


FURTHER = ("shown_at", "page_overlay", "language", "type", "kind", "path", "path_key", "parent")
Tuples = QuerySet[Placement, tuple[Any, ...]]


def cards(placements: QuerySet[Placement], key: str = "shown_at") -> Tuples:
    """As cards in a list."""
    return placements.values_list("publication_id", "overlay", "publication__card", F(key))


def wholes(placements: QuerySet[Placement], key: str = "shown_at") -> Tuples:
    """As whole pages in a list."""
    columns = ("publication_id", "overlay", "publication__body", F(key), "page_overlay", "language")
    return placements.values_list(*columns)


def placed_cards(placements: QuerySet[Placement]) -> Tuples:
    """As cards, with all that is known of where they stand."""
    return placements.values_list("publication_id", "overlay", "publication__card", *FURTHER)


def placed_wholes(placements: QuerySet[Placement]) -> Tuples:
    """As whole pages, with all that is known of where they stand."""
    return placements.values_list("publication_id", "overlay", "publication__body", *FURTHER)


def read(tuples: Iterable[tuple[Any, ...]]) -> list[Row]:
    return [Row(*each) for each in tuples]


# --- what every request asks ---

SITE = Given("site", IntegerField())
PAGE = Q(kind="page", publication=Given("page", UUIDField()))
KEYS = ("first", "second", "third")  # the most places that one address may mean
PLACES = Q(path_key__in=[Given(name, CharField()) for name in KEYS])
FRAME = Q(kind="frame")


def _of_site(which: Q) -> Prepared:
    return Prepared(lambda: placed_wholes(Placement.objects.filter(which, site=SITE)), planned_once=True)


THE_FRAME = _of_site(FRAME)
THE_UNIT = _of_site(Q(kind="unit"))
BY_ID = {False: _of_site(PAGE), True: _of_site(PAGE | FRAME)}
BY_PLACE = {False: _of_site(PLACES), True: _of_site(PLACES | FRAME)}


@lru_cache(100)
def _cards_of(number: int) -> Prepared:
    wanted = [Given(f"page{at}", UUIDField()) for at in range(number)]
    of_site = Placement.objects.filter(kind="page", site=SITE)
    # A relation takes no `Given` in a list; the column itself does.
    column = ExpressionWrapper(F("publication_id"), UUIDField())
    return Prepared(lambda: cards(of_site.alias(page=column).filter(page__in=wanted)))


def cards_of(scope: Scope, pages: list[UUID]) -> dict[UUID, Row]:
    """The cards of these pages, as far as the site shows them, in one query."""
    if not pages:
        return {}
    given = {f"page{at}": page for at, page in enumerate(pages)}
    return {row.publication_id: row for row in read(_cards_of(len(pages)).rows(site=scope.site_id, **given))}


def frame(scope: Scope) -> Row | None:
    """The site's frame."""
    return next(iter(read(THE_FRAME.rows(site=scope.site_id))), None)


def unit(scope: Scope) -> Row | None:
    """The unit behind the site."""
    return next(iter(read(THE_UNIT.rows(site=scope.site_id))), None)


def page_and_frame(scope: Scope, page: UUID, *, with_frame: bool) -> tuple[Row | None, Row | None]:
    """The page with this id, and the site's frame if asked for, in one query."""
    found = read(BY_ID[with_frame].rows(site=scope.site_id, page=page))
    pages, frames = ([row for row in found if row.kind == kind] for kind in ("page", "frame"))
    return pages[0] if pages else None, frames[0] if frames else None


def standing(scope: Scope, keys: list[str], *, with_frame: bool) -> tuple[Row | None, Row | None]:
    """What stands at the first of these places where anything does, and the site's frame if asked for; one query."""
    places = dict(zip(KEYS, [*keys, *keys[-1:] * len(KEYS)], strict=False))
    found = read(BY_PLACE[with_frame].rows(site=scope.site_id, **places))
    there = sorted((row for row in found if row.path_key), key=lambda row: keys.index(row.path_key or ""))
    return next(iter(there), None), next((row for row in found if row.kind == "frame"), None)
