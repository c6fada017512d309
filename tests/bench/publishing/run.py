"""Measuring what publishing costs: an editor's requests and `publish --all`, beside stock Wagtail's own."""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.bench import measure
from tests.bench.delivery import table
from tests.bench.delivery.run import KINDS, among
from tests.bench.delivery.servers import ROOT, Database, prepared, reachable
from tests.bench.delivery.table import Row
from tests.bench.publishing import copies, rows

PARTS = ("requests", "all")
# Production as it stands for an editor's requests; for v2 also what its answers need.
SETTINGS = {"requests": "cms.settings.production", "all": "tests.bench.delivery.settings"}


def main(arguments: list[str], *, database: str, cache: str) -> int:
    """Everything, or what is asked for; 1 if something withdrawn was still told. The URLs are PostgreSQL's, Redis's."""
    options = _options(arguments)
    print(f"\n## Publishing\n\n{measure.machine()}")
    made: list[Row] = []
    told: list[str] = []
    left = 0
    for one in (Database("sqlite", options.articles), Database("postgresql", options.articles, database, cache)):
        if one.kind not in options.database:
            continue
        if not reachable(one):
            print(f"Nothing answers at {one.url}: no rows for {one.kind}.")
            continue
        prepared(one, keep=options.keep)
        with copies.copied(one) as environment:
            for part in options.only or PARTS:
                found = _measured(part, one, environment, options)
                if part == "all":
                    made += rows.of_everything(one.kind, found)
                    continue
                made += rows.of_requests(one.kind, found)
                left += found["many"]["left"] + found["most"]["left"]
                told.append(table.verdict(rows.floors(found)))
    print("\n".join(["", table.HEAD, *(row.line() for row in made), *(f"\n{verdict}" for verdict in told)]))
    table.write(made)
    if left:
        print(f"\nWRONG: {left} rows still told of a page after its withdrawal.")
    return 1 if left else 0


def _measured(part: str, database: Database, environment: dict[str, str], options: argparse.Namespace) -> Any:
    numbers = (
        [options.rounds, options.mentions, options.most] if part == "requests" else [options.rounds, options.pages]
    )
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        command = [sys.executable, "-W", "ignore", "-m", "tests.bench.publishing.figures", part]
        command += [str(database.folder / "facts.json"), out.name, *map(str, numbers)]
        there = environment | {"DJANGO_SETTINGS_MODULE": SETTINGS[part]}
        subprocess.run(command, cwd=ROOT, env=there, check=True)  # noqa: S603
        return json.loads(Path(out.name).read_text())


def _options(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog='make bench ARGS="publishing …"', description=__doc__)
    parser.add_argument("--only", type=among(PARTS), default=[], help=f"parts, with commas between: {','.join(PARTS)}")
    parser.add_argument("--database", type=among(KINDS), default=KINDS, help="sqlite, postgresql, or both with a comma")
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--mentions", type=int, default=1000, help="pages that mention what is published")
    parser.add_argument("--most", type=int, default=5000, help="the same once more, without a bar")
    parser.add_argument("--pages", type=int, default=500, help="that `publish --all` and v2 are given in turn")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--keep", action="store_true", help="the database as it stands, whatever code made it")
    return parser.parse_args(arguments)
