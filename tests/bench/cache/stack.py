"""The machinery: demo content in a database of its own, gunicorn, the worker, Varnish before it, nginx with a file."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

from tests.bench.delivery import load
from tests.bench.delivery.load import Request

ROOT = Path(__file__).resolve().parents[3]
CONFIGURATION = ROOT / "docs" / "operate" / "varnish.vcl"
KEPT = ROOT / "var" / "bench" / "cache"
HOST = "cms.bench.test"
NAME = "grenverk_bench_cache"  # of the PostgreSQL database
FILE = Request("localhost", "/page.json")
FOUND = Request(HOST, "/api/v1/")
DAY = "page=86400,list=86400,frame=86400,document=86400,version=86400,stale=60"
NEEDED = {
    "varnishd": "apt install varnish varnish-modules",
    "nginx": "apt install nginx-light",
    "wrk": "apt install wrk",
}


@dataclass(frozen=True)
class Ports:
    """Where each of them listens."""

    web: int
    varnish: int
    purge: int
    nginx: int


def missing(names: Iterable[str] = NEEDED) -> list[str]:
    """What of these this machine lacks, in words."""
    lacks = [f"`{name}` is missing (Debian: {NEEDED[name]})." for name in names if not shutil.which(name)]
    return lacks or _refused()


def _refused() -> list[str]:
    """Whether Varnish takes the configuration; it does not without varnish-modules."""
    done = subprocess.run(["varnishd", "-C", "-f", str(CONFIGURATION)], capture_output=True, text=True)  # noqa: S603, S607
    return [f"Varnish refuses {CONFIGURATION}:\n{done.stderr[-600:]}"] if done.returncode else []


def database(url: str) -> str:
    """The address of the bench's own database: PostgreSQL's if the server answers, else SQLite's."""
    try:
        with psycopg.connect(url, connect_timeout=2, autocommit=True) as connection:
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME]).fetchone():
                connection.execute(f"CREATE DATABASE {NAME} TEMPLATE template0 ENCODING 'UTF8'")
    except psycopg.Error:
        return f"sqlite:///{KEPT / 'grenverk.sqlite3'}"
    return urlsplit(url)._replace(path=f"/{NAME}").geturl()


def environment(database: str, cache: str, ports: Ports) -> dict[str, str]:
    """Production, as an operator with Varnish would set it."""
    return os.environ | {
        "DJANGO_SETTINGS_MODULE": "cms.settings.production",
        "SECRET_KEY": "only-for-the-benchmark-0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ-abcdefghij",
        "ALLOWED_HOSTS": HOST,
        "PUBLIC_URL": f"https://{HOST}",
        "HTTPS": "true",
        "TRUSTED_PROXIES": "1",
        "THROTTLE_ANONYMOUS": "1000000000",
        "DATA_DIR": str(KEPT),
        "DATABASE_URL": database,
        "CACHE_URL": cache,
        "CACHE_SECONDS": DAY,
        "CACHE_PURGE_URLS": f"http://127.0.0.1:{ports.purge}/",
    }


def prepare(environment: dict[str, str]) -> None:
    """Tables and demo content; both are there already after the first time."""
    (KEPT / "static").mkdir(parents=True, exist_ok=True)
    for command in (["migrate", "--noinput"], ["collectstatic", "--noinput"], ["load_demo"]):
        print(f"manage.py {command[0]} ...", flush=True)
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-W", "ignore", "manage.py", *command],
            cwd=ROOT, env=environment, capture_output=True, text=True,
        )  # fmt: skip
        if done.returncode:
            raise SystemExit(done.stdout[-2000:] + done.stderr[-2000:])


def free_ports() -> Ports:
    with ExitStack() as open_ones:
        sockets = [open_ones.enter_context(closing(socket.socket())) for _ in range(4)]
        for one in sockets:
            one.bind(("127.0.0.1", 0))
        return Ports(*(one.getsockname()[1] for one in sockets))


@contextmanager
def running(environment: dict[str, str], ports: Ports) -> Iterator[Path]:
    """All of them; handed out is the folder that nginx serves. Stopped afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="grenverk-bench-"))
    folder.chmod(0o755)  # Varnish and nginx give up root's rights
    web = [sys.executable, "-W", "ignore", "-m", "gunicorn", "cms.wsgi", "--bind", f"127.0.0.1:{ports.web}"]
    web += ["--workers", "2", "--limit-request-line", "8190", "--log-level", "warning"]
    worker = [sys.executable, "-W", "ignore", "manage.py", "worker"]
    started = []
    log = (KEPT / "stack.log").open("w")
    try:
        for command in (web, worker, varnish(folder, ports), nginx(folder, ports)):
            started.append(subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log))  # noqa: S603
        _wait(ports.web, FOUND)
        _wait(ports.varnish, FOUND)
        yield folder
    finally:
        for process in reversed(started):
            process.terminate()
        for process in started:
            process.wait()
        log.close()
        shutil.rmtree(folder, ignore_errors=True)


def varnish(folder: Path, ports: Ports) -> list[str]:
    """As docs/operate/cache.md starts it, with the ports of this run."""
    told = CONFIGURATION.read_text().replace('.port = "8000"', f'.port = "{ports.web}"')
    (folder / "varnish.vcl").write_text(told)
    command = ["varnishd", "-F", "-n", str(folder / "varnish"), "-f", str(folder / "varnish.vcl")]
    command += ["-a", f"127.0.0.1:{ports.varnish}", "-a", f"purge=127.0.0.1:{ports.purge}"]
    command += ["-s", "malloc,128m", "-p", "http_gzip_support=off"]
    return [*command, "-p", "http_resp_hdr_len=32k", "-p", "http_resp_size=64k"]


def nginx(folder: Path, ports: Ports) -> list[str]:
    """One file, in the way that nginx is quickest at."""
    (folder / "nginx.conf").write_text(
        f"""daemon off; worker_processes auto; pid {folder}/nginx.pid; error_log stderr crit;
events {{ worker_connections 1024; }}
http {{
    access_log off; sendfile on; tcp_nopush on; keepalive_requests 1000000; open_file_cache max=100;
    types {{ application/json json; }}
    server {{ listen 127.0.0.1:{ports.nginx} reuseport; root {folder}; }}
}}
"""
    )
    return ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", "stderr"]


def _wait(port: int, request: Request) -> None:
    for _ in range(600):
        with suppress(OSError, load.LoadError):
            load.right(port, request)
            return
        time.sleep(0.1)
    raise SystemExit(f"Nothing answers at port {port} after 60 s; what was said stands in {KEPT / 'stack.log'}.")
