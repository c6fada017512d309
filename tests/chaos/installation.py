"""An installation of its own, as an operator would run it: a folder, a database, gunicorn and the worker.

The trial's own process enters the same installation, so that it can look at the rows behind the server's back.
"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

from tests.bench.delivery.load import Answer, Request, get

ROOT = Path(__file__).resolve().parents[2]
STATIC = ROOT / "var" / "chaos" / "static"  # collected once: it is the same for every trial
HOST = "cms.chaos.test"
NAME = "grenverk_chaos"  # of PostgreSQL databases; the port of the server stands behind it
WITHIN = 120.0  # seconds that anything may take to come back
# As the Dockerfile has it.
WEB = "-m gunicorn cms.wsgi --worker-class gthread --workers 2 --threads {threads} --limit-request-line 8190"
WEB += " --no-control-socket --log-level warning --timeout 60 --bind 127.0.0.1:{port}"


class TrialError(Exception):
    """The trial could not be carried out; that says nothing about the product."""


@dataclass
class Process:
    """A process group that is started, killed and started again; what it says is appended to one log."""

    command: list[str]
    environment: dict[str, str]
    log: Path
    running: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        with self.log.open("ab") as output:
            self.running = subprocess.Popen(  # noqa: S603
                [sys.executable, "-W", "ignore", *self.command],
                cwd=ROOT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def pids(self) -> list[int]:
        """The process and its children."""
        if self.running is None or self.running.poll() is not None:
            return []
        return [self.running.pid, *children(self.running.pid)]

    def kill(self, *, only_children: bool = False) -> None:
        """SIGKILL: the whole group, or what the first process must then replace."""
        if only_children:
            for pid in self.pids()[1:]:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            return
        self._signal(signal.SIGKILL)
        if self.running:
            self.running.wait()

    def stop(self) -> None:
        self._signal(signal.SIGTERM)
        with suppress(subprocess.TimeoutExpired):
            if self.running:
                self.running.wait(10)
        self._signal(signal.SIGKILL)

    def _signal(self, number: int) -> None:
        if self.running is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.running.pid, number)


def children(pid: int) -> list[int]:
    """The processes that this one started."""
    with suppress(OSError):
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    return []


@dataclass
class Installation:
    """`database`: "" for SQLite, else PostgreSQL's server with any database in it. `cache`: "" for files."""

    folder: Path
    database: str = ""
    cache: str = ""
    threads: int = 4
    port: int = field(default_factory=lambda: free_port())

    def __post_init__(self) -> None:
        self.environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "cms.settings.production",
            "SECRET_KEY": "only-for-the-trials-0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ-abcdefghij",
            "ALLOWED_HOSTS": HOST,
            "PUBLIC_URL": f"https://{HOST}",
            "HTTPS": "true",
            "TRUSTED_PROXIES": "1",
            "THROTTLE_ANONYMOUS": "1000000000",
            "EMBED_THUMBNAILS": "false",
            "DATA_DIR": str(self.folder),
            "DATABASE_URL": self._address(),
            "CACHE_URL": self.cache,
        }
        web = WEB.format(threads=self.threads, port=self.port).split()
        self.web = Process(web, self.environment, self.folder / "web.log")
        self.worker = Process(["manage.py", "worker"], self.environment, self.folder / "worker.log")

    def _address(self) -> str:
        if not self.database:
            return f"sqlite:///{self.folder / 'grenverk.sqlite3'}"
        return urlsplit(self.database)._replace(path=f"/{self.name}").geturl()

    @property
    def name(self) -> str:
        """Of the database, so that two trials may run at once."""
        return f"{NAME}_{self.port}"

    def enter(self) -> None:
        """Become a process of this installation, with an empty database."""
        if self.database:
            with psycopg.connect(self.database, autocommit=True) as connection:
                connection.execute(f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)")
                connection.execute(f"CREATE DATABASE {self.name} TEMPLATE template0 ENCODING 'UTF8'")
        STATIC.mkdir(parents=True, exist_ok=True)
        (self.folder / "static").symlink_to(STATIC)
        os.environ.update(self.environment)
        import django
        from django.core.management import call_command

        django.setup()
        call_command("migrate", verbosity=0)
        if not (STATIC / "staticfiles.json").exists():
            call_command("collectstatic", verbosity=0, interactive=False)

    def remove(self) -> None:
        """Leave nothing behind."""
        if self.database:
            with psycopg.connect(self.database, autocommit=True) as connection:
                connection.execute(f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)")
        shutil.rmtree(self.folder, ignore_errors=True)

    @contextmanager
    def running(self) -> Iterator[None]:
        """Web and worker, until the block ends."""
        self.web.start()
        self.worker.start()
        try:
            self.wait_until_ready()
            yield
        finally:
            self.web.stop()
            self.worker.stop()

    def get(self, path: str, origin: str = "") -> Answer:
        """One answer of the server, over a connection of its own; `origin` as a browser says it."""
        return get(self.port, Request(HOST, path, origin=origin))

    def ready(self) -> bool:
        with suppress(Exception):
            return self.get("/health/ready").status == 200
        return False

    def wait_until_ready(self) -> None:
        wait_for(self.ready, "the server to answer")


def wait_for(done: Callable[[], bool], what: str, within: float = WITHIN, step: float = 0.05) -> float:
    """Ask until it is so; how many seconds that took. TrialError if it takes too long."""
    started = time.monotonic()
    while not done():
        if time.monotonic() - started > within:
            raise TrialError(f"Waited {within:.0f} s in vain for {what}.")
        time.sleep(step)
    return time.monotonic() - started


def free_port() -> int:
    """A port that nothing listens on."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port
