"""Answers kept in memory for as long as their site's version stands.

Most answers are decided by the version of one site alone (etags.py). What was made for it once goes out again as it was
packed: no row is read and nothing is compressed anew, only the version is asked for, each time. So what was withdrawn
is never answered again, in whatever process. Each process keeps its own; the answers that were asked for longest ago
leave first.
"""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import NamedTuple

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from api import encodings, etags
from api.answers import unchanged

AROUND = 2_000  # bytes that an answer takes besides its texts, about: objects, and their places in tables
SHARE = 16  # the largest that is kept takes one part in so many


class Place(NamedTuple):
    """Where an answer is kept: of which site, for which address in which coding."""

    site_id: int
    address: str
    coding: str

    @classmethod
    def of(cls, request: HttpRequest, site_id: int) -> "Place":
        coding = encodings.preferred(request.headers.get("Accept-Encoding", ""), encodings.SMALLEST)
        return cls(site_id, request.get_full_path(), coding)


@dataclass(frozen=True)
class Kept:
    """An answer as it went out, and what decided it."""

    stamp: str
    body: bytes
    headers: dict[str, str]

    def response(self, request: HttpRequest, kind: str) -> HttpResponse:
        """The answer again, or 304 if the reader has it already."""
        if held := etags.same(request, self.headers["ETag"]):
            known = {name: self.headers[name] for name in ("Surrogate-Key", "Grenverk-Version") if name in self.headers}
            return unchanged(held, kind, known)
        return HttpResponse(self.body, headers=self.headers)


class Memory:
    """So many bytes of answers."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._kept: OrderedDict[Place, Kept] = OrderedDict()
        self._size = 0
        self._lock = Lock()

    def find(self, place: Place, stamp: str) -> Kept | None:
        """The answer that was made at this place under this stamp."""
        with self._lock:
            kept = self._kept.get(place)
            if kept is None or kept.stamp != stamp:
                return None
            self._kept.move_to_end(place)
            return kept

    def keep(self, place: Place, stamp: str, response: HttpResponse) -> None:
        """Keep an answer that may go to anyone who asks for the same."""
        kept = Kept(stamp, response.content, dict(response.headers))
        size = weight(place, kept)
        if size > self.most // SHARE:
            return
        with self._lock:
            self._leave(place)
            self._kept[place] = kept
            self._size += size
            while self._size > self.most:
                self._leave(next(iter(self._kept)))

    def clear(self) -> None:
        with self._lock:
            self._kept.clear()
            self._size = 0

    def _leave(self, place: Place) -> None:
        kept = self._kept.pop(place, None)
        self._size -= weight(place, kept) if kept else 0


def weight(place: Place, kept: Kept) -> int:
    """The bytes that an answer takes. An address has up to eight thousand, and the headers name it once more."""
    headers = sum(len(name) + len(value) for name, value in kept.headers.items())
    return len(kept.body) + len(place.address) + headers + AROUND


memory = Memory(settings.ANSWER_MEMORY_MB * 1024 * 1024)
