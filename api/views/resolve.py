"""Resolve: what lives at a front-end path, so that a front end needs no routing table."""

import json
from dataclasses import dataclass
from typing import Any

from api import reading, rows
from api.answers import Answer
from api.errors import Problem, gone, not_found
from api.parameters import Parameter
from api.rows import Row
from api.shapes import Found, FoundRedirect, Redirect
from api.views.base import SiteView
from api.views.pages import DRAWING, page_tags, page_texts, with_member
from cms.core.links import PageLink
from cms.pipeline.publish.models import GONE, PastPath
from cms.pipeline.publish.paths import canonical, canonical_address, encoded, key_of
from cms.sites import cache_tags
from cms.sites.scope import Scope


def _path(text: str) -> str:
    if not text.startswith("/"):
        raise ValueError("Must begin with a slash.")
    return text


PATH = Parameter(
    "path",
    "A path on the front end, with its query, as the visitor's browser has them.",
    _path,
    required=True,
    longest=2000,
)


@dataclass(frozen=True)
class Asked:
    """What a visitor asked for: the path as it was spelled, in its one spelling, and with its query."""

    spelled: str
    path: str
    address: str

    @classmethod
    def of(cls, text: str) -> "Asked":
        spelled = text.partition("#")[0].partition("?")[0]
        return cls(spelled, canonical(spelled), canonical_address(text))

    @property
    def page(self) -> str:
        return key_of("page", self.path)

    @property
    def keys(self) -> list[str]:
        """Where to look, in this order: a redirect from just this query, the page, a redirect from the path."""
        exact = [key_of("redirect", self.address)] if self.address != self.path else []
        return [*exact, self.page, key_of("redirect", self.path)]


class ResolveView(SiteView):
    """A page, a redirect to the right spelling or the new address, 404, or 410 for what was withdrawn."""

    shape = Found
    summary = "What lives at a path"
    problems = (400, 401, 404, 410, 429, 503)
    parameters = (PATH, *DRAWING)

    def site_answer(self, scope: Scope, values: dict[str, Any], **kwargs: Any) -> Answer:
        asked = Asked.of(values["path"])
        row, frame = rows.standing(scope, asked.keys, with_frame="site" in values["include"])
        if row is None:
            return self._past(scope, asked)
        if row.kind == "redirect":
            return _made(row, scope, asked)
        # A browser has the path percent-encoded, as `url` has it: a redirect from there would lead to itself.
        if asked.spelled not in (asked.path, encoded(asked.path)):
            return _moved(row, scope, asked)
        page, more = page_texts(row, frame, scope, values)
        text = with_member('{"kind":"page"}', "page", page)
        text = with_member(text, "included", more) if more else text
        return Answer(text, page_tags(row, scope, values), scope.version)

    def _past(self, scope: Scope, asked: Asked) -> Answer:
        """What is left behind leads to where the page is now, on another site too; else it is gone or never was."""
        past = scope.past(asked.keys)
        if not past:
            raise not_found("path")
        for one in past:
            if one.path_key == asked.page:
                for row in rows.read(rows.placed_wholes(scope.seen_now(one.identity))[:1]):
                    return _moved(row, scope, asked)
        raise _problem(past[0], scope)


def _moved(row: Row, scope: Scope, asked: Asked) -> Answer:
    """To where the page is."""
    page = json.loads(reading.page(row))
    names = ("type", "id", "site", "path", "url", "title")
    to = PageLink(**{name: page[name] for name in names})
    return _redirect(FoundRedirect(kind="redirect", to=to, permanent=True), scope, asked)


def _made(row: Row, scope: Scope, asked: Asked) -> Answer:
    """To where an editor has redirected it, unless that was withdrawn a moment ago."""
    redirect = Redirect.model_validate_json(row.text)
    if not redirect.to.available:
        raise not_found("path")
    return _redirect(FoundRedirect(kind="redirect", to=redirect.to, permanent=redirect.permanent), scope, asked)


def _redirect(found: FoundRedirect, scope: Scope, asked: Asked) -> Answer:
    """Tagged with the path that was asked for, since that is what a reader knows."""
    slug, to = scope.frontend.slug, found.to
    tags = {cache_tags.site(slug), cache_tags.path(slug, asked.path), cache_tags.path(slug, asked.address)}
    if isinstance(to, PageLink):
        tags |= {cache_tags.page(to.id), cache_tags.path(to.site, to.path)}
    elsewhere = isinstance(to, PageLink) and to.site != slug
    return Answer(found.model_dump_json(), tuple(sorted(tags)), scope.version, elsewhere=elsewhere)


def _problem(past: PastPath, scope: Scope) -> Problem:
    """410 if what was here was withdrawn; what became private is as if it had never been."""
    reason = past.reason
    if reason not in GONE:
        newest = PastPath.objects.filter(site_id=scope.site_id, identity=past.identity).order_by("-at").first()
        reason = newest.reason if newest else reason
    return gone() if reason in GONE else not_found("path")
