"""From rows to JSON text: splice publication and placement, fill in listings. Nothing is rendered here."""

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import F, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from api.cursors import Cursor
from api.listing import Query
from cms.pipeline.publish.encode import MARK, splice
from cms.pipeline.publish.models import Placement
from cms.pipeline.publish.paths import encoded
from cms.sites.scope import Scope

FIRST_CARDS = 20  # in an article index that is read as a page
LINES = 12  # the most a "latest articles" block may ask for
SORT_KEYS = ["shown_at", "updated_at", "tree_path", "title_key"]


def rows(placements: QuerySet[Placement], *, whole: bool) -> QuerySet[Placement]:
    """Placements with just the columns that their JSON is made of, in one query."""
    text = ["publication__body", "page_overlay"] if whole else ["publication__card"]
    columns = [
        "site_id",
        "publication_id",
        "publication__content_hash",
        "overlay",
        "type",
        "language",
        *SORT_KEYS,
        *text,
    ]
    return placements.select_related("publication").only(*columns)


def frame(scope: Scope) -> Placement | None:
    """The site's frame."""
    return rows(scope.placements().filter(kind="frame"), whole=True).first()


def tag_path(path: str) -> str:
    """A path as it stands in a cache tag: percent-encoded, since tags are separated by spaces."""
    return encoded(path)


def beside(articles: QuerySet[Placement], row: Placement, side: str) -> Placement | None:
    """The nearest of these that lies on one side of the row, in the order of dates and then identities."""
    tie = Q(shown_at=row.shown_at, **{f"publication_id__{side}": row.publication_id})
    return rows(articles.filter(Q(**{f"shown_at__{side}": row.shown_at}) | tie), whole=False).first()


def card(row: Placement) -> str:
    """A card as this site shows it."""
    return splice(row.publication.card, row.overlay)


def members(row: Placement) -> dict[str, Any]:
    """A page as this site shows it, parsed."""
    parsed: dict[str, Any] = json.loads(page(row))
    return parsed


def page(row: Placement) -> str:
    """A whole page as this site shows it, with marks where listings go."""
    return splice(row.publication.body, row.overlay, row.page_overlay)


@dataclass(frozen=True)
class Unfilled:
    """A page's text and the language whose articles it lists."""

    text: str
    language: str


def fill(pages: list[Unfilled], scope: Scope) -> list[str]:
    """The texts with their listings in place: at most two queries, however many pages."""
    marks = {(match[1], match[2], p.language) for p in pages for match in MARK.finditer(p.text)}
    if not marks:
        return [p.text for p in pages]
    latest = _latest({language for name, _, language in marks if name == "latest"}, scope)
    indexed = _indexed({argument for name, argument, _ in marks if name == "index"}, scope)

    def listing(name: str, argument: str, language: str) -> str:
        if name == "latest":
            return _array(latest[language][: int(argument)])
        found = indexed[argument]
        following = _next_address(scope, argument, found[FIRST_CARDS - 1]) if len(found) > FIRST_CARDS else None
        return f'{{"next":{json.dumps(following)},"previous":null,"results":{_array(found[:FIRST_CARDS])}}}'

    return [MARK.sub(lambda match, p=p: listing(match[1], match[2], p.language), p.text) for p in pages]


def _next_address(scope: Scope, parent: str, last: Placement) -> str | None:
    """Where the list goes on that an article index begins."""
    query = Query(f"/api/v1/sites/{scope.frontend.slug}/articles/", (("parent", parent),))
    return query.address(Cursor(last.shown_at, last.publication_id))


def _array(found: Iterable[Placement]) -> str:
    return "[" + ",".join(card(row) for row in found) + "]"


def _latest(languages: set[str], scope: Scope) -> dict[str, list[Placement]]:
    articles = scope.pages().filter(type="article", language__in=languages)
    return _first(articles, "language", LINES) if languages else {}


def _indexed(parents: set[str], scope: Scope) -> dict[str, list[Placement]]:
    articles = scope.pages().filter(type="article", parent__in=parents)
    return _first(articles, "parent", FIRST_CARDS + 1) if parents else {}


def _first(articles: QuerySet[Placement], group: str, many: int) -> dict[str, list[Placement]]:
    """The newest articles of each group."""
    newest = [F("shown_at").desc(), F("publication_id").desc()]
    numbered = articles.annotate(place=Window(RowNumber(), partition_by=group, order_by=newest)).filter(place__lte=many)
    found: dict[str, list[Placement]] = defaultdict(list)
    for row in (
        rows(numbered, whole=False)
        .only("site_id", "publication_id", "publication__card", "overlay", "shown_at", group)
        .order_by("place")
    ):
        found[str(getattr(row, group))].append(row)
    return found
