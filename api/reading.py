"""From rows to JSON text: splice text and overlays, fill in listings. Nothing is rendered here."""

import json
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from api import rows
from api.cursors import Cursor
from api.listing import Query
from api.rows import Row
from cms.pipeline.publish.encode import MARK, SIGN, splice
from cms.pipeline.publish.models import Placement
from cms.sites.scope import Scope

FIRST_CARDS = 6  # in an article index that is read as a page
LINES = 12  # the most a "latest articles" block may ask for


def card(row: Row) -> str:
    """A card as this site shows it."""
    return splice(row.text, row.overlay)


def page(row: Row) -> str:
    """A whole page as this site shows it, with marks where listings go."""
    return splice(row.text, row.overlay, row.page_overlay)


def newest_first(found: Iterable[Row]) -> list[Row]:
    """In the order in which the database lists them."""
    return sorted(found, key=lambda row: (row.shown_at, row.publication_id), reverse=True)


def either(parts: list[QuerySet[Placement]]) -> list[Row]:
    """Cards of all these short listings in one query, each once; in no order.

    A union of primary keys, since PostgreSQL reads the whole table for two of them joined by OR; a part's own limit
    stands in a subquery, since SQLite allows none inside a union.
    """
    each = [rows.placed_cards(Placement.objects.filter(pk__in=part.values("pk"))) for part in parts]
    found = each[0].union(*each[1:], all=True) if len(each) > 1 else each[0]
    return list({row.publication_id: row for row in rows.read(found)}.values())


@dataclass(frozen=True)
class Unfilled:
    """A page's text and the language whose articles it lists."""

    text: str
    language: str


def lists(text: str) -> bool:
    """Whether the page has a place for a listing."""
    return SIGN in text and MARK.search(text) is not None


def fill(pages: list[Unfilled], scope: Scope) -> list[str]:
    """The texts with their listings in place: one query, however many pages."""
    return fill_beside(pages, scope, [])[0]


def fill_beside(pages: list[Unfilled], scope: Scope, beside: list[QuerySet[Placement]]) -> tuple[list[str], list[Row]]:
    """The same, and the rows that were read for it, those of `beside` among them; still one query."""
    marks = {(match[1], match[2], p.language) for p in pages if SIGN in p.text for match in MARK.finditer(p.text)}
    if not marks and not beside:
        return [p.text for p in pages], []
    languages = sorted({language for name, _, language in marks if name == "latest"})
    parents = sorted({argument for name, argument, _ in marks if name == "index"})
    articles = scope.pages().filter(type="article").order_by("-shown_at", "-publication_id")
    found = newest_first(
        either(
            [articles.filter(language=language)[:LINES] for language in languages]
            + [articles.filter(parent=parent)[: FIRST_CARDS + 1] for parent in parents]
            + beside
        )
    )

    def listing(name: str, argument: str, language: str) -> str:
        if name == "latest":
            latest = [row for row in found if row.language == language]
            return _array(latest[: min(int(argument), LINES)])
        indexed = [row for row in found if str(row.parent) == argument]
        following = _next_address(scope, argument, indexed[FIRST_CARDS - 1]) if len(indexed) > FIRST_CARDS else None
        return f'{{"next":{json.dumps(following)},"previous":null,"results":{_array(indexed[:FIRST_CARDS])}}}'

    def filled(page: Unfilled) -> str:
        return MARK.sub(lambda match: listing(match[1], match[2], page.language), page.text)

    return [filled(p) if SIGN in p.text else p.text for p in pages], found


def _next_address(scope: Scope, parent: str, last: Row) -> str | None:
    """Where the list goes on that an article index begins; in every language, since an index may hold several."""
    query = Query(f"/api/v1/sites/{scope.frontend.slug}/articles/", (("language", "*"), ("parent", parent)))
    return query.address(Cursor(last.shown_at, last.publication_id))


def _array(found: Iterable[Row]) -> str:
    return "[" + ",".join(card(row) for row in found) + "]"
