"""The page tree's lock on PostgreSQL: many may publish at once, but whoever changes the tree's shape does it alone.

A page knows its place by a path of its own. One that was read before its parent was moved would be saved with the old
path, and two pages that are added at once would get the same. SQLite lets one write at a time anyway.
"""

from django.db import connection

KEY = 0x6772656E  # "gren", so that nobody else's lock is meant


def hold(*, alone: bool) -> None:
    """Until the transaction ends. Taken before anything is read, so that what is read still holds when it is saved."""
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT " + ("pg_advisory_xact_lock(%s)" if alone else "pg_advisory_xact_lock_shared(%s)"), [KEY]
        )
