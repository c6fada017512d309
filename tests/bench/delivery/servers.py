"""The machinery: one database a kind, made once and kept, and gunicorn before it with production's settings."""

import hashlib
import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg

from tests.bench.delivery import load, words
from tests.bench.delivery.load import Request

ROOT = Path(__file__).resolve().parents[3]
KEPT = ROOT / "var" / "bench"
NAME = "grenverk_bench"  # of the PostgreSQL database
WORKERS = 2
FLOOR = Request("cms.bench.test", "/api/floor/")
MADE_BY = (
    "cms",
    "organisation",
    "articles",
    "home",
    "tests/bench/delivery/words.py",
    "tests/bench/delivery/content.py",
)


@dataclass(frozen=True)
class Database:
    """Where one database lives. `url`: "" for SQLite, else PostgreSQL's server with any database in it."""

    kind: str
    articles: int
    url: str = ""
    cache: str = ""

    @property
    def folder(self) -> Path:
        """Its files: pictures, SQLite, file cache, and what the cases need to know."""
        return KEPT / f"{self.kind}-{self.articles}"

    @property
    def address(self) -> str:
        if not self.url:
            return f"sqlite:///{self.folder / 'grenverk.sqlite3'}"
        return urlsplit(self.url)._replace(path=f"/{NAME}").geturl()

    def environment(self) -> dict[str, str]:
        """What an operator would set, and an allowance that is counted but never used up."""
        return os.environ | {
            "DJANGO_SETTINGS_MODULE": "tests.bench.delivery.settings",
            "SECRET_KEY": "only-for-the-benchmark-0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ-abcdefghij",
            "ALLOWED_HOSTS": ".bench.test",
            "PUBLIC_URL": "https://cms.bench.test",
            "HTTPS": "true",
            "TRUSTED_PROXIES": "1",
            "THROTTLE_ANONYMOUS": "1000000000",
            "DATA_DIR": str(self.folder),
            "DATABASE_URL": self.address,
            "CACHE_URL": self.cache,
            "MEDIA_AVIF_SPEED": "10",
        }


def reachable(database: Database) -> bool:
    """Whether there is a server for it; SQLite needs none."""
    if database.kind == "sqlite":
        return True
    try:
        psycopg.connect(database.url, connect_timeout=2).close()
    except psycopg.Error:
        return False
    return True


def prepared(database: Database, *, keep: bool) -> dict[str, Any]:
    """The facts of the database, which is made first unless it stands; `keep` takes it whatever made it."""
    facts, key = database.folder / "facts.json", "" if keep else _key()
    held = json.loads(facts.read_text()) if facts.exists() else {}
    if "key" in held and key in held["key"] and _stands(database, held["key"]):
        return held
    started = time.monotonic()
    print(f"Making the database with {database.articles} articles ({database.kind}); it is kept in {database.folder}.")
    shutil.rmtree(database.folder, ignore_errors=True)
    (database.folder / "static").mkdir(parents=True)
    if database.url:
        _recreate(database.url)
    command = [sys.executable, "-W", "ignore", "-m", "tests.bench.delivery.content", str(database.articles), str(facts)]
    subprocess.run(command, cwd=ROOT, env=database.environment(), check=True)  # noqa: S603
    made = json.loads(facts.read_text()) | {"key": f"{_key()} {time.time_ns()}"}
    if database.url:
        with psycopg.connect(database.url, autocommit=True) as connection:
            connection.execute(f"COMMENT ON DATABASE {NAME} IS '{made['key']}'")
    facts.write_text(json.dumps(made))
    print(f"Made in {time.monotonic() - started:.0f} s.")
    return made


def _key() -> str:
    """What decides the rows: the generator's version and the code that stores and renders."""
    digest = hashlib.blake2b(str(words.VERSION).encode(), digest_size=8)
    for name in MADE_BY:
        for source in sorted((ROOT / name).rglob("*.py")) or [ROOT / name]:
            digest.update(source.read_bytes())
    return digest.hexdigest()


def _stands(database: Database, key: str) -> bool:
    """PostgreSQL's may have been dropped, or belong to another folder, since the files were written."""
    if not database.url:
        return True
    with psycopg.connect(database.url) as connection:
        found = connection.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [NAME]
        ).fetchone()
    return bool(found) and found[0] == key


def _recreate(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"DROP DATABASE IF EXISTS {NAME}")
        connection.execute(f"CREATE DATABASE {NAME} TEMPLATE template0 ENCODING 'UTF8'")


@contextmanager
def serving(database: Database, **more: str) -> Iterator[int]:
    """gunicorn with two sync workers on a free port, which is handed out; stopped afterwards. `more`: what else is set.

    Sync: with keep-alive the kernel would deal the connections out over the workers once, evenly or not, and that
    would decide the figures.
    """
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-W", "ignore", "-m", "gunicorn", "cms.wsgi", "--bind", f"127.0.0.1:{port}"]
    command += ["--workers", str(WORKERS), "--limit-request-line", "8190", "--timeout", "300", "--log-level", "warning"]
    server = subprocess.Popen(command, cwd=ROOT, env=database.environment() | more)  # noqa: S603
    try:
        _wait(server, port)
        yield port
    finally:
        server.terminate()
        server.wait()


def _wait(server: subprocess.Popen[bytes], port: int) -> None:
    """Until it answers: the port is open before the workers have loaded anything."""
    for _ in range(600):
        if server.poll() is not None:
            raise SystemExit(f"The server ended with {server.returncode}; what it said stands above.")
        with suppress(OSError):
            load.right(port, FLOOR)
            return
        time.sleep(0.1)
    raise SystemExit("The server did not answer within 60 s.")
