"""The PostgreSQL backend sees that its server went away, though it does not ask; statements are prepared when told."""

import psycopg
import pytest
from django.conf import settings
from django.db import connection

pytestmark = [
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no server"),
    pytest.mark.django_db(transaction=True),
]


def stop() -> None:
    """What a restart of the server does to this connection."""
    held = connection.connection.info.backend_pid
    database = settings.DATABASES["default"]
    others = {"host": database["HOST"], "port": database["PORT"], "user": database["USER"]}
    with psycopg.connect(dbname="postgres", password=database["PASSWORD"], autocommit=True, **others) as another:
        another.execute("SELECT pg_terminate_backend(%s, 5000)", [held])


def test_a_server_that_went_away_is_seen_before_it_is_asked() -> None:
    connection.ensure_connection()
    stop()
    assert not connection.is_usable()
    connection.close()


def test_a_notice_that_came_unasked_is_no_goodbye() -> None:
    connection.ensure_connection()
    with connection.cursor() as cursor:
        cursor.execute("LISTEN grenverk_test")
        cursor.execute("SELECT pg_notify('grenverk_test', '')")
    assert connection.is_usable()


def test_statements_are_prepared_only_if_they_are_planned_once() -> None:
    for planned_once in (False, True):
        with connection.reading_cursor(planned_once=planned_once) as cursor:
            for value in (1, 2, 3):
                cursor.execute("SELECT %s::int, 'mark'", [value])
                assert cursor.fetchall() == [(value, "mark")]
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE '%%''mark''%%'", [])
            assert cursor.fetchone() == (int(planned_once),)
