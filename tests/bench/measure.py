"""Timing several runs beside a yardstick, so that a figure means something on another machine."""

import os
import platform
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True)
class Times:
    """Seconds of several runs: on the wall, and of this process's own work."""

    wall: list[float]
    cpu: list[float]

    def row(self, name: str) -> str:
        """A line of a Markdown table."""
        return f"| {name} | {_spread(self.wall)} | {_spread(self.cpu)} |"


HEAD = "| what | wall, s: min / median / max | CPU, s: min / median / max |\n|---|---|---|"


def in_turn(runs: int, *works: Callable[[], object]) -> list[Times]:
    """Run each of them so many times, A B A B …, after one round that does not count."""
    times = [Times([], []) for _ in works]
    for number in range(runs + 1):
        for work, kept in zip(works, times, strict=True):
            wall, cpu = time.perf_counter(), time.process_time()
            work()
            wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
            if number:
                kept.wall.append(wall)
                kept.cpu.append(cpu)
    return times


def ratio(first: Times, second: Times) -> str:
    """How many times longer the first took, run by run; by CPU, which other processes do not stretch, and by wall."""
    cpu = [a / b for a, b in zip(first.cpu, second.cpu, strict=True)]
    wall = [a / b for a, b in zip(first.wall, second.wall, strict=True)]
    return f"ratio by CPU {_spread(cpu, 1)}, by wall {_spread(wall, 1)}"


def machine() -> str:
    """A line about where this ran."""
    load = ", ".join(f"{value:.1f}" for value in os.getloadavg())
    return f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores, load {load}"


def _spread(values: list[float], digits: int = 2) -> str:
    return " / ".join(f"{value:.{digits}f}" for value in (min(values), median(values), max(values)))
