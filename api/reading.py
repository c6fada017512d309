"""From rows to JSON text: splice publication and placement, fill in listings. Nothing is rendered here."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet

from api.cursors import Cursor
from api.listing import Query
from cms.pipeline.publish.encode import MARK, splice
from cms.pipeline.publish.models import Placement
from cms.sites.scope import Scope

FIRST_CARDS = 6  # in an article index that is read as a page
LINES = 12  # the most a "latest articles" block may ask for
SORT_KEYS = ["shown_at", "updated_at", "tree_path", "title_key"]


def rows(placements: QuerySet[Placement], *, whole: bool) -> QuerySet[Placement]:
    """Placements with just the columns that their JSON is made of, in one query."""
    text = ["publication__body", "page_overlay"] if whole else ["publication__card"]
    columns = [
        "site_id",
        "path_key",
        "publication_id",
        "publication__content_hash",
        "overlay",
        "kind",
        "type",
        "language",
        "parent",
        *SORT_KEYS,
        *text,
    ]
    return placements.select_related("publication").only(*columns)


def frame(scope: Scope) -> Placement | None:
    """The site's frame."""
    return rows(scope.placements().filter(kind="frame"), whole=True).first()


def page_and_frame(scope: Scope, which: Q, *, with_frame: bool) -> tuple[Placement | None, Placement | None]:
    """The page of which this is true, and the site's frame if asked for, in one query."""
    wanted = which & Q(kind="page")
    found = list(rows(scope.placements().filter(wanted | Q(kind="frame") if with_frame else wanted), whole=True))
    pages, frames = ([row for row in found if row.kind == kind] for kind in ("page", "frame"))
    return pages[0] if pages else None, frames[0] if frames else None


def standing(scope: Scope, keys: list[str], *, with_frame: bool) -> tuple[Placement | None, Placement | None]:
    """What stands at the first of these places where anything does, and the site's frame if asked for; one query."""
    which = Q(path_key__in=keys)
    found = list(rows(scope.placements().filter(which | Q(kind="frame") if with_frame else which), whole=True))
    there = sorted((row for row in found if row.path_key), key=lambda row: keys.index(row.path_key or ""))
    return next(iter(there), None), next((row for row in found if row.kind == "frame"), None)


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


def newest_first(found: Iterable[Placement]) -> list[Placement]:
    """In the order in which the database lists them."""
    return sorted(found, key=lambda row: (row.shown_at, row.publication_id), reverse=True)


def either(parts: list[QuerySet[Placement]]) -> list[Placement]:
    """Cards of all these short listings in one query, each once; in no order.

    A union of primary keys, since PostgreSQL reads the whole table for two of them joined by OR; a part's own limit
    stands in a subquery, since SQLite allows none inside a union.
    """
    each = [rows(Placement.objects.filter(pk__in=part.values("pk")), whole=False) for part in parts]
    found = each[0].union(*each[1:], all=True) if len(each) > 1 else each[0]
    return list({row.pk: row for row in found}.values())


@dataclass(frozen=True)
class Unfilled:
    """A page's text and the language whose articles it lists."""

    text: str
    language: str


def lists(text: str) -> bool:
    """Whether the page has a place for a listing."""
    return MARK.search(text) is not None


def fill(pages: list[Unfilled], scope: Scope) -> list[str]:
    """The texts with their listings in place: one query, however many pages."""
    return fill_beside(pages, scope, [])[0]


def fill_beside(
    pages: list[Unfilled], scope: Scope, beside: list[QuerySet[Placement]]
) -> tuple[list[str], list[Placement]]:
    """The same, and the rows that were read for it, those of `beside` among them; still one query."""
    marks = {(match[1], match[2], p.language) for p in pages for match in MARK.finditer(p.text)}
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

    filled = [MARK.sub(lambda match, p=p: listing(match[1], match[2], p.language), p.text) for p in pages]
    return filled, found


def _next_address(scope: Scope, parent: str, last: Placement) -> str | None:
    """Where the list goes on that an article index begins; in every language, since an index may hold several."""
    query = Query(f"/api/v1/sites/{scope.frontend.slug}/articles/", (("language", "*"), ("parent", parent)))
    return query.address(Cursor(last.shown_at, last.publication_id))


def _array(found: Iterable[Placement]) -> str:
    return "[" + ",".join(card(row) for row in found) + "]"
