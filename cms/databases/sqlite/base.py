"""SQLite as Django has it, save that a statement's placeholders are turned from `%s` into `?` once, not at each use.

Django searches the whole statement each time (SQLiteCursorWrapper.convert_query), which takes longer than SQLite needs
to find a row. A subclass of a backend is Django's own way to change one:
https://docs.djangoproject.com/en/5.2/ref/databases/#subclassing-the-built-in-database-backends
"""

from functools import lru_cache
from typing import Any

from django.db.backends.sqlite3 import base


class DatabaseWrapper(base.DatabaseWrapper):
    def create_cursor(self, name: str | None = None) -> "Cursor":
        cursor: Cursor = self.connection.cursor(factory=Cursor)
        return cursor

    def reading_cursor(self, *, planned_once: bool) -> Any:
        """As PostgreSQL's; here Python keeps every prepared statement by itself."""
        return self.cursor()

    def read(self, sql: str, told: list[Any], *, planned_once: bool) -> list[tuple[Any, ...]]:
        """The rows of a statement that stays the same."""
        with self.cursor() as cursor:
            cursor.execute(sql, told)
            return cursor.fetchall()  # type: ignore[no-any-return]


class Cursor(base.SQLiteCursorWrapper):
    def execute(self, query: str, params: Any = None) -> Any:
        if type(params) in (list, tuple):
            return super(base.SQLiteCursorWrapper, self).execute(_converted(query), params)
        return super().execute(query, params)


@lru_cache(500)
def _converted(query: str) -> str:
    return base.FORMAT_QMARK_REGEX.sub("?", query).replace("%%", "%")
