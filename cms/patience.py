"""SQLite lets one write at a time: what is only nice to have noted does not wait for its turn."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import OperationalError, connection

PATIENCE = 100  # milliseconds


class Busy(Exception):
    """Somebody else is writing."""


@contextmanager
def impatient() -> Iterator[None]:
    """Do not wait for SQLite's write lock: raise Busy instead."""
    if connection.vendor != "sqlite":
        yield
        return
    patience = int(connection.settings_dict["OPTIONS"].get("timeout", 5) * 1000)
    _wait_at_most(PATIENCE)
    try:
        yield
    except OperationalError as error:
        if "locked" not in str(error):
            raise
        raise Busy from error
    finally:
        _wait_at_most(patience)


def _wait_at_most(milliseconds: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA busy_timeout = {milliseconds}")
