"""Measuring: each case in rounds, ours, peer and floor in turn, on one server a database."""

import argparse
import shutil
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from tests.bench import measure
from tests.bench.delivery import cases, load, sync, table
from tests.bench.delivery.cases import CMS, Case, Side
from tests.bench.delivery.load import LoadError, Run
from tests.bench.delivery.servers import FLOOR, WORKERS, Database, prepared, reachable, serving
from tests.bench.delivery.table import Bar, Row

NO_WRK = "`wrk` is missing, which puts load on the server. Debian and Ubuntu: apt install wrk; macOS: brew install wrk."
KINDS = ("sqlite", "postgresql")
READ_ANEW = ("page", "cards", "pages")  # measured a second time without the memory for answers (api/memory.py)
STOCK_LIMITS = (20, 100)  # a page of stock v2's when everything is fetched: as it comes, and as an operator may set it
SYNCS = 3


@dataclass
class Bench:
    """One server, and the floor as it was found again and again."""

    database: str
    port: int
    seconds: float
    rounds: int
    how: str = ""  # the server answers, for the rows' names
    floors: list[float] = field(default_factory=list)

    def floor(self) -> Run:
        """The floor once more; every figure counts for the noise."""
        found = load.run(self.port, [FLOOR], self.seconds)
        self.floors.append(found.rate)
        return found

    def everything(self, facts: dict[str, Any], only: list[str]) -> Iterator[Row]:
        """All rows, or those of these cases."""
        for case in cases.chosen(facts, self.database, self.port, only):
            yield self.measure(case)
        if not only or "sync" in only:
            yield from self.sync(facts)

    def measure(self, case: Case) -> Row:
        """Round by round, so that what slows the machine slows them all."""
        case.check(self.port)
        sides = [case.ours] + ([case.peer] if case.peer else [])
        runs: dict[str, list[Run]] = {side.name: [] for side in sides}
        lasting = {side.name: self._warm(side) for side in sides}
        floors = []
        for _ in range(self.rounds):
            for side in sides:
                runs[side.name].append(load.run(self.port, side.requests, lasting[side.name]))
                self._settle(side)
            floors.append(self.floor().rate)
        rates = [median(run.rate for run in found) for found in runs.values()]
        latency = [_latency(found) for found in runs.values()]
        return Row(
            case.name + self.how,
            self.database,
            case.peer.name if case.peer else "the floor",
            ours=rates[0],
            peer=rates[1] if case.peer else None,
            floor=median(floors),
            bar_peer=case.bar_peer,
            bar_floor=case.bar_floor,
            latency=(latency[0], latency[1] if case.peer else ""),
        )

    def sync(self, facts: dict[str, Any]) -> Iterator[Row]:
        """One reader alone, who fetches everything; the peer's may ask for more at a time than it comes with."""
        mine = [sync.ours(self.port, CMS, facts["national"]) for _ in range(SYNCS)]
        ours = median(one.seconds for one in mine)
        for limit in STOCK_LIMITS:
            theirs = sync.stock(self.port, facts["all_sites"], cases.WHOLE_QUERY, limit)
            if any(one.titles != theirs.titles for one in mine):
                found = f"{len(mine[0].titles)} articles from us, {len(theirs.titles)} from the peer"
                raise LoadError(f"initial sync: {found}")
            name, against = f"initial sync of {len(theirs.titles):,} with data", f"stock v2, {limit} a page"
            yield Row(name, self.database, against, ours, theirs.seconds, None, "s", Bar(40, 40))

    def _warm(self, side: Side) -> float:
        """Both workers answer it before it is timed; how long a run must be."""
        load.at_once(self.port, side.requests[0], side.status)
        once = load.right(self.port, side.requests[0], side.status).seconds
        if once < load.SLOW:
            load.run(self.port, side.requests, 1)
        return load.lasting(self.seconds, once, WORKERS)

    def _settle(self, side: Side) -> None:
        """wrk leaves its last questions in the queue: wait until the slow ones among them are answered."""
        took = load.right(self.port, FLOOR).seconds
        if took > load.SLOW:
            time.sleep(load.right(self.port, side.requests[0], side.status).seconds)


def _latency(runs: list[Run]) -> str:
    return f"{median(run.p50 for run in runs):.1f}/{median(run.p99 for run in runs):.1f}"


def main(arguments: list[str], *, database: str, cache: str) -> int:
    """Everything, or what is asked for; 2 if the machine cannot measure. The URLs are PostgreSQL's and Redis's."""
    options = _options(arguments)
    if not shutil.which("wrk"):
        print(NO_WRK)
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that the server is stopped too
    found = [Database("sqlite", options.articles), Database("postgresql", options.articles, database, cache)]
    rows: list[Row] = []
    floors: list[list[float]] = []
    print(f"\n## Delivery\n\n{measure.machine()}")
    for one in found:
        if one.kind not in options.database:
            continue
        if not reachable(one):
            print(f"Nothing answers at {one.url}: no rows for {one.kind}.")
            continue
        _one(one, options, rows, floors)
    print(f"\n{table.HEAD}")
    print("\n".join(row.line() for row in rows))
    for measured in filter(None, floors):
        print(f"\n{table.verdict(measured)}")
    table.write(rows)
    return 0


def _one(database: Database, options: argparse.Namespace, rows: list[Row], floors: list[list[float]]) -> None:
    facts = prepared(database, keep=options.keep)
    servers: list[tuple[str, list[str], dict[str, str]]] = [("", options.only, {})]
    if anew := [key for key in READ_ANEW if not options.only or key in options.only]:
        servers.append((", nothing kept", anew, {"ANSWER_MEMORY_MB": "0"}))
    for how, only, more in servers:
        with serving(database, **more) as port:
            bench = Bench(database.kind, port, options.seconds, options.rounds, how)
            floors.append(bench.floors)
            load.at_once(port, FLOOR)
            load.run(port, [FLOOR], 1)
            bench.floor()
            for row in bench.everything(facts, only):
                rows.append(row)
                print(f"  {row.line()}", flush=True)
            bench.floor()


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog='make bench ARGS="delivery …"', description=__doc__)
    parser.add_argument(
        "--only", type=among(cases.KEYS), default=[], help=f"cases, with commas between: {','.join(cases.KEYS)}"
    )
    parser.add_argument("--database", type=among(KINDS), default=KINDS, help="sqlite, postgresql, or both with a comma")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--seconds", type=float, default=3, help="of one run")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each side, in turn")
    parser.add_argument("--keep", action="store_true", help="the database as it stands, whatever code made it")
    return parser.parse_args(arguments)


def among(known: tuple[str, ...]) -> Callable[[str], list[str]]:
    """An option's value: some of these names, with commas between."""

    def names(text: str) -> list[str]:
        found = text.split(",")
        if unknown := set(found) - set(known):
            raise argparse.ArgumentTypeError(f"{', '.join(sorted(unknown))}: there are {', '.join(known)}")
        return found

    return names
