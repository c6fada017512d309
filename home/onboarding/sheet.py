"""Sheet: a whole organisation as a CSV file, a line a site."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields
from pathlib import Path

from home.onboarding.order import Order, OrderError

REQUIRED = ("name", "kind", "parent", "slug", "domain", "area")
KNOWN = {field.name for field in fields(Order)}
LINE = "line"  # what is wrong with the line as a whole


class SheetError(Exception):
    """The file as a whole cannot be read; the message says why."""


@dataclass(frozen=True)
class Row:
    """A line of the file, counted as an editor shows it, and what it orders or what is wrong with it."""

    line: int
    order: Order | None
    error: OrderError | None = None


def read(path: Path) -> list[Row]:
    """All lines. Raises SheetError for a file that is no such sheet."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SheetError(f"{path} cannot be read: {error}") from error
    reader = csv.DictReader(text.splitlines(keepends=True), delimiter=_delimiter(text), strict=True)
    missing = [name for name in REQUIRED if name not in (reader.fieldnames or ())]
    unknown = [name for name in reader.fieldnames or () if name not in KNOWN]
    if missing or unknown:
        wrong = f"missing: {', '.join(missing)}" if missing else f"unknown: {', '.join(map(repr, unknown))}"
        raise SheetError(f"The first line of {path} must name the columns {','.join(REQUIRED)} ({wrong}).")
    try:
        return [_row(reader.line_num, cells) for cells in reader if any(cells.values())]
    except csv.Error as error:
        raise SheetError(f"{path}, line {reader.line_num}: {error}") from error


def in_turn(rows: Iterable[Row]) -> Iterator[Row]:
    """The parents before what lies below them, else in the file's own order."""
    waiting = list(rows)
    while waiting:
        slugs = {row.order.slug for row in waiting if row.order}
        free = {row for row in waiting if row.order is None or row.order.parent not in slugs}
        now = [row for row in waiting if row in free] or waiting  # in a circle: each says that its parent is not there
        yield from now
        waiting = [row for row in waiting if row not in free] if free else []


def _delimiter(text: str) -> str:
    """Swedish spreadsheets write semicolons."""
    first = text.partition("\n")[0]
    return ";" if first.count(";") > first.count(",") else ","


def _row(line: int, cells: dict[str, str | None]) -> Row:
    if None in cells or None in cells.values():
        return Row(line, None, OrderError({LINE: "raden har inte lika många kolumner som den första"}))
    return Row(line, Order(**{name: (text or "").strip() for name, text in cells.items()}))
