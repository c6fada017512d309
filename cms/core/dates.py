"""Dates as Swedes write them: "25 november 2026", "i morgon kl. 8", "1 december kl. 8.30"."""

from datetime import date, datetime, timedelta

from django.utils import timezone
from django.utils.formats import date_format

NEAR = {-1: "i går", 0: "i dag", 1: "i morgon"}


def day(value: date | datetime) -> str:
    """The day, with its year: for tables, where years are compared."""
    return date_format(_local(value), "j F Y")


def moment(value: datetime) -> str:
    """Day and hour, as one says it: without a year that is this one, without minutes on the hour."""
    local = _local(value)
    return f"{near_day(local)} kl. {_hour(local)}"


def full_moment(value: datetime) -> str:
    """Day with its year, and hour: for what is read long afterwards."""
    return f"{day(value)} kl. {_hour(_local(value))}"


def near_day(value: date | datetime) -> str:
    """The day as one says it: "i går", "1 december", and with the year if it is not this one."""
    local = _local(value)
    own = local.date() if isinstance(local, datetime) else local
    today = timezone.localdate()
    if (own - today) in {timedelta(days=days) for days in NEAR}:
        return NEAR[(own - today).days]
    return date_format(own, "j F" if own.year == today.year else "j F Y")


def _hour(value: datetime) -> str:
    """Midnight has its minutes: "kl. 0" reads as if something were missing."""
    return f"{value.hour}.{value.minute:02}" if value.minute or not value.hour else str(value.hour)


def _local(value: date | datetime) -> date | datetime:
    return timezone.localtime(value) if isinstance(value, datetime) and timezone.is_aware(value) else value
