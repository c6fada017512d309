"""Many rows in one journey to the database.

Django's bulk_create() and bulk_update() spend ten times as long on the SQL as the database on the rows, and a
withdrawal that a thousand pages feel is one request.
"""

from collections.abc import Sequence
from typing import Any

from django.db import DEFAULT_DB_ALIAS, connection, connections
from django.db.models import BigIntegerField, BooleanField, CharField, ForeignKey, IntegerField, Model, TextField

from cms.prepared import PLAIN

AS_IT_IS = {CharField, TextField, IntegerField, BigIntegerField, BooleanField, ForeignKey}


def insert(rows: Sequence[Model]) -> None:
    """Insert these new rows of one model. Keys that the database gives are not told.

    bulk_create() gives PostgreSQL arrays, in which each sign of every text is looked at in Python.
    """
    if not rows:
        return
    meta: Any = rows[0]._meta
    fields = [field for field in meta.local_concrete_fields if field is not meta.auto_field]
    names, marks = ", ".join(field.column for field in fields), ", ".join(["%s"] * len(fields))
    _write(f"INSERT INTO {meta.db_table} ({names}) VALUES ({marks})", rows, fields)  # noqa: S608


def update(rows: Sequence[Model], names: Sequence[str] = ()) -> None:
    """Write these fields of rows of one model that are there; all if none is named."""
    if not rows:
        return
    meta: Any = rows[0]._meta
    key = meta.pk
    known = (field for field in meta.local_concrete_fields if field is not key)
    fields = [field for field in known if not names or field.name in names]
    new = ", ".join(f"{field.column} = %s" for field in fields)
    _write(f"UPDATE {meta.db_table} SET {new} WHERE {key.column} = %s", rows, [*fields, key])  # noqa: S608


def _write(statement: str, rows: Sequence[Model], fields: Sequence[Any]) -> None:
    values = _columns(rows, fields)
    # The values beside the statement: to write them into it, as Django's own cursor does, means to quote every text.
    own: Any = connection
    with own.reading_cursor(planned_once=False) as cursor:
        cursor.executemany(statement, values)


def _columns(rows: Sequence[Model], fields: Sequence[Any]) -> list[list[Any]]:
    """Row by row what the database is given. Text and numbers go as they are: to ask their fields takes longer."""
    own = connections[DEFAULT_DB_ALIAS]
    told = [(field.attname, type(field) in AS_IT_IS, field.get_db_prep_save) for field in fields]
    values = ([(getattr(row, name), *how) for name, *how in told] for row in rows)
    return [
        [value if as_it_is and type(value) in PLAIN else prepared(value, own) for value, as_it_is, prepared in row]
        for row in values
    ]
