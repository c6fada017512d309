"""An answer of the API: its bytes and the headers that caches and front ends read."""

from dataclasses import dataclass, field

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from api import encodings, etags

PRIVATE = "private, no-store"
VARY = {"Vary": "Accept-Encoding"}


def public(kind: str) -> str:
    """Browsers ask again each time (a 304 is cheap); shared caches may keep an answer, and are told when it changes."""
    kept, stale = settings.CACHE_SECONDS[kind], settings.CACHE_SECONDS["stale"]
    return f"public, max-age=0, s-maxage={kept}, stale-while-revalidate={stale}"


@dataclass(frozen=True)
class Answer:
    """Text and its cache tags. `stamp`: what alone decides the text, if anything does (etags.py)."""

    text: str
    tags: tuple[str, ...] = ()
    version: int | None = None
    private: bool = False
    content_type: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)
    stamp: str = ""
    elsewhere: bool = False  # tells of another site's things too, so this site's version does not decide the text

    def response(self, request: HttpRequest, kind: str) -> HttpResponse:
        """The answer in the coding that the reader likes best, or 304 if the reader has it already."""
        if self.private:
            headers = self._known() | {"Cache-Control": PRIVATE}
            return HttpResponse(self.text, content_type=self.content_type, headers=headers)
        body = self.text.encode()
        coding = encodings.preferred(request.headers.get("Accept-Encoding", ""), len(body))
        etag = etags.make(body, self.stamp, coding)
        if held := etags.same(request, etag):
            return unchanged(held, kind, self._known())
        headers = self._known() | {"ETag": etag, "Cache-Control": public(kind), **VARY}
        if coding:
            headers["Content-Encoding"], body = coding, encodings.compress(body, coding)
        return HttpResponse(body, content_type=self.content_type, headers=headers)

    def _known(self) -> dict[str, str]:
        headers = dict(self.headers)
        if self.tags:
            headers["Surrogate-Key"] = " ".join(self.tags)
        if self.version is not None:
            headers["Grenverk-Version"] = str(self.version)
        return headers


@dataclass(frozen=True)
class Unchanged:
    """What a reader has already, known without making it."""

    etag: str
    version: int

    def response(self, request: HttpRequest, kind: str) -> HttpResponse:
        return unchanged(self.etag, kind, {"Grenverk-Version": str(self.version)})


def unchanged(etag: str, kind: str, headers: dict[str, str]) -> HttpResponse:
    """304 under the ETag that the reader has."""
    headers |= {"ETag": etag, "Cache-Control": public(kind), **VARY}
    response = HttpResponse(status=304, headers=headers)
    del response["Content-Type"]
    return response
