"""Query parameters: declared once for a view; parsing, errors and the schema follow from it."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import QueryDict
from django.utils.dateparse import parse_date, parse_datetime

from api.errors import invalid, not_found

LONGEST = 500  # characters of a value, unless the parameter says otherwise
TOLD = 10  # how many unknown parameters an answer names
UUID_FORM = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
SLUG_FORM = re.compile(r"[a-z0-9-]{1,60}", re.ASCII)
YEARS = range(1800, 9000)  # what every database and every time zone can reckon with


@dataclass(frozen=True)
class Parameter:
    """A query parameter. `parse` raises ValueError with a message for the developer."""

    name: str
    about: str
    parse: Callable[[str], Any]
    schema: dict[str, Any] = field(default_factory=lambda: {"type": "string"})
    default: Any = None
    required: bool = False
    longest: int = LONGEST


@dataclass(frozen=True)
class Moment:
    """A time, or a day that begins when it does on the site."""

    value: datetime | None = None
    day: Any = None

    def at(self, zone: str) -> datetime:
        return self.value or datetime.combine(self.day, time(), ZoneInfo(zone))


def parse_all(parameters: Iterable[Parameter], query: QueryDict) -> dict[str, Any]:
    """The values by name, with defaults. Everything that is wrong is told at once."""
    known = {parameter.name: parameter for parameter in parameters}
    errors: dict[str, list[str]] = {}
    values = {name: parameter.default for name, parameter in known.items()}
    for name, given in query.lists():
        if name not in known:
            # The name goes back to the sender: cut, so that an answer never grows with the question.
            if len(errors) < TOLD:
                errors[name[:50]] = [f"Unknown parameter. Known here: {', '.join(sorted(known))}."]
            continue
        try:
            values[name] = _value(known[name], given)
        except ValueError as error:
            errors[name] = [str(error)]
    for parameter in known.values():
        if parameter.required and parameter.name not in query:
            errors[parameter.name] = ["This parameter is required."]
    if errors:
        raise invalid(errors)
    return values


def _value(parameter: Parameter, given: list[str]) -> Any:
    if len(given) != 1:
        raise ValueError("Give this parameter once.")
    text = given[0]
    if len(text) > parameter.longest:
        raise ValueError(f"At most {parameter.longest} characters.")
    if "\x00" in text:
        raise ValueError("NUL characters are not allowed.")
    if "\ufffd" in text:
        raise ValueError("Must be UTF-8, percent-encoded.")
    return parameter.parse(text)


# --- kinds of values ---


def whole_number(low: int, high: int) -> Callable[[str], int]:
    def parse(text: str) -> int:
        if not re.fullmatch(r"[0-9]{1,18}", text, re.ASCII) or not low <= int(text) <= high:
            raise ValueError(f"Must be a whole number from {low} to {high}.")
        return int(text)

    return parse


def one_of(*choices: str) -> Callable[[str], str]:
    def parse(text: str) -> str:
        if text not in choices:
            raise ValueError(f"Must be one of: {', '.join(choices)}.")
        return text

    return parse


def several_of(choices: Iterable[str]) -> Callable[[str], tuple[str, ...]]:
    known = sorted(choices)

    def parse(text: str) -> tuple[str, ...]:
        names = tuple(dict.fromkeys(name.strip() for name in text.split(",")))
        if unknown := [name for name in names if name not in known]:
            raise ValueError(f"Unknown: {', '.join(name[:50] for name in unknown[:5])}. Known: {', '.join(known)}.")
        return names

    return parse


def uuid(text: str) -> UUID:
    """One spelling only: another would be another address of the same thing."""
    if not UUID_FORM.fullmatch(text):
        raise ValueError("Must be a UUID in lower case, with hyphens.")
    return UUID(text)


def slug(text: str, what: str) -> str:
    """A slug that stands in a path; one that could not be is as good as one that never was."""
    if not SLUG_FORM.fullmatch(text):
        raise not_found(what)
    return text


def identity(text: str, what: str) -> UUID:
    """An id that stands in a path; one that could not be is as good as one that never was."""
    try:
        return uuid(text)
    except ValueError:
        raise not_found(what) from None


def moment(text: str) -> Moment:
    try:
        stamp = parse_datetime(text) if "T" in text or " " in text else None
        day = None if stamp else parse_date(text)
    except ValueError:
        stamp = day = None
    if stamp is not None and stamp.tzinfo is not None and stamp.year in YEARS:
        return Moment(value=stamp)
    if day is not None and day.year in YEARS:
        return Moment(day=day)
    raise ValueError("Must be a date (2026-05-01) or a time with its zone (2026-05-01T12:00:00Z).")


def truth(text: str) -> bool:
    return one_of("true", "false")(text) == "true"


def anything(text: str) -> str:
    if not text:
        raise ValueError("Must not be empty.")
    return text


# --- parameters that many views take ---

VERSION = Parameter(
    "v",
    "Answer with at least this version of the site (from a webhook or Grenverk-Version), or 503 with Retry-After.",
    whole_number(0, 10**15),
    {"type": "integer", "minimum": 0, "maximum": 10**15},
)


def limit(most: int, default: int) -> Parameter:
    schema = {"type": "integer", "minimum": 1, "maximum": most, "default": default}
    return Parameter("limit", "How many results at most.", whole_number(1, most), schema, default)


LIMIT = limit(100, 20)
CURSOR = Parameter("cursor", "Where to go on; taken from `next` or `previous`.", anything, longest=1000)
COUNT = Parameter("count", "Add `count`, how many there are in all.", truth, {"type": "boolean"}, default=False)


def choice(name: str, about: str, choices: Iterable[str], default: str | None = None) -> Parameter:
    listed = list(choices)
    schema: dict[str, Any] = {"type": "string", "enum": listed}
    if default:
        schema["default"] = default
    return Parameter(name, about, one_of(*listed), schema, default)


def fields(names: Iterable[str]) -> Parameter:
    known = sorted(set(names))
    about = "Only these members of each object, separated by commas: " + ", ".join(known) + "."
    return Parameter("fields", about, several_of(known), longest=1000)


def include(*names: str, about: str = "Further things to answer with in `included`, separated by commas") -> Parameter:
    about = f"{about}: {', '.join(names)}."
    return Parameter("include", about, several_of(names), default=())
