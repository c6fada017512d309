"""What all views share: who asks, how often, with which parameters, and of which site."""

from typing import Any, ClassVar

from django.http import HttpRequest, HttpResponse
from pydantic import BaseModel
from rest_framework.request import Request
from rest_framework.views import APIView

from api import auth, throttle
from api.answers import Answer
from api.errors import Problem, not_found
from api.parameters import VERSION, Parameter, parse_all
from cms.sites.scope import Scope


class PublicView(APIView):
    """A read-only resource. Subclasses declare `parameters` and `shape`, and write `answer()`."""

    http_method_names = ["get", "head", "options"]
    authentication_classes = ()
    permission_classes = ()
    parameters: ClassVar[tuple[Parameter, ...]] = ()
    shape: ClassVar[type[BaseModel]]
    problems: ClassVar[tuple[int, ...]] = (400, 429)
    summary: ClassVar[str] = ""

    def get(self, request: Request, **kwargs: Any) -> HttpResponse:
        allowance = throttle.spend(request._request, auth.token_of(request._request))
        values = parse_all([*self.parameters, VERSION], request.query_params)
        response = self.answer(values, **kwargs).response(request._request)
        for name, value in allowance.headers().items():
            response.headers[name] = value
        return response

    def head(self, request: Request, **kwargs: Any) -> HttpResponse:
        return self.get(request, **kwargs)

    def options(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponse(status=204, headers={"Allow": ", ".join(self.allowed_methods)})

    def answer(self, values: dict[str, Any], **kwargs: Any) -> Answer:
        raise TypeError(f"{type(self).__name__} does not answer")

    def perform_content_negotiation(self, request: Request, force: bool = False) -> tuple[Any, str]:
        """There is one representation: JSON."""
        renderer = self.get_renderers()[0]
        return renderer, renderer.media_type


class SiteView(PublicView):
    """A resource of one site. The scope is found before anything else is looked at."""

    problems = (400, 404, 429, 503)

    def answer(self, values: dict[str, Any], **kwargs: Any) -> Answer:
        scope = Scope.of(kwargs.pop("site"))
        if scope is None:
            raise not_found()
        if values["v"] is not None and scope.version < values["v"]:
            detail = f"This server has version {scope.version} of the site so far."
            raise Problem(503, "not-there-yet", detail, headers={"Retry-After": "1"})
        return self.site_answer(scope, values, **kwargs)

    def site_answer(self, scope: Scope, values: dict[str, Any], **kwargs: Any) -> Answer:
        raise TypeError(f"{type(self).__name__} does not answer")


def given(request: HttpRequest) -> dict[str, str]:
    """The query as it was given, one value a name."""
    return {name: values[0] for name, values in request.GET.lists()}
