"""Readers: threads that ask for pages, lists and searches all the time, and note what they were answered."""

import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPException
from random import Random

from tests.chaos.content import World
from tests.chaos.installation import Installation
from tests.chaos.synced import fresh

PAGE, LIST = 0.8, 0.95  # shares: up to here a page, up to here a list, else a search


@dataclass(frozen=True, slots=True)
class Sample:
    """One answer. `status`: 0 if there was none. Times: time.monotonic()."""

    begun: float
    ended: float
    status: int
    retry_after: str = ""

    @property
    def seconds(self) -> float:
        return self.ended - self.begun


@dataclass
class Readers:
    """So many threads, until they are told to stop."""

    installation: Installation
    paths: Callable[[Random], str]
    number: int
    origin: str = ""
    samples: list[Sample] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)

    def start(self) -> None:
        self.threads = [threading.Thread(target=self._read, args=[Random(n)], daemon=True) for n in range(self.number)]
        for thread in self.threads:
            thread.start()

    def stop(self) -> None:
        self.stopped.set()
        for thread in self.threads:
            thread.join(150)

    def between(self, begin: float, end: float) -> list[Sample]:
        """What was asked for in this time."""
        return [one for one in self.samples if begin <= one.begun < end]

    def _read(self, chance: Random) -> None:
        while not self.stopped.is_set():
            path, begun, status, again = self.paths(chance), time.monotonic(), 0, ""
            with suppress(OSError, HTTPException):
                answer = self.installation.get(path, self.origin)
                status, again = answer.status, answer.headers.get("retry-after", "")
            self.samples.append(Sample(begun, time.monotonic(), status, again))


def mixed(installation: Installation, world: World) -> Callable[[Random], str]:
    """80% pages, 15% lists, 5% searches."""
    pages = [(site.slug, key) for site in world.sites for key in fresh(installation, site.slug).pages]

    def path(chance: Random) -> str:
        slug, page = chance.choice(pages)
        share = chance.random()
        if share < PAGE:
            return f"/api/v1/sites/{slug}/pages/{page}/"
        return f"/api/v1/sites/{slug}/" + ("articles/" if share < LIST else "search/?q=utg%C3%A5va")

    return path
