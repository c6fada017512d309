"""Ties: who of units with equal remainders gets a seat, by a rule that is set beforehand, and what to tell of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

Rule = Literal["listed", "larger", "lot"]


class LotsMissing(ValueError):
    """A lot should decide between these units (places in the list), and not each of them has one of its own."""

    def __init__(self, units: Sequence[int]) -> None:
        super().__init__("lots missing")
        self.units = tuple(units)


@dataclass(frozen=True)
class Tie:
    """Units (places in the list) with equal claims to fewer `seats` than there are units.

    `to` are those to whom `rule` gave a seat. They are fewer than `seats` where it could not tell the rest apart; then
    the next tie tells of these.
    """

    units: tuple[int, ...]
    seats: int
    to: tuple[int, ...]
    rule: Rule


def break_tie(
    units: Sequence[int], seats: int, rule: Rule, weights: Sequence[int], lots: Sequence[int | None]
) -> list[Tie]:
    """Give `seats` to as many of `units`, of which there are more.

    - "listed": who stands first in the list.
    - "larger": who has the larger weight; among equals, who stands first in the list.
    - "lot": who has the lower lot. All of `units` need one, and no two the same (LotsMissing).
    """
    if rule == "larger":
        return _larger(units, seats, weights)
    if rule == "lot":
        return [_first(units, seats, rule, lambda place: _drawn(units, lots)[place])]
    return [_first(units, seats, "listed", lambda place: place)]


def _first(units: Sequence[int], seats: int, rule: Rule, key: Callable[[int], int]) -> Tie:
    return Tie(tuple(units), seats, tuple(sorted(sorted(units, key=key)[:seats])), rule)


def _larger(units: Sequence[int], seats: int, weights: Sequence[int]) -> list[Tie]:
    """By weight as far as that goes. Nothing is said of a rule that tells nobody apart."""
    chosen: list[int] = []
    for _, group in groupby(sorted(units, key=lambda place: (-weights[place], place)), lambda place: weights[place]):
        equals = list(group)
        if len(chosen) + len(equals) <= seats:
            chosen += equals
            continue
        left = seats - len(chosen)
        told = [Tie(tuple(units), seats, tuple(sorted(chosen)), "larger")] if len(equals) < len(units) else []
        return [*told, _first(equals, left, "listed", lambda place: place)] if left else told
    raise AssertionError("there are more units than seats")


def _drawn(units: Sequence[int], lots: Sequence[int | None]) -> dict[int, int]:
    drawn = {place: lot for place in units if place < len(lots) and (lot := lots[place]) is not None}
    if len(set(drawn.values())) < len(units):
        raise LotsMissing(units)
    return drawn
