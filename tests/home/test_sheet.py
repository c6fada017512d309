"""The sheet: lines of a CSV file, counted as an editor shows them, parents before children."""

from home.onboarding.order import Order
from home.onboarding.sheet import Row, in_turn


def row(line: int, slug: str, parent: str = "") -> Row:
    return Row(line, Order(slug, "branch", slug, f"{slug}.example.se", parent))


def test_parents_come_first_and_nothing_is_lost() -> None:
    rows = [row(2, "c", "b"), row(3, "b", "a"), row(4, "a"), row(5, "b", "a"), Row(6, None)]
    assert [one.line for one in in_turn(rows)] == [4, 6, 3, 5, 2]


def test_those_who_wait_for_each_other_come_all_the_same() -> None:
    assert [one.line for one in in_turn([row(2, "a", "b"), row(3, "b", "a")])] == [2, 3]
