"""What all views share: who asks, how often, with which parameters, and of which site."""

from dataclasses import replace
from typing import Any, ClassVar

from django.db.models import Sum
from django.http import HttpRequest, HttpResponse
from pydantic import BaseModel
from rest_framework.views import APIView

from api import auth, etags, throttle
from api.answers import Answer, Unchanged
from api.errors import Problem, handle, not_found
from api.memory import Kept, Place, memory
from api.parameters import VERSION, Parameter, parse_all, slug
from api.throttle import Allowance
from cms.pipeline.publish.models import Counter
from cms.sites.scope import Scope


class PublicView(APIView):
    """A read-only resource. Subclasses declare `parameters` and `shape`, and write `answer()`.

    `kept`: how long shared caches keep it, one of settings.CACHE_SECONDS.
    """

    http_method_names = ["get", "head", "options"]
    authentication_classes = ()
    permission_classes = ()
    parameters: ClassVar[tuple[Parameter, ...]] = ()
    shape: ClassVar[type[BaseModel]]
    problems: ClassVar[tuple[int, ...]] = (400, 401, 429)
    summary: ClassVar[str] = ""
    kept: ClassVar[str] = "page"
    content_type: ClassVar[str] = "application/json"
    allowance: Allowance | None = None

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """REST framework's own wraps the request, negotiates, and looks for a user. There is one representation and
        no user here, and the wrapping took longer than the reading of the rows."""
        method = (request.method or "").lower()
        handler = getattr(self, method) if method in self.http_method_names else self.http_method_not_allowed
        try:
            response: HttpResponse = handler(request, **kwargs)
        except Exception as error:
            problem = handle(error, {"view": self})
            if problem is None:
                raise
            response = problem
        if self.allowance:  # a refusal counts too, so it tells what is left as well
            for name, value in self.allowance.headers().items():
                response.headers[name] = value
        return response

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        self.allowance = throttle.spend(request, auth.token_of(request))
        values = parse_all([*self.parameters, VERSION], request.GET)
        return self.answer(values, **kwargs).response(request, self.kept)

    def head(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        return self.get(request, **kwargs)

    def options(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return HttpResponse(status=204, headers={"Allow": ", ".join(self.allowed_methods)})

    def answer(self, values: dict[str, Any], **kwargs: Any) -> Answer | Unchanged | Kept:
        raise TypeError(f"{type(self).__name__} does not answer")


class CommonView(PublicView):
    """A resource that belongs to all sites. Its version is the sum of theirs: it rises when any of them changes."""

    problems: ClassVar[tuple[int, ...]] = (400, 401, 429, 503)

    def answer(self, values: dict[str, Any], **kwargs: Any) -> Answer:
        version: int = Counter.objects.aggregate(sum=Sum("version"))["sum"] or 0
        _require(version, values["v"])
        return self.common_answer(version, values, **kwargs)

    def common_answer(self, version: int, values: dict[str, Any], **kwargs: Any) -> Answer:
        raise TypeError(f"{type(self).__name__} does not answer")


class SiteView(PublicView):
    """A resource of one site. The scope is found before anything else is looked at.

    `settled`: the site's version alone decides the bytes of an address, so a reader who has that version needs no row
    read.
    `kept_in_memory`: such an answer is, too, unless hardly any two readers ask for the same.
    """

    settled: ClassVar[bool] = True
    kept_in_memory: ClassVar[bool] = True
    problems: ClassVar[tuple[int, ...]] = (400, 401, 404, 429, 503)
    stamp: str = ""
    place: Place | None = None  # where the answer that was made is to be kept

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        response = super().get(request, **kwargs)
        if self.place and response.status_code == 200:
            memory.keep(self.place, self.stamp, response)
        return response

    def answer(self, values: dict[str, Any], **kwargs: Any) -> Answer | Unchanged | Kept:
        scope = Scope.of(slug(kwargs.pop("site"), "site"))
        if scope is None:
            raise not_found("site")
        _require(scope.version, values["v"])
        if not self.is_settled(values):
            return self.site_answer(scope, values, **kwargs)
        self.stamp = etags.stamp(self.request, scope.site_id, scope.version)
        if held := etags.stamped(self.request, self.stamp):
            return Unchanged(held, scope.version)
        place = Place.of(self.request, scope.site_id)
        if kept := memory.find(place, self.stamp):
            return kept
        answer = self.site_answer(scope, values, **kwargs)
        if answer.elsewhere:
            return answer
        self.place = place if self.kept_in_memory else None
        return replace(answer, stamp=self.stamp)

    def is_settled(self, values: dict[str, Any]) -> bool:
        """`settled`, where what was asked for decides it too."""
        return self.settled

    def site_answer(self, scope: Scope, values: dict[str, Any], **kwargs: Any) -> Answer:
        raise TypeError(f"{type(self).__name__} does not answer")


def given(request: HttpRequest) -> dict[str, str]:
    """The query as it was given, one value a name."""
    return {name: values[0] for name, values in request.GET.lists()}


def _require(version: int, wanted: int | None) -> None:
    """503 if what was asked for is newer than what this server has."""
    if wanted is not None and version < wanted:
        detail = f"This server has version {version} so far."
        raise Problem(503, "not-there-yet", detail, headers={"Retry-After": "1"})
