"""Search: what a site has to say about some words."""

from typing import Any

from api import reading, rows
from api.answers import Answer
from api.cursors import Cursor
from api.listing import Query, Window, around
from api.parameters import COUNT, CURSOR, LIMIT, Parameter, choice, fields
from api.search_shapes import Hit, HitList, Snippet
from api.shapes import PAGE_TYPES
from api.views.base import SiteView, given
from api.views.listings import LANGUAGE, envelope, only, read_cursor
from api.views.pages import with_member
from cms.pipeline.publish import search
from cms.pipeline.publish.search import Search, adapter
from cms.sites import cache_tags
from cms.sites.scope import Scope

WORDS = Parameter(
    "q",
    'Words that must all be there; "in quotation marks" side by side; a beginning with a star: `skol*`.',
    search.parse,
    {"type": "string", "minLength": 1, "maxLength": search.LONGEST},
    required=True,
    longest=search.LONGEST,
)


class SearchView(SiteView):
    """The site's pages that hold these words, the best first; the newest 500 of them, if there are more."""

    shape = HitList
    summary = "Search"
    kept = "list"
    kept_in_memory = False
    parameters = (
        WORDS,
        choice("type", "Of this type.", PAGE_TYPES),
        LANGUAGE,
        fields(Hit.model_fields),
        CURSOR,
        LIMIT,
        COUNT,
    )

    def site_answer(self, scope: Scope, values: dict[str, Any], **kwargs: Any) -> Answer:
        language = values["language"] or scope.language
        asked = Search(values["q"], scope.site_id, values["type"] or "", "" if language == "*" else language)
        query = Query.of(self.request.path, given(self.request))
        window = _window(asked, read_cursor(values, query), values["limit"])
        count = search.count(asked) if values["count"] else None
        text = envelope(window, query, only(_texts(window, scope), values["fields"]), count)
        slug = scope.frontend.slug
        tags = (cache_tags.site(slug), cache_tags.frame(slug), cache_tags.listing(slug, "pages"))
        return Answer(text, tags, scope.version)


def _window(asked: Search, cursor: Cursor | None, limit: int) -> Window:
    backwards = cursor is not None and cursor.backwards
    behind = (cursor.key, cursor.identity) if cursor else None
    found = search.find(asked, behind, limit + 1, backwards=backwards)
    return around(found, cursor, limit, lambda hit: (hit.rank, hit.publication_id))


def _texts(window: Window, scope: Scope) -> list[str]:
    """The cards as JSON text with what was found in them."""
    cards = rows.cards_of(scope, [hit.publication_id for hit in window.rows])
    shown = [hit for hit in window.rows if hit.publication_id in cards]
    return [
        with_member(reading.card(cards[hit.publication_id]), "snippet", snippet(hit.excerpt).model_dump_json())
        for hit in shown
    ]


def snippet(excerpt: str) -> Snippet:
    """The excerpt without its marks, and where they stood."""
    text, matches, at = "", [], 0
    for number, piece in enumerate(excerpt.replace(adapter.CLOSE, adapter.OPEN).split(adapter.OPEN)):
        end = at + len(piece.encode("utf-16-le")) // 2
        if number % 2:
            matches.append((at, end))
        text, at = text + piece, end
    return Snippet(text=text, matches=matches)
