"""Whatever goes wrong below the API's addresses is told as a problem, also what no view has seen."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from api.errors import TITLES, Problem, respond

PREFIXES = ("/api/", "/health/")
KEPT = ("Allow", "Retry-After")
DETAILS = {
    400: "The request could not be understood.",
    404: "There is nothing here.",
    405: "This method is not answered here.",
    500: "Something went wrong on our side.",
}


class ProblemMiddleware:
    """Django answers some errors with a page (a bad Host, a crash): here they become problem+json."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code < 400 or not request.path_info.startswith(PREFIXES):
            return response
        if response.headers.get("Content-Type", "").startswith("application/problem+json"):
            return response
        status = response.status_code
        detail = DETAILS.get(status, TITLES.get(status, "Error"))
        slug = TITLES.get(status, "error").lower().replace(" ", "-")
        kept = {name: response.headers[name] for name in KEPT if name in response.headers}
        return respond(Problem(status, slug, detail, headers=kept))
