"""Preview: a draft, for whoever holds its token."""

import json
from typing import Any

from api import reading, rows
from api.answers import Answer
from api.errors import not_found
from api.included import Spot, included, neighbours
from api.parameters import Parameter, anything
from api.reading import Unfilled
from api.shapes import Found
from api.views.base import SiteView
from api.views.listings import only
from api.views.pages import DRAWING, with_member
from cms.core.models import PreviewDraft
from cms.sites.scope import Scope

TOKEN = Parameter("token", "From the admin's preview panel.", anything, required=True, longest=200)


class PreviewView(SiteView):
    """A draft in the shape of `resolve`. Every token that does not open one gets the same 404."""

    shape = Found
    summary = "A draft"
    settled = False
    parameters = (TOKEN, *DRAWING)

    def site_answer(self, scope: Scope, values: dict[str, Any], **kwargs: Any) -> Answer:
        draft = PreviewDraft.find(values["token"], scope.site_id)
        if draft is None:
            raise not_found("draft")
        spot = Spot.of(json.loads(draft.body))
        beside = neighbours(spot, scope, values["include"])
        filled, found = reading.fill_beside([Unfilled(draft.body, draft.language)], scope, beside)
        frame = rows.frame(scope) if "site" in values["include"] else None
        more = included(spot, frame, found, values["include"])
        text = with_member('{"kind":"page"}', "page", only(filled, values["fields"])[0])
        text = with_member(text, "included", more) if more else text
        headers = {"X-Robots-Tag": "noindex, nofollow", "Referrer-Policy": "no-referrer"}
        return Answer(text, version=scope.version, private=True, headers=headers)
