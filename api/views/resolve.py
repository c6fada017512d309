"""Resolve: what lives at a front-end path, so that a front end needs no routing table."""

from typing import Any

from api import reading
from api.answers import Answer
from api.errors import Problem, gone, not_found
from api.included import included
from api.parameters import Parameter, fields, include
from api.shapes import PAGE_FIELDS, Found, FoundRedirect
from api.views.base import SiteView
from api.views.listings import only
from api.views.pages import page_tags, page_text
from cms.core.links import PageLink
from cms.pipeline.publish.models import PastPath, Placement
from cms.pipeline.publish.paths import canonical, path_key
from cms.pipeline.publish.write import GONE
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
    problems = (400, 404, 410, 429, 503)
    parameters = (PATH, fields(PAGE_FIELDS), include("site", "neighbours"))

    def site_answer(self, scope: Scope, values: dict[str, Any], **kwargs: Any) -> Answer:
        asked = values["path"].partition("#")[0].partition("?")[0]
        path = canonical(asked)
        row = reading.rows(scope.pages().filter(path_key=path_key(path)), whole=True).first()
        if row is None:
            return self._past(scope, path)
        if asked != path:
            return self._redirect(row, scope)
        text, stamp = page_text(row, scope)
        more, more_stamp = included(row, scope, values["include"])
        text = f'{{"kind":"page","page":{only([text], values["fields"])[0]}' + (
            f',"included":{more}}}' if more else "}"
        )
        stamp = (*stamp, *more_stamp, "resolve", ",".join(values["fields"] or ()), ",".join(values["include"]))
        return Answer(text, stamp, page_tags(row, scope), scope.version)

    def _past(self, scope: Scope, path: str) -> Answer:
        past = scope.past(path_key(path))
        if past is None:
            raise not_found()
        row = reading.rows(scope.pages().filter(publication=past.identity), whole=True).first()
        if row is not None:
            return self._redirect(row, scope)
        raise _problem(past, scope)

    def _redirect(self, row: Placement, scope: Scope) -> Answer:
        page = reading.members(row)
        names = ("type", "id", "site", "path", "url", "title")
        to = PageLink(**{name: page[name] for name in names})
        text = FoundRedirect(kind="redirect", to=to, permanent=True).model_dump_json()
        return Answer(text, (text,), page_tags(row, scope), scope.version)


def _problem(past: PastPath, scope: Scope) -> Problem:
    """410 if the page that was here was withdrawn; one that became private is as if it had never been."""
    reason = past.reason
    if reason not in GONE:
        newest = PastPath.objects.filter(site_id=scope.site_id, identity=past.identity).order_by("-at").first()
        reason = newest.reason if newest else reason
    return gone() if reason in GONE else not_found()
