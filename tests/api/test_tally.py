"""The counting of requests: exact where it matters, and cheap everywhere else."""

from unittest.mock import patch

import pytest
from django.core.cache import cache

from api.tally import LARGEST, Tally, counted

NOW = 1_800_000_000.0


@pytest.fixture(autouse=True)
def empty() -> None:
    cache.clear()


def test_a_small_limit_is_counted_one_by_one_by_all_processes() -> None:
    one, other = Tally(), Tally()
    assert [process.count("a", 10, NOW) for process in (one, other, one, other)] == [1, 2, 3, 4]


def test_a_large_limit_is_told_in_portions() -> None:
    one = Tally()
    with patch("api.tally.cache.incr", wraps=cache.incr) as told:
        assert [one.count("a", 6000, NOW) for _ in range(500)] == list(range(1, 501))
    assert told.call_count <= 500 / LARGEST + 1
    assert counted("a", NOW) > 500 - LARGEST


def test_near_the_limit_every_one_is_told_so_processes_let_through_a_portion_more_at_most() -> None:
    processes = [Tally() for _ in range(4)]
    limit, portion = 600, 6
    let_through = sum(processes[turn % 4].count("a", limit, NOW) <= limit for turn in range(2 * limit))
    assert limit <= let_through <= limit + 4 * portion


def test_who_is_counted_apart_and_each_minute_anew() -> None:
    one = Tally()
    for _ in range(7):
        one.count("a", 6000, NOW)
    assert one.count("b", 6000, NOW) == 1
    assert one.count("a", 6000, NOW) == 8
    assert one.count("a", 6000, NOW + 60) == 1


def test_what_is_kept_of_many_is_bounded() -> None:
    one = Tally()
    with patch("api.tally.MOST_KEPT", 20):
        for number in range(100):
            one.count(f"address:{number}", 6000, NOW)
    assert len(one._counts) <= 20
