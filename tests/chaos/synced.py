"""A front end's copy of a site, kept by delta sync: what it holds, and whether it was ever told out of order."""

from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlencode

from tests.chaos.installation import Installation

Held = dict[str, tuple[str | None, str | None]]  # by id: path and content hash
LIMIT = 100


@dataclass
class Copy:
    """Begins with everything, then follows. `faults` says in words what should not have come."""

    installation: Installation
    site: str
    held: Held = field(default_factory=dict)
    cursor: str = ""
    newest: int = 0
    begun: bool = False  # once the first sync is done, numbers rise
    answers: int = 0
    changes: int = 0
    pages: set[str] = field(default_factory=set)
    told: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)

    def catch_up(self) -> None:
        """Take answers until there is nothing more for now."""
        while self.step():
            pass

    def step(self) -> bool:
        """One answer; whether there is more already."""
        query = {"include": "data", "limit": LIMIT} | ({"since": self.cursor} if self.cursor else {})
        answer = self.installation.get(f"/api/v1/sites/{self.site}/changes/?{urlencode(query)}")
        if answer.status != 200:
            self.faults.append(f"{self.site}: status {answer.status}: {answer.body[:200]!r}")
            return False
        told = answer.json()
        self.answers += 1
        for change in told["changes"]:
            self._take(change)
        self.cursor = told["cursor"]
        self.begun = self.begun or not told["more"]
        return bool(told["more"])

    def _take(self, change: dict[str, object]) -> None:
        seq, identity = int(str(change["seq"])), str(change["id"])
        if self.begun:
            if seq <= self.newest:
                self.faults.append(f"{self.site}: number {seq} came after {self.newest}")
            self.changes += 1
            self.told[identity] += 1
        self.newest = max(self.newest, seq)
        if change["op"] == "delete":
            self.held.pop(identity, None)
            return
        if change["kind"] == "page":
            self.pages.add(identity)
        self.held[identity] = (change["path"], change["content_hash"])  # type: ignore[assignment]
        if change["data"] is None:
            self.faults.append(f"{self.site}: {identity} came without its data")


def fresh(installation: Installation, site: str) -> Copy:
    """A copy that has just begun, with all there is."""
    made = Copy(installation, site)
    made.catch_up()
    return made
