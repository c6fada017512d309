"""A copy of the delivery benchmark's database: publishing changes it, and the next run is to find it as it was."""

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from urllib.parse import urlsplit

import psycopg

from tests.bench.delivery.servers import NAME, ROOT, Database

COPY = f"{NAME}_copy"


@contextmanager
def copied(database: Database) -> Iterator[dict[str, str]]:
    """The environment of a process that works on the copy; it is dropped afterwards."""
    address = _copy_postgresql(database) if database.url else _copy_sqlite(database)
    environment = database.environment() | {"DATABASE_URL": address}
    try:
        command = [sys.executable, "-W", "ignore", "manage.py", "migrate", "--verbosity", "0"]
        subprocess.run(command, cwd=ROOT, env=environment, check=True)  # noqa: S603
        yield environment
    finally:
        _drop(database)


def _copy_postgresql(database: Database) -> str:
    _drop(database)
    with psycopg.connect(database.url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {COPY} TEMPLATE {NAME}")
    return urlsplit(database.url)._replace(path=f"/{COPY}").geturl()


def _copy_sqlite(database: Database) -> str:
    _drop(database)
    source, target = database.folder / "grenverk.sqlite3", database.folder / f"{COPY}.sqlite3"
    with closing(sqlite3.connect(source)) as whole, closing(sqlite3.connect(target)) as copy:
        whole.backup(copy)
    return f"sqlite:///{target}"


def _drop(database: Database) -> None:
    if database.url:
        with psycopg.connect(database.url, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS {COPY}")
        return
    for file in database.folder.glob(f"{COPY}.sqlite3*"):
        file.unlink()
