"""Period: from which day something counts, and from which day it no longer does."""

from datetime import date, datetime, time

from django.db.models import Q
from django.utils import timezone


def today() -> date:
    """The day in the organisation's own time zone (TIME_ZONE)."""
    return timezone.localdate()


def covers(start: date | None, end: date | None, day: date) -> bool:
    """Whether the day lies in the period. `end` is the first day outside; None leaves a side open."""
    return (start is None or start <= day) and (end is None or day < end)


def covering(day: date, start: str, end: str) -> Q:
    """The same as a condition on two columns."""
    return (Q(**{start: None}) | Q(**{f"{start}__lte": day})) & (Q(**{end: None}) | Q(**{f"{end}__gt": day}))


def next_turn(day: date, *turns: date | None) -> datetime | None:
    """The midnight at which the first of these days begins that lies after `day`: when what is shown changes."""
    coming = sorted(turn for turn in turns if turn is not None and turn > day)
    return timezone.make_aware(datetime.combine(coming[0], time())) if coming else None
