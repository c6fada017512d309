"""`python -m tests.chaos TRIAL`: see --help. One file a trial; docs/chaos.md tells what each shows."""

import argparse
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from tests.chaos import breaking
from tests.chaos.installation import Installation, TrialError
from tests.chaos.report import Report
from tests.chaos.services import own_cluster, own_redis, shared

# Modules that look at rows are imported where they are used: Django is set up for one installation, once it is made.

EXAMPLES = """examples:
  python -m tests.chaos kill --database sqlite --seed 7
  python -m tests.chaos kill --kills 5 --publishes 50
  python -m tests.chaos publishers --minutes 0.5
  python -m tests.chaos postgres-restart
  python -m tests.chaos redis
  python -m tests.chaos mixed --minutes 15
  python -m tests.chaos break

PostgreSQL and Redis are those of TEST_DATABASE_URL and TEST_CACHE_URL; the trials that stop one start their own.
Exit code: 0 if the trial went well, 1 if it found a fault, 2 if it could not be carried out."""


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m tests.chaos",
        description=__doc__,
        epilog=EXAMPLES,
        formatter_class=argparse.RawTextHelpFormatter,
    )
    trials = parser.add_subparsers(dest="trial", required=True, metavar="TRIAL")
    kill = trials.add_parser("kill", help="kill -9 of web and worker while editors publish")
    kill.add_argument("--database", choices=["sqlite", "postgresql"], help="one of them; both if left out")
    kill.add_argument("--kills", type=int, default=50)
    kill.add_argument("--publishes", type=int, default=1000)
    kill.add_argument("--seed", type=int, default=1)
    restart = trials.add_parser("postgres-restart", help="PostgreSQL stops and comes back under load")
    restart.add_argument("--rounds", type=int, default=4)
    trials.add_parser("redis", help="Redis dies, comes back, and stops answering")
    publishers = trials.add_parser("publishers", help="16 publishers and 4 sync readers on PostgreSQL")
    publishers.add_argument("--minutes", type=float, default=2)
    publishers.add_argument("--seed", type=int, default=1)
    mixed = trials.add_parser("mixed", help="readers, and an editor who publishes every 5 seconds")
    mixed.add_argument("--minutes", type=float, default=15)
    mixed.add_argument("--database", choices=["sqlite", "postgresql"], default="postgresql")
    broken = trials.add_parser("break", help="break the pipeline on purpose: which test turns red?")
    broken.add_argument("--only", help="names of breaks with commas between; all if left out")
    return parser.parse_args()


class Trial:
    """Where a trial runs: a folder, services, an installation, and a report of what it found."""

    def __init__(self, stack: ExitStack, title: str) -> None:
        self.stack, self.report = stack, Report(title)
        self.folder = Path(tempfile.mkdtemp(prefix="grenverk-"))

    def enter(self, database: str, cache: str, threads: int = 4) -> Installation:
        self.installation = Installation(self.folder, database, cache, threads)
        self.installation.enter()
        return self.installation


def kill(trial: Trial, database: str, **options: Any) -> None:
    services = ("", "") if database == "sqlite" else (shared("DATABASE"), shared("CACHE"))
    installation = trial.enter(*services)
    from tests.chaos import kill

    kill.run(installation, trial.report, **options)


def postgres_restart(trial: Trial, **options: Any) -> None:
    cluster = trial.stack.enter_context(own_cluster(trial.folder))
    installation = trial.enter(cluster.url, shared("CACHE"))
    from tests.chaos import restart

    restart.run(installation, trial.report, cluster, **options)


def redis(trial: Trial, **options: Any) -> None:
    server = trial.stack.enter_context(own_redis())
    installation = trial.enter(shared("DATABASE"), server.url)
    from tests.chaos import cacheless

    cacheless.run(installation, trial.report, server, **options)


def publishers(trial: Trial, **options: Any) -> None:
    installation = trial.enter(shared("DATABASE"), shared("CACHE"), threads=12)
    from tests.chaos import publishers

    publishers.run(installation, trial.report, **options)


def mixed(trial: Trial, database: str, **options: Any) -> None:
    services = ("", "") if database == "sqlite" else (shared("DATABASE"), shared("CACHE"))
    installation = trial.enter(*services)
    from tests.chaos import mixed

    mixed.run(installation, trial.report, **options)


TRIALS: dict[str, Callable[..., None]] = {
    "kill": kill,
    "postgres-restart": postgres_restart,
    "redis": redis,
    "publishers": publishers,
    "mixed": mixed,
}


def main() -> int:
    options = vars(arguments())
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # not without stopping what was started
    name = options.pop("trial")
    if name == "break":
        return breaking.run(**options)
    if name == "kill" and options["database"] is None:
        return max([_again(["--database", database]) for database in ("sqlite", "postgresql")])
    with ExitStack() as stack:
        trial = Trial(stack, f"{name} {options}")
        try:
            TRIALS[name](trial, **options)
        except TrialError as error:
            print(f"{error} What the processes said: {trial.folder}", flush=True)
            return 2
        code = trial.report.print()
        if code:
            print(f"What the processes said: {trial.folder}")
        else:
            trial.installation.remove()
    return code


def _again(more: list[str]) -> int:
    """The same once more with a database, in a process of its own: Django is set up once in a process."""
    command = [sys.executable, "-W", "ignore", "-m", "tests.chaos", *sys.argv[1:], *more]
    return subprocess.run(command).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(main())
