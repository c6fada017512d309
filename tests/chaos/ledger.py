"""The ledger: what editors sent and what they were answered, held against what is stored."""

import threading
from collections import Counter
from dataclasses import dataclass, field

from wagtail.models import Revision

from articles.models import Article
from tests.chaos.editor import DONE, LOST, Pressed


@dataclass(frozen=True)
class Entry:
    """One publishing. Each has a title of its own; `pk` is None for a new article."""

    title: str
    pk: int | None
    pressed: Pressed
    begun: float  # time.monotonic()
    ended: float


@dataclass
class Ledger:
    """Entries in the order in which they were answered; an article belongs to one editor, so its own are in order."""

    entries: list[Entry] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def add(self, entry: Entry) -> None:
        with self.lock:
            self.entries.append(entry)

    def count(self, outcome: str) -> int:
        with self.lock:
            return sum(entry.pressed.outcome == outcome for entry in self.entries)

    def happened_unanswered(self) -> int:
        """How many were committed although nobody could be told."""
        lost = {entry.title for entry in self.entries if entry.pressed.outcome == LOST}
        return len(lost & _revisions().keys())

    def faults(self) -> list[str]:
        """What was lost, doubled or done by half. Called when nobody writes."""
        saved, live = _revisions(), list(Article.objects.live().select_related("latest_revision"))
        shown, titles = {page.pk: page.title for page in live}, Counter(page.title for page in live)
        faults = [
            f"article {page.pk} shows {page.title!r}, and {page.latest_revision.content['title']!r} was saved last"
            for page in live
            if page.latest_revision.content["title"] != page.title
        ]
        for entry in self.entries:
            if entry.pressed.outcome == DONE and not saved[entry.title]:
                faults.append(f"{entry.title!r} was answered and is lost")
            if saved[entry.title] > 1:
                faults.append(f"{entry.title!r} was sent once and saved {saved[entry.title]} times")
            if entry.pk is None and titles[entry.title] > 1:
                faults.append(f"the new article {entry.title!r} is there {titles[entry.title]} times")
            if entry.pk is None and entry.pressed.outcome == DONE and not titles[entry.title]:
                faults.append(f"the new article {entry.title!r} was answered and nobody sees it")
        for pk, allowed in self._allowed().items():
            if shown.get(pk) not in allowed:
                faults.append(f"article {pk} shows {shown.get(pk)!r}, not {' or '.join(sorted(allowed))}")
        return faults

    def _allowed(self) -> dict[int, set[str]]:
        """What each article may show: the last title that was answered, or one that was sent since."""
        allowed: dict[int, set[str]] = {}
        for entry in self.entries:
            if entry.pk is None:
                continue
            if entry.pressed.outcome == DONE:
                allowed[entry.pk] = {entry.title}
            elif entry.pk in allowed:
                allowed[entry.pk].add(entry.title)
        return allowed


def _revisions() -> Counter[str]:
    """How many revisions have each title."""
    return Counter(content["title"] for content in Revision.page_revisions.values_list("content", flat=True))
