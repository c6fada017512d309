"""Fixtures that all tests share."""

import pytest
from django.core.cache import cache

from tests.build import Branch, make_site


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--law-runs", type=int, default=10, help="How many stories test_law.py tells.")


@pytest.fixture(autouse=True)
def empty_cache() -> None:
    cache.clear()


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
