"""Measuring: a page through Varnish beside a file of its size from nginx, and how soon a change is seen."""

import argparse
import json
import subprocess
import sys
from pathlib import Path
from statistics import median

from tests.bench import measure
from tests.bench.cache import stack
from tests.bench.delivery import load
from tests.bench.delivery.load import LoadError, Request
from tests.bench.delivery.table import verdict

SITE = "vantor"
PAGE = Request(stack.HOST, f"/api/v1/sites/{SITE}/resolve/?path=/&include=site")
POINTS = {"answered": "the admin answered", "page": "the page", "listed": "the list of articles"}


def main(arguments: list[str], database: str, cache: str) -> int:
    options = _options(arguments)
    if lacks := stack.missing():
        print("\n".join(lacks))
        return 1
    ports = stack.free_ports()
    where = stack.database(database)
    environment = stack.environment(where, cache if where.startswith("postgres") else "", ports)
    print(f"\n{measure.machine()}; {where.partition(':')[0]}")
    if not options.keep:
        stack.prepare(environment)
    try:
        with stack.running(environment, ports) as folder:
            _speed(ports, folder, options.seconds, options.rounds)
            _freshness(environment, ports, options.times)
    except LoadError as error:
        print(error)
        return 1
    return 0


def _options(arguments: list[str]) -> argparse.Namespace:
    about = 'Varnish before the API. Example: make bench ARGS="cache --seconds 3"'
    parser = argparse.ArgumentParser(prog="make bench ARGS=cache", description=about)
    parser.add_argument("--seconds", type=float, default=5, help="How long each run lasts.")
    parser.add_argument("--rounds", type=int, default=5, help="How many runs each side has.")
    parser.add_argument("--times", type=int, default=20, help="How often something is published.")
    parser.add_argument("--keep", action="store_true", help="Take the tables and the content as they stand.")
    return parser.parse_args(arguments)


def _speed(ports: stack.Ports, folder: Path, seconds: float, rounds: int) -> None:
    """Round by round, so that what slows the machine slows them all."""
    load.right(ports.varnish, PAGE)
    page = load.right(ports.varnish, PAGE)
    if page.headers["x-cache"] != "hit":
        raise LoadError(f"The second answer did not come from the cache: {page.headers}")
    (folder / "page.json").write_bytes(page.body)
    held = Request(PAGE.host, PAGE.path, page.headers["etag"])
    asked = {"page": (ports.varnish, PAGE), "file": (ports.nginx, stack.FILE), "gunicorn": (ports.web, PAGE)}
    asked |= {"304": (ports.varnish, held)}
    rates: dict[str, list[float]] = {name: [] for name in asked}
    latency: dict[str, list[float]] = {name: [] for name in asked}
    for _ in range(rounds):
        for name, (port, request) in asked.items():
            found = load.run(port, [request], seconds)
            rates[name].append(found.rate)
            latency[name].append(found.p99)
    names = {
        "page": "page through Varnish",
        "304": "304 from Varnish",
        "file": "file from nginx",
        "gunicorn": "page from gunicorn",
    }
    print(f"\n{len(page.body)} bytes, {rounds} rounds of {seconds:g} s, 16 connections\n")
    print("| what | answers/s: min / median / max | p99, ms | ratio to the file |\n|---|---|---|---|")
    for name, what in names.items():
        ratio = median(a / b for a, b in zip(rates[name], rates["file"], strict=True))
        print(f"| {what} | {_spread(rates[name], 0)} | {median(latency[name]):.1f} | {ratio:.2f} |")
    print(verdict(rates["file"]))


def _freshness(environment: dict[str, str], ports: stack.Ports, times: int) -> None:
    command = [sys.executable, "-W", "ignore", "-m", "tests.bench.cache.editor", str(ports.varnish), str(times)]
    done = subprocess.run(command, cwd=stack.ROOT, env=environment, capture_output=True, text=True)  # noqa: S603
    if done.returncode:
        raise LoadError(done.stderr[-3000:])
    told = json.loads(done.stdout.splitlines()[-1])
    print("\nSeconds from the click, seen through Varnish\n")
    print("| what | times | min / median / max |\n|---|---|---|")
    for name in told:
        for point, words in POINTS.items():
            found = told[name][point]
            print(f"| {name}: {words} | {len(found)} | {_spread(found, 3)} |")
    late = [one - answer for name in told for point in ("page", "listed")
            for one, answer in zip(told[name][point], told[name]["answered"], strict=True)]  # fmt: skip
    print(f"\nAfter the admin's answer at most {max(0.0, *late):.3f} s.")


def _spread(values: list[float], digits: int) -> str:
    return " / ".join(f"{value:.{digits}f}" for value in (min(values), median(values), max(values)))
