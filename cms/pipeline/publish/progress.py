"""What a worker says while much is left to do: how many, and how long the oldest has waited."""

import time
from collections.abc import Callable

from cms.pipeline.publish import state

EVERY = 5.0  # seconds between two lines


class Progress:
    """Says a line now and then while something waits, and one when nothing does any more. Silent if all is quiet."""

    def __init__(self, say: Callable[[str], object], every: float | None = None) -> None:
        self._say = say
        self._every = EVERY if every is None else every
        self._last = time.monotonic()
        self._busy = False

    def look(self) -> None:
        """Called after each step; asks the database when it is time for a line."""
        if time.monotonic() - self._last < self._every:
            return
        self._last = time.monotonic()
        found = state.waiting()
        if found.undone:
            failed = f", {found.failed} failed and are tried again later" if found.failed else ""
            self._say(f"worker: {found.undone} left, the oldest has waited for {found.lag:.0f} s{failed}")
        elif self._busy:
            self._say("worker: nothing left")
        self._busy = bool(found.undone)
