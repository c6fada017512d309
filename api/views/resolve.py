"""Resolve: what lives at a front-end path, so that a front end needs no routing table."""

from typing import Any

from django.db.models import Q

from api import reading
from api.answers import Answer
from api.errors import Problem, gone, not_found
from api.parameters import Parameter
from api.shapes import Found, FoundRedirect
from api.views.base import SiteView
from api.views.pages import DRAWING, page_tags, page_texts, with_member
from cms.core.links import PageLink
from cms.pipeline.publish.models import GONE, PastPath, Placement
from cms.pipeline.publish.paths import canonical, encoded, path_key
from cms.sites import cache_tags
from cms.sites.scope import Scope


def _path(text: str) -> str:
    if not text.startswith("/"):
        raise ValueError("Must begin with a slash.")
    return text


PATH = Parameter(
    "path", "A path on the front end, as the visitor's browser has it.", _path, required=True, longest=2000
)


class ResolveView(SiteView):
    """A page, a redirect to the right spelling or the new address, 404, or 410 for what was withdrawn."""

    shape = Found
    summary = "What lives at a path"
    problems = (400, 401, 404, 410, 429, 503)
    parameters = (PATH, *DRAWING)

    def site_answer(self, scope: Scope, values: dict[str, Any], **kwargs: Any) -> Answer:
        asked = values["path"].partition("#")[0].partition("?")[0]
        path = canonical(asked)
        which = Q(path_key=path_key(path))
        row, frame = reading.page_and_frame(scope, which, with_frame="site" in values["include"])
        if row is None:
            return self._past(scope, path)
        # A browser has the path percent-encoded, as `url` has it: a redirect from there would lead to itself.
        if asked not in (path, encoded(path)):
            return self._redirect(row, scope, path)
        page, more = page_texts(row, frame, scope, values)
        text = with_member('{"kind":"page"}', "page", page)
        text = with_member(text, "included", more) if more else text
        return Answer(text, page_tags(row, scope, values), scope.version)

    def _past(self, scope: Scope, path: str) -> Answer:
        past = scope.past(path_key(path))
        if past is None:
            raise not_found("path")
        row = reading.rows(scope.pages().filter(publication=past.identity), whole=True).first()
        if row is not None:
            return self._redirect(row, scope, path)
        raise _problem(past, scope)

    def _redirect(self, row: Placement, scope: Scope, asked: str) -> Answer:
        """To where the page is; tagged with the path that was asked for, since that is what a reader knows."""
        page = reading.members(row)
        names = ("type", "id", "site", "path", "url", "title")
        to = PageLink(**{name: page[name] for name in names})
        text = FoundRedirect(kind="redirect", to=to, permanent=True).model_dump_json()
        slug = scope.frontend.slug
        tags = [
            cache_tags.site(slug),
            cache_tags.page(to.id),
            *(cache_tags.path(slug, path) for path in {asked, to.path}),
        ]
        return Answer(text, tuple(sorted(tags)), scope.version)


def _problem(past: PastPath, scope: Scope) -> Problem:
    """410 if the page that was here was withdrawn; one that became private is as if it had never been."""
    reason = past.reason
    if reason not in GONE:
        newest = PastPath.objects.filter(site_id=scope.site_id, identity=past.identity).order_by("-at").first()
        reason = newest.reason if newest else reason
    return gone() if reason in GONE else not_found("path")
