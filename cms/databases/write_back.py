"""Writing back: SQLite's log of what was written goes into its file while nobody waits for it."""

from django.db import connection


def write_back() -> int:
    """Write back what the log holds, without hindering anybody; 0, since nobody has asked for it.

    A writer does it itself only when the log has grown long (`wal_autocheckpoint` in the settings): after a withdrawal
    that a thousand pages felt, an editor would wait for the disk as long as for the withdrawal.
    """
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(PASSIVE)")
    return 0
