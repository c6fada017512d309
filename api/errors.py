"""Errors on the wire: RFC 9457 problem details, every one of them."""

import json
import logging
from typing import Any

from django.db import InterfaceError, OperationalError
from django.http import Http404, HttpResponse
from rest_framework import exceptions

TITLES = {
    400: "Bad request",
    401: "Unauthorized",
    403: "Forbidden",
    404: "Not found",
    405: "Method not allowed",
    406: "Not acceptable",
    410: "Gone",
    414: "URI too long",
    429: "Too many requests",
    500: "Internal server error",
    503: "Service unavailable",
}

SOON = {"Retry-After": "2"}  # seconds

logger = logging.getLogger("grenverk.api")


class Problem(Exception):
    """An answer that is not the one asked for. `errors` holds messages by the name of the parameter."""

    def __init__(
        self,
        status: int,
        type: str,
        detail: str,
        *,
        errors: dict[str, list[str]] | None = None,
        headers: dict[str, str] | None = None,
    ) -> None:
        super().__init__(detail)
        self.status, self.type, self.detail = status, type, detail
        self.errors, self.headers = errors, headers or {}


def not_found(what: str = "") -> Problem:
    """The same for what never was, what is another site's, and what is private. `what`: the kind of thing asked for."""
    return Problem(404, "not-found", f"There is no such {what}." if what else "There is nothing here.")


def gone() -> Problem:
    return Problem(410, "gone", "What was here has been withdrawn.")


def invalid(errors: dict[str, list[str]]) -> Problem:
    names = ", ".join(sorted(errors))
    return Problem(400, "invalid-parameter", f"The request cannot be answered as it stands: {names}.", errors=errors)


def respond(problem: Problem) -> HttpResponse:
    """The problem as an answer."""
    members: dict[str, Any] = {
        "type": problem.type,
        "title": TITLES.get(problem.status, "Error"),
        "status": problem.status,
        "detail": problem.detail,
    }
    if problem.errors:
        members["errors"] = problem.errors
    headers = {"Cache-Control": "no-store"} | problem.headers
    return HttpResponse(
        json.dumps(members, ensure_ascii=False),
        status=problem.status,
        content_type="application/problem+json",
        headers=headers,
    )


def handle(error: Exception, context: dict[str, Any]) -> HttpResponse | None:
    """DRF's exception handler. What is not known here becomes a 500 in the middleware."""
    if isinstance(error, Problem):
        return respond(error)
    if isinstance(error, Http404):
        return respond(not_found())
    if isinstance(error, exceptions.MethodNotAllowed):
        allowed = ", ".join(context["view"].allowed_methods)
        return respond(
            Problem(405, "method-not-allowed", f"Only {allowed} are answered here.", headers={"Allow": allowed})
        )
    if isinstance(error, OperationalError | InterfaceError):
        logger.error("the database does not answer", exc_info=error)
        return respond(Problem(503, "unavailable", "The database does not answer just now.", headers=SOON))
    if isinstance(error, exceptions.APIException):
        return respond(Problem(error.status_code, str(error.get_codes()), str(error.detail)))
    return None
