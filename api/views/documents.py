"""The schema, and documentation that one can try."""

import json
from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from drf_spectacular.generators import SchemaGenerator

from api.answers import Answer
from api.errors import not_found, respond


@cache
def schema_text() -> str:
    """The OpenAPI document; made once a process, since only a deployment changes it."""
    document: dict[str, Any] = SchemaGenerator(urlconf="api.urls").get_schema(request=None, public=True)
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))


@require_safe
def schema(request: HttpRequest) -> HttpResponse:
    """OpenAPI 3.1."""
    text = schema_text()
    return Answer(text, (text,), content_type="application/vnd.oai.openapi+json").response(request)


@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """Documentation made from the schema."""
    return render(request, "api/docs.html")


def nothing(request: HttpRequest, **kwargs: Any) -> HttpResponse:
    """Any other address below /api/."""
    return respond(not_found())
