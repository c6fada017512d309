"""Queries that are compiled once and asked many times.

Django spends more time on turning a queryset into SQL than a database on finding a row by its key. What every request
reads is written as a queryset all the same, with a `Given` for each value that changes, and compiled at its first use;
from then on asking costs what the database takes.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from django.db import connections
from django.db.models import Expression, Field, QuerySet
from django.db.models.sql.compiler import SQLCompiler


class Given(Expression):
    """A value that each asking tells, under this name, as the field has it; one name, one field.

    >>> Placement.objects.filter(publication=Given("page", UUIDField()))
    """

    def __init__(self, name: str, field: "Field[Any, Any]") -> None:
        super().__init__(output_field=field)
        self.name = name

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        return "%s", (_Place(self.name, self.output_field),)


class _Place(NamedTuple):
    """Stands among the parameters of compiled SQL where a value will."""

    name: str
    field: "Field[Any, Any]"


class Prepared:
    """A queryset of `.values_list()`, ready to be asked. It is made at its first use, when all models are there.

    `planned_once`: the database too keeps how it goes about it, whatever the values are. That is for what an index
    finds at once. How to walk a list depends on how long it is, which the values tell: PostgreSQL, planning without
    them, sorted a thousand rows to give the last twenty.
    """

    def __init__(self, make: Callable[[], QuerySet[Any, tuple[Any, ...]]], *, planned_once: bool = False) -> None:
        self._make = make
        self._planned_once = planned_once
        self._compiled: _Compiled | None = None

    def rows(self, **given: Any) -> list[tuple[Any, ...]]:
        """The rows for these values, each column as Python has it."""
        return [self.pythonic(row) for row in self.raw(**given)]

    def raw(self, **given: Any) -> list[tuple[Any, ...]]:
        """The same as the database's driver has them: text is text, but a time or a UUID may be text too."""
        if self._compiled is None:
            self._compiled = _Compiled(self._make())
        return self._compiled.rows(given, planned_once=self._planned_once)

    def pythonic(self, row: tuple[Any, ...]) -> tuple[Any, ...]:
        """A raw row, each column as Python has it."""
        return self._compiled.converted(row) if self._compiled else row


class _Compiled:
    """SQL, its parameters, and what makes Python's values of the columns."""

    def __init__(self, queryset: QuerySet[Any, tuple[Any, ...]]) -> None:
        self.alias = queryset.db
        compiler: SQLCompiler = queryset.query.get_compiler(self.alias)
        self.sql, parameters = compiler.as_sql()
        self.parameters: tuple[Any, ...] = tuple(parameters)
        self.places = {one.name: one for one in parameters if type(one) is _Place}
        columns = [expression for expression, _, _ in compiler.select]
        self.converters = [(at, each, column) for at, (each, column) in compiler.get_converters(columns).items()]

    def rows(self, given: dict[str, Any], *, planned_once: bool) -> list[tuple[Any, ...]]:
        connection = connections[self.alias]
        values = {name: _told(place, given[name], connection) for name, place in self.places.items()}
        told = [values[one.name] if type(one) is _Place else one for one in self.parameters]
        return connection.read(self.sql, told, planned_once=planned_once)  # type: ignore[no-any-return]

    def converted(self, row: tuple[Any, ...]) -> tuple[Any, ...]:
        if not self.converters:
            return row
        values, connection = list(row), connections[self.alias]
        for at, converters, column in self.converters:
            for convert in converters:
                values[at] = convert(values[at], column, connection)
        return tuple(values)


PLAIN = (str, int, bool)  # what every database takes as it is


def _told(place: _Place, value: Any, connection: Any) -> Any:
    return value if type(value) in PLAIN else place.field.get_db_prep_value(value, connection)
