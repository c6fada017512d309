"""The schema, and documentation that one can try."""

import json
from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.decorators.csrf import csrf_exempt
from drf_spectacular.generators import SchemaGenerator

from api.answers import Answer
from api.errors import Problem, not_found, respond
from api.views.base import PublicView
from cms.sites import cache_tags


@cache
def schema_text() -> str:
    """The OpenAPI document; made once a process, since only a deployment changes it."""
    document: dict[str, Any] = SchemaGenerator(urlconf="api.urls").get_schema(request=None, public=True)
    document["servers"] = [{"url": settings.PUBLIC_URL}]
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


class SchemaView(PublicView):
    """OpenAPI 3.1."""

    schema = None  # the document does not describe itself
    kept = "document"

    def answer(self, values: dict[str, Any], **kwargs: Any) -> Answer:
        return Answer(schema_text(), (cache_tags.RELEASE,), content_type="application/vnd.oai.openapi+json")


class DocsView(PublicView):
    """Documentation made from the schema."""

    schema = None
    kept = "document"

    def answer(self, values: dict[str, Any], **kwargs: Any) -> Answer:
        return Answer(render_to_string("api/docs.html"), (cache_tags.RELEASE,), content_type="text/html; charset=utf-8")


@csrf_exempt
def nothing(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    """Any other address below /api/."""
    if not request.path_info.endswith("/"):
        return respond(Problem(404, "not-found", "There is nothing here. Addresses of the API end with a slash."))
    return respond(not_found())
