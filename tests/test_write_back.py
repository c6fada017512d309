"""SQLite's log is written back into its file by the worker, and by a writer only when it has grown long."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.db import connections

from cms.databases import write_back
from cms.databases.sqlite.base import DatabaseWrapper
from cms.pipeline.publish import worker
from cms.settings import base

ROWS = 2_000  # some 8 MB: by itself SQLite would write them back


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file of a database as an installation has it, with so many rows in its log."""
    path = tmp_path / "one.sqlite3"
    settings: dict[str, Any] = base.database({"ENGINE": "django.db.backends.sqlite3", "NAME": str(path)})
    made = DatabaseWrapper(connections["default"].settings_dict | settings, "default")
    monkeypatch.setattr(write_back, "connection", made)
    with made.cursor() as cursor:
        cursor.execute("CREATE TABLE text (words TEXT)")
        cursor.executemany("INSERT INTO text VALUES (%s)", [["ord" * 1300]] * ROWS)
    yield path
    made.close()


def rows(path: Path, tmp_path: Path) -> int:
    """How many the file itself holds."""
    alone = shutil.copy(path, tmp_path / "alone.sqlite3")
    with closing(sqlite3.connect(alone)) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master").fetchall()
        return int(connection.execute("SELECT COUNT(*) FROM text").fetchone()[0]) if tables else 0


@pytest.mark.django_db
def test_the_log_is_written_back(file: Path, tmp_path: Path) -> None:
    assert rows(file, tmp_path) == 0
    assert write_back.write_back() == 0
    assert rows(file, tmp_path) == ROWS


@pytest.mark.django_db
def test_within_a_transaction_it_waits(file: Path, tmp_path: Path) -> None:
    write_back.connection.in_atomic_block = True
    assert write_back.write_back() == 0
    write_back.connection.in_atomic_block = False
    assert rows(file, tmp_path) == 0


def test_the_worker_does_it() -> None:
    assert write_back.write_back in [chore.work for chore in worker._chores if chore.patrol]
