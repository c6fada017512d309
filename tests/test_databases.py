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


def terminate(one) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [one.connection.info.backend_pid])


def test_a_server_that_went_away_is_seen_before_it_is_asked(another) -> None:
    assert another.is_usable()
    terminate(another)
    assert not another.is_usable()


@pytest.mark.parametrize("planned_once", [True, False])
@pytest.mark.parametrize("met_before", [True, False])
def test_a_request_that_finds_a_dead_connection_reads_by_a_new_one(
    another, *, planned_once: bool, met_before: bool
) -> None:
    """A thread that was idle while the server restarted."""

    def asked() -> list[tuple[int]]:
        return another.read("SELECT %s::int", [7], planned_once=planned_once)

    another.health_check_enabled = True
    if met_before:
        assert asked() == [(7,)]
    terminate(another)
    another.close_if_unusable_or_obsolete()  # as Django does when a request begins
    assert asked() == [(7,)]
    with another.cursor() as cursor:
        cursor.execute("SELECT 1", [])
        assert cursor.fetchone() == (1,)


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
