"""The figures as rows: printed with their ratios, and written to bench.json. Pure, save for the two."""

import json
from dataclasses import dataclass
from pathlib import Path
from statistics import median

NOISY = 0.15  # how far the floor may spread around its median before nothing here should be believed
FILE = Path("bench.json")
COLUMNS = (
    *("case", "database", "against", "ours", "peer", "floor", "ours/peer", "bar (aim)", "ours/floor", "bar (aim)"),
    *("p50/p99 ms: ours", "peer"),
)
HEAD = f"| {' | '.join(COLUMNS)} |\n|---|---|---|{'--:|' * (len(COLUMNS) - 3)}"


@dataclass(frozen=True)
class Bar:
    """What a ratio must reach, and what is aimed at."""

    least: float
    aim: float

    def words(self) -> str:
        return f"{self.least:.3g}" + (f" ({self.aim:g})" if self.aim != self.least else "")


@dataclass(frozen=True)
class Row:
    """One case on one database. `unit`: "req/s", of which more is better, or "s", of which less is."""

    case: str
    database: str
    against: str
    ours: float
    peer: float | None
    floor: float | None
    unit: str = "req/s"
    bar_peer: Bar | None = None
    bar_floor: Bar | None = None
    latency: tuple[str, str] = ("", "")

    @property
    def ratio_peer(self) -> float | None:
        return ratio(self.ours, self.peer, self.unit)

    @property
    def ratio_floor(self) -> float | None:
        return ratio(self.ours, self.floor, self.unit)

    def line(self) -> str:
        """A line of the Markdown table; what is under its bar is marked."""
        figures = [_figure(value, self.unit) for value in (self.ours, self.peer, self.floor)]
        judged = [*_judged(self.ratio_peer, self.bar_peer), *_judged(self.ratio_floor, self.bar_floor)]
        return "| " + " | ".join([self.case, self.database, self.against, *figures, *judged, *self.latency]) + " |"

    def record(self) -> dict[str, object]:
        """As bench.json holds it; several rows may have the same case against different peers."""
        names = ("case", "database", "ours", "peer", "floor", "ratio_peer", "ratio_floor", "unit")
        values = {name: getattr(self, name) for name in names} | {"case": f"{self.case}, against {self.against}"}
        return {name: round(value, 4) if isinstance(value, float) else value for name, value in values.items()}


def ratio(ours: float, other: float | None, unit: str) -> float | None:
    """How many times better ours is.

    >>> ratio(200.0, 100.0, "req/s"), ratio(2.0, 100.0, "s"), ratio(2.0, None, "s")
    (2.0, 50.0, None)
    """
    if other is None:
        return None
    return ours / other if unit == "req/s" else other / ours


def noise(floors: list[float]) -> float:
    """How far the floor's figures lie apart, as a share of their median.

    >>> noise([100.0, 90.0, 110.0])
    0.2
    """
    return (max(floors) - min(floors)) / median(floors)


def verdict(floors: list[float]) -> str:
    """What the floor, measured again and again, says about the machine."""
    spread = noise(floors)
    between = f"{min(floors):,.0f} to {max(floors):,.0f} a second"
    said = f"The floor was measured {len(floors)} times: {between}, {spread:.0%} apart."
    if spread <= NOISY:
        return said
    return (
        f"{said}\nTOO NOISY: something else ran on this machine (more than {NOISY:.0%}). Measure again before judging."
    )


def write(rows: list[Row]) -> None:
    """bench.json in the working directory. What was not measured now stands as it did."""
    new = [row.record() for row in rows]
    known = {(one["case"], one["database"]) for one in new}
    held = json.loads(FILE.read_text()) if FILE.exists() else []
    kept = [one for one in held if (one["case"], one["database"]) not in known]
    FILE.write_text(json.dumps(kept + new, indent=1, ensure_ascii=False) + "\n")


def _figure(value: float | None, unit: str) -> str:
    return (
        ""
        if value is None
        else f"{value * 1000:,.1f} ms"
        if unit == "s" and value < 0.1
        else f"{value:,.2f} s"
        if unit == "s"
        else f"{value:,.0f}"
        if value >= 100
        else f"{value:.1f}"
    )


def _judged(ratio: float | None, bar: Bar | None) -> tuple[str, str]:
    if ratio is None:
        return "", ""
    told = f"{ratio:.2f}" if ratio < 10 else f"{ratio:.1f}"
    under = bar is not None and ratio < bar.least
    return f"**{told} under**" if under else told, bar.words() if bar else ""
