"""Sweden's counties and municipalities, with the codes of Statistics Sweden.

`areas.csv` holds SCB's list of "Län och kommuner i kodnummerordning" as it has stood since 2007: two digits for each of
21 counties, and those two with two more for each of 290 municipalities.
"""

import csv
from functools import cache
from pathlib import Path

from cms.pipeline.publish.collation import swedish_key

COUNTY_DIGITS, MUNICIPALITY_DIGITS = 2, 4
Choices = list[tuple[str, "str | list[tuple[str, str]]"]]


@cache
def official() -> dict[str, str]:
    """All names by their codes."""
    with Path(__file__).with_name("areas.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["name"] for row in csv.DictReader(file)}


def counties() -> dict[str, str]:
    return {code: name for code, name in official().items() if len(code) == COUNTY_DIGITS}


def municipalities(county: str) -> list[tuple[str, str]]:
    """Those of a county, by their names."""
    found = [(code, name) for code, name in official().items() if code[:-2] == county]
    return sorted(found, key=lambda one: swedish_key(one[1]))


def choices() -> Choices:
    """For a form: the counties, and below each its municipalities."""
    below: Choices = [(name, municipalities(code)) for code, name in counties().items()]
    return [("Län", list(counties().items())), *below]


def named(name: str) -> set[str]:
    """The codes of what is called so; a county also without "län"."""
    wanted = " ".join(name.split()).casefold()
    spellings = (wanted, f"{wanted} län", f"{wanted}s län")
    exact = {code for code, known in official().items() if known.casefold() == wanted}
    return exact or {code for code, known in official().items() if known.casefold() in spellings}
