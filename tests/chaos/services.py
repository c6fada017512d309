"""PostgreSQL and Redis for a trial: the ones that are there, or one of its own that may be stopped and killed."""

import os
import pwd
import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psycopg
import redis

from tests.chaos.installation import TrialError, free_port, wait_for

BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
NOBODY_ELSE = "-c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200"


def shared(name: str) -> str:
    """The address of a server that is there, from TEST_DATABASE_URL or TEST_CACHE_URL."""
    address = os.environ.get(f"TEST_{name}_URL", "")
    if not address:
        raise TrialError(f"TEST_{name}_URL is not set; `make chaos` sets it.")
    return address


@dataclass
class Cluster:
    """A PostgreSQL server of its own."""

    folder: Path
    port: int

    @property
    def url(self) -> str:
        return f"postgres://postgres@127.0.0.1:{self.port}/postgres"

    def make(self) -> None:
        self.folder.mkdir()
        if os.geteuid() == 0:
            account = pwd.getpwnam("postgres")
            os.chown(self.folder, account.pw_uid, account.pw_gid)
            self.folder.parent.chmod(0o755)
        self._run("initdb", "--username", "postgres", "--auth", "trust", "--encoding", "UTF8", "--locale", "C.UTF-8")

    def start(self) -> None:
        self._run("pg_ctl", "--log", str(self.folder / "log"), "-o", f"-p {self.port} {NOBODY_ELSE}", "-w", "start")

    def stop(self, mode: str) -> None:
        """`fast` sends everybody away, `immediate` is a crash: the next start recovers."""
        self._run("pg_ctl", "-m", mode, "-w", "stop")

    def accepts(self) -> bool:
        with suppress(psycopg.Error):
            psycopg.connect(self.url, connect_timeout=1).close()
            return True
        return False

    def _run(self, program: str, *arguments: str) -> None:
        """PostgreSQL refuses to run as root."""
        there = shutil.which(program) or next((str(one / program) for one in reversed(BINARIES)), "")
        if not there:
            raise TrialError(f"{program} is missing, which belongs to PostgreSQL's server (apt install postgresql).")
        who = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
        command = [*who, there, "-D", str(self.folder), *arguments]
        done = subprocess.run(command, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)  # noqa: S603
        if done.returncode:
            raise TrialError(f"{program} failed: {done.stderr}")


@contextmanager
def own_cluster(folder: Path) -> Iterator[Cluster]:
    """Running; stopped afterwards."""
    cluster = Cluster(folder / "postgresql", free_port())
    cluster.make()
    cluster.start()
    try:
        yield cluster
    finally:
        with suppress(TrialError):
            cluster.stop("immediate")


class Redis:
    """A Redis server of its own, which keeps nothing on disk."""

    def __init__(self) -> None:
        self.port = free_port()
        self.running: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"redis://127.0.0.1:{self.port}/0"

    def start(self) -> None:
        if not shutil.which("redis-server"):
            raise TrialError("redis-server is missing (apt install redis-server).")
        command = ["redis-server", "--port", str(self.port), "--bind", "127.0.0.1", "--save", ""]
        self.running = subprocess.Popen(command, stdout=subprocess.DEVNULL)  # noqa: S603
        wait_for(self.answers, "Redis")

    def answers(self) -> bool:
        with suppress(redis.RedisError):
            return bool(redis.Redis(port=self.port, socket_timeout=1).ping())
        return False

    def signal(self, number: signal.Signals) -> None:
        if self.running:
            self.running.send_signal(number)
            if number == signal.SIGKILL:
                self.running.wait()


@contextmanager
def own_redis() -> Iterator[Redis]:
    """Running; killed afterwards."""
    server = Redis()
    server.start()
    try:
        yield server
    finally:
        server.signal(signal.SIGKILL)
