"""Apportion: whole seats in proportion to weights, by largest remainder, in exact numbers.

The method is Hamilton's, with Hare's quota: a unit's quota is `weight × seats / all weights`; it gets the whole seats
of its quota, and the seats left over go one each to the largest remainders. Sweden's election authority shares seats
out over constituencies in this way (riksdag and regional elections; vallagen 2005:837, chapter 4).

With a minimum, as in article 17 of the Swiss Federal Act on Political Rights (SR 161.1), which shares out the National
Council over the cantons: a unit whose quota lies below the minimum gets the minimum and leaves; quotas are worked out
anew for those who stay and the seats that are left; this is repeated until every quota reaches the minimum. Two
differences: any minimum is possible, where the Act has one seat, and quotas are exact, where the Act rounds up the
number of residents a seat costs. A unit that leaves loses nothing: its quota rounded up is no more than the minimum.

No seat depends on a float, nor on the order in which units are given, unless a tie is decided by that order.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Literal

from organisation.ties import Rule, Tie, break_tie

Problem = Literal[
    "no units",
    "no seats",
    "no weight",
    "negative weight",
    "negative minimum",
    "minimum too high",
    "more seats than members",
]


class Impossible(ValueError):
    """There is no such apportionment. `units` are the places in the list of those at fault, where some are."""

    def __init__(self, problem: Problem, units: Sequence[int] = ()) -> None:
        super().__init__(problem)
        self.problem = problem
        self.units = tuple(units)


@dataclass(frozen=True)
class Part:
    """What one unit gets, and how. `quota` is that of the last round in which the unit took part."""

    quota: Fraction
    whole: int
    extra: int = 0  # one of the seats left over
    lifted: bool = False  # by the minimum: `whole` is not from the quota

    @property
    def seats(self) -> int:
        return self.whole + self.extra

    @property
    def remainder(self) -> Fraction:
        """What counts for the seats left over; nothing for a unit that the minimum has lifted."""
        return Fraction(0) if self.lifted else self.quota - self.whole


@dataclass(frozen=True)
class Apportionment:
    """One part for each weight, in their order, and what the tie rule decided."""

    parts: tuple[Part, ...]
    ties: tuple[Tie, ...]

    @property
    def seats(self) -> list[int]:
        return [part.seats for part in self.parts]


def apportion(
    weights: Sequence[int],
    seats: int,
    *,
    minimum: int = 0,
    rule: Rule = "listed",
    lots: Sequence[int | None] = (),
) -> Apportionment:
    """Share `seats` out over units with these weights.

    `lots` are needed by the rule "lot" alone, and by that only of units that tie (see organisation/ties.py).
    Raises Impossible, and ties.LotsMissing where a lot should decide and was not drawn.
    """
    _check(weights, seats, minimum)
    parts = _whole_seats(weights, seats, minimum)
    left = seats - sum(part.whole for part in parts)
    if not left:
        return Apportionment(tuple(parts), ())
    last = sorted((part.remainder for part in parts), reverse=True)[left - 1]  # above nought: they sum up to `left`
    winners = [place for place, part in enumerate(parts) if part.remainder > last]
    equal = [place for place, part in enumerate(parts) if part.remainder == last]
    ties: list[Tie] = []
    if len(winners) + len(equal) > left:
        ties = break_tie(equal, left - len(winners), rule, weights, lots)
        equal = [place for tie in ties for place in tie.to]
    for place in [*winners, *equal]:
        parts[place] = replace(parts[place], extra=1)
    return Apportionment(tuple(parts), tuple(ties))


def _check(weights: Sequence[int], seats: int, minimum: int) -> None:
    negative = [place for place, weight in enumerate(weights) if weight < 0]
    if not weights:
        raise Impossible("no units")
    if negative:
        raise Impossible("negative weight", negative)
    if minimum < 0:
        raise Impossible("negative minimum")
    if seats < 1:
        raise Impossible("no seats")
    if not any(weights):
        raise Impossible("no weight", range(len(weights)))
    if minimum * len(weights) > seats:
        raise Impossible("minimum too high")


def _whole_seats(weights: Sequence[int], seats: int, minimum: int) -> list[Part]:
    """The parts before the seats left over are given out.

    Some unit always stays: were all quotas below the minimum, their sum, which is the seats left, would be less than
    the minimum for each. A unit that stays has some weight, so there is always something to divide by.
    """
    lifted: dict[int, Part] = {}
    while True:
        staying = [place for place in range(len(weights)) if place not in lifted]
        price = Fraction(seats - minimum * len(lifted), sum(weights[place] for place in staying))  # seats a member
        quotas = {place: weights[place] * price for place in staying}
        leaving = {place: quota for place, quota in quotas.items() if quota < minimum}
        if not leaving:
            kept = {place: Part(quota, int(quota)) for place, quota in quotas.items()}
            return [part for _, part in sorted((lifted | kept).items())]
        lifted |= {place: Part(quota, minimum, lifted=True) for place, quota in leaving.items()}
