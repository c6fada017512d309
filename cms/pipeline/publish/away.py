"""Whose fault a database error is: the database's own, which is away or busy, or that of what was to be written."""

from django.db import Error, InterfaceError, OperationalError

# Classes of PostgreSQL's error codes: connection, rollback for another's sake, resources, locks, operator, system.
# https://www.postgresql.org/docs/current/errcodes-appendix.html
AWAY = {"08", "40", "53", "55", "57", "58"}


def is_away(error: Error) -> bool:
    """Whether it will do to wait. PostgreSQL calls too large a row an operational error too: it stays too large."""
    if isinstance(error, InterfaceError):
        return True
    state = getattr(error.__cause__, "sqlstate", None)
    return isinstance(error, OperationalError) and (state is None or state[:2] in AWAY)
