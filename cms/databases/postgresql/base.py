"""PostgreSQL as Django has it, save that what every request reads is planned once, and that asking whether the
connection still stands costs no journey to the server.

Both took about as long as finding the row. A subclass of a backend is Django's own way to change one:
https://docs.djangoproject.com/en/5.2/ref/databases/#subclassing-the-built-in-database-backends
"""

import select
from typing import Any

from django.db.backends.postgresql import base
from psycopg.pq import Format


class ReadingCursor(base.ServerBindingCursor):
    """Takes the values beside the statement, and has times and UUIDs as numbers, which are read sooner than text."""

    format = Format.BINARY

    def __init__(self, connection: Any, *, planned_once: bool, errors: Any) -> None:
        super().__init__(connection)
        self.planned_once = planned_once
        self.errors = errors

    def execute(self, query: Any, params: Any = None, **how: Any) -> Any:
        with self.errors:
            return super().execute(query, params, prepare=self.planned_once, **how)

    def executemany(self, query: Any, params_seq: Any, **how: Any) -> Any:
        with self.errors:
            return super().executemany(query, params_seq, **how)


class DatabaseOperations(base.DatabaseOperations):
    def last_executed_query(self, cursor: Any, sql: Any, params: Any) -> Any:
        """The statement with its values, for logs: the cursor itself knows only where they go."""
        if isinstance(cursor, ReadingCursor):
            return self.compose_sql(sql, params)
        return super().last_executed_query(cursor, sql, params)


class DatabaseWrapper(base.DatabaseWrapper):
    ops_class = DatabaseOperations

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._standing: dict[str, ReadingCursor] = {}

    def reading_cursor(self, *, planned_once: bool) -> Any:
        """For statements that stay the same (cms/prepared.py)."""
        self._stand()
        cursor = ReadingCursor(self.connection, planned_once=planned_once, errors=self.wrap_database_errors)
        # Django's wrapper logs, and asks who may: passing it takes a tenth as long as the query.
        watched = self.queries_logged or self.execute_wrappers
        return self._prepare_cursor(cursor) if watched else cursor

    def read(self, sql: str, told: list[Any], *, planned_once: bool) -> list[tuple[Any, ...]]:
        """The rows of a statement that stays the same. One that is planned once keeps its cursor, which has learnt how
        to read its columns: that takes a fifth as long as finding the row."""
        if not planned_once or self.queries_logged or self.execute_wrappers:
            with self.reading_cursor(planned_once=planned_once) as cursor:
                cursor.execute(sql, told)
                return cursor.fetchall()  # type: ignore[no-any-return]
        self._stand()
        standing = self._standing.get(sql)
        if standing is None or standing.connection is not self.connection:
            standing = ReadingCursor(self.connection, planned_once=True, errors=self.wrap_database_errors)
            self._standing[sql] = standing
        standing.execute(sql, told)
        return standing.fetchall()  # type: ignore[no-any-return]

    def _stand(self) -> None:
        """As Django's own cursors begin: a connection that a request found is tried once, and made anew if it is dead.
        A thread that was idle while the server restarted would answer an error long after the gap otherwise."""
        self.close_if_health_check_failed()
        self.ensure_connection()

    def is_usable(self) -> bool:
        """A server that goes away says so, or closes: either way something has come that nobody asked for."""
        if self.connection is None or self.connection.closed:
            return False
        return not _something_came(self.connection) or bool(super().is_usable())


def _something_came(connection: Any) -> bool:
    waiting = select.poll()
    waiting.register(connection.fileno(), select.POLLIN | select.POLLHUP | select.POLLERR)
    return bool(waiting.poll(0))
