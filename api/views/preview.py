"""Preview: a draft, for whoever holds its token."""

from typing import Any

from api import reading
from api.answers import PRIVATE, Answer
from api.errors import not_found
from api.parameters import Parameter, anything, include
from api.reading import Unfilled
from api.shapes import Found
from api.views.base import SiteView
from cms.core.models import PreviewDraft
from cms.sites.scope import Scope

TOKEN = Parameter("token", "From the admin's preview panel.", anything, required=True, longest=200)


class PreviewView(SiteView):
    """A draft in the shape of `resolve`. Every token that does not open one gets the same 404."""

    shape = Found
    summary = "A draft"
    parameters = (TOKEN, include("site"))

    def site_answer(self, scope: Scope, values: dict[str, Any], **kwargs: Any) -> Answer:
        draft = PreviewDraft.find(values["token"], scope.site_id)
        if draft is None:
            raise not_found()
        page = reading.fill([Unfilled(draft.body, draft.language)], scope)[0]
        frame = reading.frame(scope) if "site" in values["include"] else None
        more = f',"included":{{"site":{frame.publication.body},"neighbours":null}}' if frame else ""
        text = f'{{"kind":"page","page":{page}{more}}}'
        headers = {"X-Robots-Tag": "noindex, nofollow", "Referrer-Policy": "no-referrer"}
        return Answer(text, (), version=scope.version, cache_control=PRIVATE, headers=headers)
