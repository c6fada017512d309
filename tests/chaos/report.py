"""What a trial found: figures, and what was wrong."""

from dataclasses import dataclass, field
from statistics import quantiles


@dataclass
class Report:
    """Figures by name, and faults; a trial without faults went well."""

    title: str
    figures: dict[str, object] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def print(self) -> int:
        """Tell it; the exit code."""
        print(f"\n## {self.title}\n\n| | |\n|---|---|")
        for name, value in self.figures.items():
            print(f"| {name} | {value:,.2f} |" if isinstance(value, float) else f"| {name} | {value} |")
        for fault in self.faults[:50]:
            print(f"FAULT: {fault}")
        print(f"\n{'FAILED' if self.faults else 'passed'}: {len(self.faults)} faults", flush=True)
        return 1 if self.faults else 0


def percentiles(seconds: list[float]) -> str:
    """The middle, the slow, and the slowest, in milliseconds.

    >>> percentiles([0.1] * 98 + [0.2, 0.3])
    'p50 100 ms, p99 299 ms, max 300 ms'
    """
    if len(seconds) < 2:
        return f"{len(seconds)} measured"
    cuts = quantiles(seconds, n=100)
    middle, slow, slowest = (1000 * value for value in (cuts[49], min(cuts[98], max(seconds)), max(seconds)))
    return f"p50 {middle:.0f} ms, p99 {slow:.0f} ms, max {slowest:.0f} ms"
