"""Run the demo federation on this machine: prepare the data, start every process, stop them all together.

`make demo` calls it as `python -m tools.demo`. It starts the CMS with its API and admin, the worker, and one process
for all front ends, each in a process group of its own with a log in var/log. Nothing is restarted in silence: when
one process dies, the others are stopped and its last words are shown.
"""

import contextlib
import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from cms.settings.env import BASE_DIR, DATA_DIR

CMS = "http://localhost:8000"
FRONT_ENDS = [
    # port, site (none: a page with all sites), what the table calls it
    (8001, "vantor", "Vantör, a branch in Stockholm"),
    (8002, "varmland", "Värmland, a district"),
    (8003, "riks", "The national body"),
    (8004, "", "All sites on one page"),
    (8005, "stockholm", "Stockholm, a district"),
    (8006, "karlstad", "Karlstad, a branch in Värmland"),
    (8007, "arvika", "Arvika, a branch in Värmland"),
    (8008, "kristinehamn", "Kristinehamn-Storfors, a branch"),
    (8009, "skarpnack", "Skarpnäck, a branch in Stockholm"),
    (8010, "sodermalm", "Södermalm, a branch in Stockholm"),
    (8011, "hagersten", "Hägersten-Älvsjö, a branch"),
]
ENVIRONMENT = {"DJANGO_SETTINGS_MODULE": "cms.settings.dev", "PYTHONUNBUFFERED": "1"}
READY_WITHIN = 60.0  # seconds
STOPPED_WITHIN = 10.0
LAST_LINES = 15


def say(text: str = "") -> None:
    """Tell the person at the terminal, at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


# --- Before anything runs ---------------------------------------------------------------------


def manage(*arguments: str, quiet: bool = False) -> bool:
    """Run a management command; whether it went well."""
    sink = subprocess.DEVNULL if quiet else None
    command = [sys.executable, "manage.py", *arguments]
    done = subprocess.run(command, cwd=BASE_DIR, env=os.environ | ENVIRONMENT, stdout=sink, stderr=sink)  # noqa: S603
    return done.returncode == 0


def migrate() -> bool:
    """Bring the database up to date, if it is not."""
    if manage("migrate", "--check", quiet=True):
        return True
    say("Preparing the database (half a minute the first time) ...")
    return manage("migrate", "--verbosity", "0")


def prepare() -> bool:
    """Database and demo content; each step does only what is not done yet."""
    DATA_DIR.mkdir(parents=True, exist_ok=True)
    say("Checking the database and the demo content ...")
    # load_demo says what it does, keeps what was edited, and ends with the logins.
    return migrate() and manage("load_demo")


# --- Processes --------------------------------------------------------------------------------


@dataclass
class Child:
    """One process of the demo, and the address that answers 200 once it is ready (empty: it only has to live)."""

    name: str
    command: list[str]
    address: str = ""
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    def start(self, logs: Path) -> None:
        """Start it in a process group of its own, so that its own children end with it."""
        log = logs / f"{self.name}.log"
        if log.exists():
            log.replace(log.with_suffix(".log.1"))  # the last run's log may hold the reason it ended
        with log.open("wb") as output:
            self.process = subprocess.Popen(  # noqa: S603
                self.command,
                cwd=BASE_DIR,
                env=os.environ | ENVIRONMENT,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def died(self) -> bool:
        """Whether it was started and has ended."""
        return self.process is not None and self.process.poll() is not None

    def ready(self) -> bool:
        """Whether its address answers 200."""
        if not self.address:
            return True
        url = urlsplit(self.address)
        connection = http.client.HTTPConnection(url.hostname or "localhost", url.port, timeout=5)
        try:
            connection.request("GET", url.path or "/")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def signal(self, number: int) -> None:
        """Send a signal to its whole group; a group that is gone is no fault."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.process.pid, number)


class Supervisor:
    """Starts the children, waits until they answer, watches them, and stops them together."""

    def __init__(self, children: list[Child], logs: Path, ready_within: float = READY_WITHIN) -> None:
        self.children = children
        self.logs = logs
        self.ready_within = ready_within
        self.asked_to_stop = False
        self.deadline = 0.0

    def run(self, greeting: str) -> int:
        """Live until a signal or a death; the exit code says which."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._stop_soon)
        try:
            return self._run(greeting)
        finally:
            self.stop()

    def _stop_soon(self, *_: object) -> None:
        self.asked_to_stop = True

    def start(self) -> str:
        """Start the children and wait until they answer; what went wrong, empty if nothing did."""
        self.logs.mkdir(parents=True, exist_ok=True)
        for child in self.children:
            child.start(self.logs)
        for waiting in self._until_ready():
            if (fault := self._fault(waiting)) or self.asked_to_stop:
                return fault
        return ""

    def _run(self, greeting: str) -> int:
        if fault := self.start():
            say(fault)
            return 1
        if not self.asked_to_stop:
            say(greeting)
        while not self.asked_to_stop:
            if fault := self._fault([]):
                say(fault)
                return 1
            time.sleep(0.2)
        return self._farewell()

    def _until_ready(self) -> Iterator[list[Child]]:
        """Yield the children that do not answer yet, until all do."""
        waiting = list(self.children)
        self.deadline = time.monotonic() + self.ready_within
        while waiting := [child for child in waiting if child.died() or not child.ready()]:
            yield waiting
            time.sleep(0.1)

    def _fault(self, waiting: list[Child]) -> str:
        """What went wrong with a child, with the end of its log; empty while all is well."""
        for child in self.children:
            if child.died() and child.process is not None:
                return self._report(child, f"ended by itself (exit code {child.process.returncode})")
        if waiting and time.monotonic() > self.deadline:
            return self._report(waiting[0], f"did not answer at {waiting[0].address} in {self.ready_within:.0f} s")
        return ""

    def _report(self, child: Child, what: str) -> str:
        log = self.logs / f"{child.name}.log"
        lines = log.read_text(errors="replace").splitlines()[-LAST_LINES:] or ["(it wrote nothing)"]
        shown = "\n".join(f"  {line}" for line in lines)
        return f"\nThe process '{child.name}' {what}, so the demo stops. The end of {log}:\n{shown}"

    def _farewell(self) -> int:
        say("\nStopping ...")
        return 0

    def stop(self) -> None:
        """Ask every child to end, wait a while, then end those that did not."""
        for child in self.children:
            child.signal(signal.SIGTERM)
        deadline = time.monotonic() + STOPPED_WITHIN
        for child in self.children:
            if child.process is not None:
                try:
                    child.process.wait(max(0.0, deadline - time.monotonic()))
                except subprocess.TimeoutExpired:
                    say(f"'{child.name}' does not stop; ending it.")
            child.signal(signal.SIGKILL)  # whatever is left of the group


# --- The demo ---------------------------------------------------------------------------------


def demo_children(cms: str = CMS, front_ends: list[tuple[int, str, str]] = FRONT_ENDS) -> list[Child]:
    """The CMS, the worker and the front ends, which share a process: each one more would cost 20 MB and a start."""
    python = sys.executable
    web = f"-m gunicorn cms.wsgi --bind 127.0.0.1:{urlsplit(cms).port} --worker-class gthread --workers 2 --threads 4"
    web += " --limit-request-line 8190"  # gunicorn's most: a long path is the API's to refuse, not an HTML 414
    web += " --graceful-timeout 5 --no-control-socket --access-logfile -"
    serve = [python, "frontends/plain/serve.py", "--api", f"{cms}/api/v1/"]
    serve += [f"{port}={site}" for port, site, _ in front_ends]
    return [
        Child("web", [python, *web.split()], f"{cms}/health/ready"),
        Child("worker", [python, "manage.py", "worker"]),
        # All its ports listen before the first one answers.
        Child("front-ends", serve, f"http://localhost:{front_ends[0][0]}/"),
    ]


def greeting() -> str:
    """The table of addresses."""
    rows = [(label, f"http://localhost:{port}/") for port, _, label in FRONT_ENDS]
    rows += [("Admin", f"{CMS}/admin/"), ("API", f"{CMS}/api/v1/"), ("API documentation", f"{CMS}/api/v1/docs/")]
    rows += [("Logs", f"{DATA_DIR / 'log'}")]
    width = max(len(label) for label, _ in rows)
    lines = [f"  {label:<{width}}  {address}" for label, address in rows]
    return "\n".join(["", "Grenverk is running.", "", *lines, "", "Stop it with Ctrl-C."])


def main() -> int:
    """Prepare, run, and say how it ended."""
    # A signal during the preparation ends the running step too, by way of subprocess.run.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background jobs start with it ignored
    try:
        if not prepare():
            say("The demo could not be prepared; the lines above say why.")
            return 1
    except KeyboardInterrupt:
        say("\nStopped before it was ready; 'make demo' goes on from here.")
        return 130
    say("Starting the CMS, the worker and the front ends ...")
    return Supervisor(demo_children(), DATA_DIR / "log").run(greeting())


if __name__ == "__main__":
    sys.exit(main())
