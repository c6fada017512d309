"""An answer of the API: its bytes and the headers that caches and front ends read."""

import hashlib
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.utils.http import parse_etags, quote_etag

# Browsers ask again each time (a 304 is cheap); shared caches may keep an answer, and are told when it changes.
PUBLIC = "public, max-age=0, s-maxage=60, stale-while-revalidate=60"
PRIVATE = "private, no-store"

RELEASE = ("api",)  # the cache tag of what only a deployment changes


@dataclass(frozen=True)
class Answer:
    """JSON text and its cache tags."""

    text: str
    tags: tuple[str, ...] = ()
    version: int | None = None
    cache_control: str = PUBLIC
    content_type: str = "application/json"
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def etag(self) -> str:
        """Strong, and true by construction: it changes when the bytes do and not otherwise."""
        return quote_etag(hashlib.blake2b(self.text.encode(), digest_size=16).hexdigest())

    def response(self, request: HttpRequest) -> HttpResponse:
        """The answer, or 304 if the reader has it already."""
        headers = {"ETag": self.etag, "Cache-Control": self.cache_control} | self.headers
        if self.tags:
            headers["Surrogate-Key"] = " ".join(self.tags)
        if self.version is not None:
            headers["Grenverk-Version"] = str(self.version)
        if self.cache_control == PRIVATE:
            del headers["ETag"]
        elif _has(request, self.etag):
            response = HttpResponse(status=304, headers=headers)
            del response["Content-Type"]
            return response
        return HttpResponse(self.text, content_type=self.content_type, headers=headers)


def _has(request: HttpRequest, etag: str) -> bool:
    given = parse_etags(request.headers.get("If-None-Match", ""))
    # RFC 9110, 13.1.2: If-None-Match compares weakly, so a proxy that compressed the body still gets its 304.
    return "*" in given or etag in {one.removeprefix("W/") for one in given}
