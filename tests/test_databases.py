"""The PostgreSQL backend sees that its server went away, though it does not ask; statements are prepared when told."""

from collections.abc import Iterator
from contextlib import closing

import psycopg
import pytest
from django.db import DataError, connection, connections

pytestmark = [
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no server"),
    pytest.mark.django_db,
]


@pytest.fixture
def another() -> Iterator:
    """A connection of its own: the tests' is in a transaction, and is to stand."""
    made = connections.create_connection("default")
    made.connect()
    yield made
    made.close()


def test_a_server_that_went_away_is_seen_before_it_is_asked(another) -> None:
    assert another.is_usable()
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [another.connection.info.backend_pid])
    assert not another.is_usable()


def test_a_connection_that_stands_is_not_asked(another, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(psycopg.ClientCursor, "execute", lambda *_, **__: pytest.fail("asked"))
    assert another.is_usable()


def test_a_notice_that_came_unasked_is_no_goodbye(another) -> None:
    with another.cursor() as cursor:
        cursor.execute("LISTEN grenverk_test")
    with closing(connections.create_connection("default")) as teller, teller.cursor() as cursor:
        cursor.execute("SELECT pg_notify('grenverk_test', '')")
    assert another.is_usable()


def test_statements_are_prepared_only_if_they_are_planned_once(another) -> None:
    for planned_once in (False, True):
        with another.reading_cursor(planned_once=planned_once) as cursor:
            for value in (1, 2, 3):
                cursor.execute("SELECT %s::int, 'mark'", [value])
                assert cursor.fetchall() == [(value, "mark")]
        with another.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%%''mark''%%'", [])
            assert cursor.fetchone() == (int(planned_once),)


def test_a_statement_that_is_planned_once_is_read_after_an_error_and_on_a_new_connection(another) -> None:
    def divided_by(value: int) -> list[tuple[int]]:
        return another.read("SELECT 6 / %s::int", [value], planned_once=True)

    assert divided_by(2) == divided_by(2) == [(3,)]
    with pytest.raises(DataError):
        divided_by(0)
    assert divided_by(3) == [(2,)]
    another.close()
    assert divided_by(6) == [(1,)]
