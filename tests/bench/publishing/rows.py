"""From the figures to the rows of the table. Pure."""

from statistics import median
from typing import Any

from tests.bench.delivery.table import Bar, Row

SINGLE = Bar(1 / 1.35, 1)  # at most 1.35 × the time of Wagtail's own
MANY = Bar(1 / 2, 1)
DONE = 20.0  # seconds until everything that mentions it is rendered
WITHDRAWN = 1.0  # seconds
ALL = Bar(3, 3)


def of_requests(database: str, found: dict[str, Any]) -> list[Row]:
    """An editor's requests."""
    single, stock = median(found["single"]["ours"]), median(found["single"]["stock"])
    rows = [Row("publish one article", database, "stock Wagtail", single, stock, None, "s", SINGLE)]
    for name, barred in (("many", True), ("most", False)):
        rows += _of_fan_out(database, found[name], single, barred=barred)
    return rows


def _of_fan_out(database: str, found: dict[str, Any], single: float, *, barred: bool) -> list[Row]:
    """Beyond a thousand mentions there is no bar; the seconds are told all the same."""
    mentioned = f"one that {found['mentions']:,} pages mention"
    request, done, withdrawn = (median(found[name]) for name in ("request", "done", "withdrawn"))
    bar = Bar(1, 1) if barred else None
    return [
        Row(
            f"publish {mentioned}",
            database,
            "one that nothing mentions",
            request,
            single,
            None,
            "s",
            MANY if barred else None,
        ),
        Row(
            f"publish {mentioned}: all done", database, f"{DONE:.0f} s", done, DONE if barred else None, None, "s", bar
        ),
        Row(
            f"withdraw {mentioned}",
            database,
            f"{WITHDRAWN:.0f} s",
            withdrawn,
            WITHDRAWN if barred else None,
            None,
            "s",
            bar,
        ),
    ]


def of_everything(database: str, found: dict[str, Any]) -> list[Row]:
    """Seconds a page."""
    stock = median(found["stock"])
    return [
        Row(
            f"publish --all, a page {how}",
            database,
            "stock v2 rendering it",
            median(found[name]),
            stock,
            None,
            "s",
            ALL,
        )
        for name, how in (("standing", "as it stands"), ("nothing", "from nothing"))
    ]


def floors(found: dict[str, Any]) -> list[float]:
    """Stock's publishing, round by round, by the second: what it spreads by, the machine did."""
    return [1 / seconds for seconds in found["single"]["stock"]]
