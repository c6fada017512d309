"""From the seconds to the rows of the table, and what must be the same. Pure."""

import argparse
import math
from typing import Any

from tests.bench.delivery.table import Bar, Row

LABEL = "Among many: rows that were written straight into the tables, not published. Seconds are the 95th percentile."
BAR = Bar(1 / 1.5, 1)
Found = dict[str, dict[str, Any]]


def of(small: list[Found], large: list[Found], publications: int, options: argparse.Namespace) -> list[Row]:
    """One row a case: the p95 of all its requests among many, against those among few."""
    among = f"among {publications:,} on {options.sites:,} sites, {options.private:,} private pages"
    return [
        Row(
            f"{case}, {among}",
            "postgresql",
            f"among {options.articles:,} on 51 sites",
            p95([one for turn in large for one in turn[case]["seconds"]]),
            p95([one for turn in small for one in turn[case]["seconds"]]),
            None,
            "s",
            BAR,
        )
        for case in small[0]
    ]


def differences(small: list[Found], large: list[Found]) -> list[str]:
    """What took another number of queries, or told of other things, among many."""
    found = []
    for case, few in small[0].items():
        many = large[0][case]
        if few["queries"] != many["queries"]:
            found.append(f"{case}: {few['queries']} queries among few, {many['queries']} among many.")
        if few["told"] != many["told"]:
            found.append(f"{case}: another answer among many.")
    return found


def p95(values: list[float]) -> float:
    """The value that 95 of a hundred do not exceed.

    >>> p95([1.0] * 95 + [9.0] * 5), p95([1.0] * 94 + [9.0] * 6)
    (1.0, 9.0)
    """
    return sorted(values)[math.ceil(0.95 * len(values)) - 1]
