"""`make bench-scale`: the same questions among 10,000 publications, and among 100,000 and 1,000,000.

The added rows are written straight into the tables of a copy, which is dropped afterwards (--keep leaves it).
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psycopg

from tests.bench import measure
from tests.bench.delivery import table
from tests.bench.delivery.servers import NAME, ROOT, Database, prepared, reachable
from tests.bench.delivery.table import Row
from tests.bench.scale import growing, rows

BYTES_EACH = 6_000  # on the disk, of an added publication with its two placements, its changes and all indexes
LOCAL = {"127.0.0.1", "localhost", "::1", ""}
Found = dict[str, dict[str, Any]]


def main(arguments: list[str], *, database: str, cache: str) -> int:
    """1 if a question took more queries or had another answer among many, 2 if it cannot be measured here."""
    options = _options(arguments)
    base = Database("postgresql", options.articles, database, cache)
    print(f"\n## Scale\n\n{measure.machine()}")
    if not reachable(base):
        print(f"Nothing answers at {base.url}. This is measured on PostgreSQL only (TEST_DATABASE_URL).")
        return 2
    prepared(base, keep=options.keep_made)
    made: list[Row] = []
    wrong: list[str] = []
    for publications in options.publications:
        if lack := _lacks_space(base, publications):
            print(lack)
            return 2
        small, large = _beside(base, publications, options)
        made += rows.of(small, large, publications, options)
        wrong += rows.differences(small, large)
    print(f"\n{rows.LABEL}\n\n{table.HEAD}")
    print("\n".join(row.line() for row in made))
    print("\n".join(["", *wrong]) if wrong else "\nSame answers and same numbers of queries.")
    table.write(made)
    return 1 if wrong else 0


def _beside(base: Database, publications: int, options: argparse.Namespace) -> tuple[list[Found], list[Found]]:
    """Rounds in turn: among few, among many."""
    with ExitStack() as stack:
        few = stack.enter_context(_copy(base, f"{NAME}_few", keep=False))
        many = stack.enter_context(_copy(base, f"{NAME}_{publications}", keep=options.keep))
        added = {"publications": publications - options.articles, "sites": options.sites - 51}
        print(f"Adding {added['publications']:,} publications on {added['sites']} sites, straight into the tables.")
        growing.grow(many, **added, private=options.private)
        print(f"The database holds {growing.size(many) / 1e9:.1f} GB.", flush=True)
        turns = [(_asked(base, few, options), _asked(base, many, options)) for _ in range(options.rounds)]
    return [first for first, _ in turns], [second for _, second in turns]


def _asked(base: Database, address: str, options: argparse.Namespace) -> Found:
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        command = [sys.executable, "-W", "ignore", "-m", "tests.bench.scale.figures"]
        command += [str(base.folder / "facts.json"), out.name, str(options.times)]
        # Names in the cache are those of the delivery benchmark: each database has its own.
        environment = base.environment() | {"DATABASE_URL": address}
        subprocess.run([*command], cwd=ROOT, env=environment, check=True)  # noqa: S603
        found: Found = json.loads(Path(out.name).read_text())
    return found


@contextmanager
def _copy(base: Database, name: str, *, keep: bool) -> Iterator[str]:
    address = urlsplit(base.url)._replace(path=f"/{name}").geturl()
    with psycopg.connect(base.url, autocommit=True) as server:
        server.execute(f"DROP DATABASE IF EXISTS {name}")
        server.execute(f"CREATE DATABASE {name} TEMPLATE {NAME}")
    try:
        migrate = [sys.executable, "-W", "ignore", "manage.py", "migrate", "--verbosity", "0"]
        subprocess.run(migrate, cwd=ROOT, env=base.environment() | {"DATABASE_URL": address}, check=True)  # noqa: S603
        yield address
    finally:
        if keep:
            print(f"Kept: {address}")
        else:
            with psycopg.connect(base.url, autocommit=True) as server:
                server.execute(f"DROP DATABASE IF EXISTS {name}")


def _lacks_space(base: Database, publications: int) -> str:
    """Why there is too little room for it; "" if there is enough, or if the server's disk is not this machine's."""
    if urlsplit(base.url).hostname not in LOCAL:
        return ""
    # Twice: PostgreSQL's log of what it writes, and room to sort while it makes indexes.
    needed = 2 * publications * BYTES_EACH
    folder = growing.folder(base.url)
    free = shutil.disk_usage(folder if os.path.isdir(folder) else "/").free
    if free >= needed:
        return ""
    return (
        f"Too little space for {publications:,} publications: they want {needed / 1e9:.0f} GB in {folder}, and "
        f"{free / 1e9:.0f} GB are free. Fewer: --publications 100000"
    )


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog='make bench-scale ARGS="…"', description=__doc__)
    parser.add_argument("--publications", type=_numbers, default=[100_000, 1_000_000], help="with commas between")
    parser.add_argument("--sites", type=int, default=1000)
    parser.add_argument("--private", type=int, default=1000, help="pages behind a login")
    parser.add_argument("--articles", type=int, default=10_000, help="of the database that is grown")
    parser.add_argument("--times", type=int, default=200, help="requests of a case in a round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--keep", action="store_true", help="leave the grown database")
    parser.add_argument("--keep-made", action="store_true", help="grow the database as it stands, whatever made it")
    return parser.parse_args(arguments)


def _numbers(text: str) -> list[int]:
    return [int(number) for number in text.replace("_", "").split(",")]
