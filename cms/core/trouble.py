"""What an editor reads when a request failed: an error of ours, or a database that is away for a moment."""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.views.defaults import server_error as failed

SOON = "2"  # seconds


def server_error(request: HttpRequest) -> HttpResponse:
    """Django calls it while it handles the error: 503 if only the database did not answer, else 500."""
    if isinstance(sys.exception(), OperationalError | InterfaceError):
        return HttpResponse(render_to_string("503.html"), status=503, headers={"Retry-After": SOON})
    return failed(request)
