"""Tally: how far a sheet has come."""

import time
from dataclasses import dataclass, field

WIDTH = 30  # of the bar, in signs


@dataclass
class Tally:
    """Of so many lines: made, standing already, faulty."""

    total: int
    made: int = 0
    standing: int = 0
    faulty: int = 0
    started: float = field(default_factory=time.monotonic)

    def count(self, *, is_new: bool) -> None:
        if is_new:
            self.made += 1
        else:
            self.standing += 1

    @property
    def done(self) -> int:
        return self.made + self.standing + self.faulty

    def bar(self) -> str:
        """One line for a terminal: `[######      ] 120 of 1000, about 80 s left`."""
        filled = WIDTH * self.done // max(self.total, 1)
        left = (time.monotonic() - self.started) / max(self.done, 1) * (self.total - self.done)
        return f"[{'#' * filled:{WIDTH}}] {self.done} of {self.total}, about {left:.0f} s left"

    def __str__(self) -> str:
        return f"{self.total} lines: {self.made} new, {self.standing} standing already, {self.faulty} faulty"
