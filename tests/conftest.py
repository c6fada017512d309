"""Fixtures that all tests share."""

from collections.abc import Iterator

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from pytest_django import DjangoDbBlocker

from api.memory import memory
from cms.sites import scope
from tests.build import Branch, make_site


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--law-runs", type=int, default=30, help="How many stories test_law.py tells.")
    parser.addoption("--law-new", action="store_true", help="Let test_law.py tell stories that it has not told before.")
    parser.addoption("--law-story", default="", help="The story that test_law.py tells again: what a failure printed.")


def pytest_configure(config: pytest.Config) -> None:
    """Each process has a Redis database of its own: cache.clear() empties it all, also under another's feet."""
    worker = getattr(config, "workerinput", {}).get("workerid", "gw0")
    default = settings.CACHES["default"]
    if str(default.get("LOCATION", "")).startswith("redis"):
        server, _, number = default["LOCATION"].rpartition("/")
        default["LOCATION"] = f"{server}/{int(number) + int(worker.removeprefix('gw'))}"


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> object:
    """With `--dist loadfile` all browser tests stay in one process: they look at the same running stack.

    The law's stories, each a matter of half a minute, are shared out.
    """
    from xdist.scheduler import LoadFileScheduling

    class SomeTogether(LoadFileScheduling):
        def _split_scope(self, nodeid: str) -> str:
            if nodeid.startswith("tests/pipeline/test_law.py"):
                return nodeid
            return "tests/browser" if nodeid.startswith("tests/browser/") else super()._split_scope(nodeid)

    return SomeTogether(config, log) if config.getvalue("dist") == "loadfile" else None


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    cache.clear()
    memory.clear()
    scope.forget()


@pytest.fixture(scope="module")
def leave_what_was_there(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """For tests that commit, and are followed by a flush: put back what the migrations made, for whoever comes next."""
    yield
    with django_db_blocker.unblock():
        connection.creation.deserialize_db_from_string(connection._test_serialized_contents)


@pytest.fixture
def federation(db: None) -> dict[str, Branch]:
    """The national site, the district Värmland and the branch Vantör, which lies elsewhere in the tree."""
    riks = make_site("riks", kind="national", port=9003)
    varmland = make_site("varmland", kind="district", parent=riks.unit, port=9002)
    stockholm = make_site("stockholm", kind="district", parent=riks.unit, port=9004)
    vantor = make_site("vantor", kind="branch", parent=stockholm.unit, port=9001)
    return {"riks": riks, "varmland": varmland, "stockholm": stockholm, "vantor": vantor}


@pytest.fixture
def vantor(federation: dict[str, Branch]) -> Branch:
    return federation["vantor"]


@pytest.fixture
def varmland(federation: dict[str, Branch]) -> Branch:
    return federation["varmland"]
