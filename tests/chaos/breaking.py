"""Break the pipeline on purpose, in a copy of the tree: a break that no test notices is a test that is missing.

Each break is a line or two of the source, replaced. The near tests run on it, on SQLite or on PostgreSQL, and what
turned red is listed. The working tree itself is never touched.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

from tests.chaos.installation import NAME, ROOT
from tests.chaos.services import shared

LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "var", "__pycache__", ".*_cache", ".hypothesis", "node_modules")
RED = re.compile(r"^(?:FAILED|ERROR) (\S+?)(?: - .*)?$", re.MULTILINE)


@dataclass(frozen=True)
class Break:
    """What is replaced in which file, and the tests that should notice. `postgresql`: only seen with two at once."""

    name: str
    what: str
    file: str
    old: str
    new: str
    tests: tuple[str, ...]  # what pytest is told
    postgresql: bool = False


PIPELINE = "cms/pipeline/publish"
SHARING = "articles/sharing"
CARRIERS = "tests/articles/test_carriers.py"
CONCURRENCY = "tests/pipeline/test_concurrency.py"
BREAKS = (
    Break(
        "dependency",
        "a link no longer records the page that it leads to",
        "cms/core/references.py",
        'context.depend("page", pk)',
        "pass",
        ("tests/pipeline/test_publishing.py", "tests/pipeline/test_withdrawal.py"),
    ),
    Break(
        "generation",
        "what mentions something for the first time is not rendered once more after the commit",
        f"{PIPELINE}/write.py",
        "    if again:\n        _ask_again(publication)",
        "    pass",
        (CONCURRENCY, "-k", "told_of_before_the_mention or two_that_begin"),
        postgresql=True,
    ),
    Break(
        "lock",
        "the publications of a flush are read and not locked",
        f"{PIPELINE}/write.py",
        "Publication.objects.select_for_update().filter(pk__in=identities)",
        "Publication.objects.filter(pk__in=identities)",
        (CONCURRENCY, "-k", "told_of_while or same_article"),
        postgresql=True,
    ),
    Break(
        "collision",
        "whoever finds another one's row in the way is not given another try",
        f"{PIPELINE}/deadlock.py",
        '{"40P01", "40001", "23505"}',
        '{"40P01", "40001"}',
        ("tests/pipeline/test_deadlock.py",),
    ),
    Break(
        "tree lock",
        "whoever changes the shape of the tree no longer does it alone",
        f"{PIPELINE}/tree_lock.py",
        'if connection.vendor != "postgresql":',
        "if connection.vendor:",
        (CONCURRENCY, "-k", "added_at_the_same_place or a_move_and"),
        postgresql=True,
    ),
    Break(
        "redaction",
        "what mentions a withdrawn page keeps its text until the worker comes",
        f"{PIPELINE}/redact.py",
        "    if not withdrawn:\n        return []",
        "    return []",
        ("tests/pipeline/test_withdrawal.py",),
    ),
    Break(
        "clock",
        "the worker keeps no appointments",
        f"{PIPELINE}/worker.py",
        "done = tell_touches() + keep_appointments() + render_undone()",
        "done = tell_touches() + render_undone()",
        ("tests/organisation/test_consent.py", "tests/organisation/test_board.py"),
    ),
    Break(
        "recall",
        "an article that was recalled goes on being carried",
        f"{SHARING}/carriers.py",
        "if share is None or share.recalled_at:",
        "if share is None:",
        (CARRIERS,),
    ),
    Break(
        "receiver",
        "what a receiver hides or refuses is shown all the same",
        f"{SHARING}/carriers.py",
        "if choice == Choice.HIDDEN:",
        "if mode is None:",
        (CARRIERS,),
    ),
    Break(
        "list",
        "what stands below an article list does not follow it",
        f"{SHARING}/neighbours.py",
        "chain(_below_pages(pages, houses), ",
        "chain(",
        (CARRIERS,),
    ),
    Break(
        "namesakes",
        "an address that was left is not given to whoever wanted it",
        f"{SHARING}/neighbours.py",
        ", _namesakes(drafts, houses))",
        ")",
        (CARRIERS,),
    ),
    Break(
        "unit",
        "a unit that moves carries what it carried",
        f"{SHARING}/receivers.py",
        "def _regroup(unit: Unit, former: int | None) -> None:",
        "def _regroup(unit: Unit, former: int | None) -> None:\n    return",
        (CARRIERS,),
    ),
)


def run(only: str | None) -> int:
    """All breaks, or those named; the exit code says whether each was noticed."""
    names = only.split(",") if only else [one.name for one in BREAKS]
    chosen = [one for one in BREAKS if one.name in names]
    if unknown := set(names) - {one.name for one in chosen}:
        print(f"There is no break {', '.join(sorted(unknown))}. There are: {', '.join(b.name for b in BREAKS)}.")
        return 2
    print("| break | red | such as |\n|---|--:|---|", flush=True)
    try:
        return max([_try(one) for one in chosen])
    finally:
        with psycopg.connect(shared("DATABASE"), autocommit=True) as connection:
            connection.execute(f"DROP DATABASE IF EXISTS test_{NAME}")


def _try(one: Break) -> int:
    """One break, told as a line of the table; 1 if no test noticed."""
    red = _red(one)
    shown = ", ".join(f"`{name}`" for name in red[:3]) or "**nothing**"
    print(f"| {one.name}: {one.what} | {len(red)} | {shown} |", flush=True)
    return 0 if red else 1


def _red(one: Break) -> list[str]:
    """The tests that fail on a tree with this break."""
    with tempfile.TemporaryDirectory(prefix="grenverk-break-") as folder:
        tree = Path(folder) / "tree"
        shutil.copytree(ROOT, tree, ignore=LEFT_OUT)
        source = tree / one.file
        text = source.read_text()
        if text.count(one.old) != 1:
            raise SystemExit(f"{one.file} does not hold exactly once what {one.name!r} replaces: {one.old!r}")
        source.write_text(text.replace(one.old, one.new))
        services = {"DATABASE_URL": "sqlite://:memory:", "CACHE_URL": ""}
        if one.postgresql:
            server = urlsplit(shared("DATABASE"))._replace(path=f"/{NAME}")  # with "test_" before it, as pytest does
            services = {"DATABASE_URL": server.geturl(), "CACHE_URL": shared("CACHE")}
        # The database is made once for all breaks: that takes longer than the tests.
        how = ["-q", "-n0", "-rfE", "-p", "no:cacheprovider", "--reuse-db"]
        command = [sys.executable, "-m", "pytest", *how, *one.tests]
        done = subprocess.run(command, cwd=tree, env=os.environ | services, capture_output=True, text=True)  # noqa: S603
        red = RED.findall(done.stdout)
        if done.returncode not in (0, 1):
            raise SystemExit(f"The tests could not run:\n{done.stdout[-3000:]}{done.stderr[-1000:]}")
        return red
