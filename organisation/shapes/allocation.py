"""How a body's seats are shared out, on the wire: seats, and never the members that they come from."""

from datetime import date
from typing import TYPE_CHECKING, Literal

from cms.pipeline.publish.shape import Shape
from organisation.models.allocation import SeatAllocation
from organisation.ties import Rule

if TYPE_CHECKING:
    from organisation.models.unit import Unit


class Tie(Shape):
    """Units (slugs) with equal claims to fewer seats than there were units, and which of them got one by `rule`.

    `to` names fewer than `seats` where the rule told only some of them apart; the next tie then tells of the rest.
    """

    units: list[str]
    seats: int
    to: list[str]
    rule: Rule


class Method(Shape):
    """How the seats were shared out: by largest remainder of the members on `basis_date`, with ties as told.

    `tie_rule` was set beforehand. Where it is "larger" and units are equal in members too, the list decided.
    """

    name: Literal["largest_remainder"] = "largest_remainder"
    seats: int
    minimum: int
    basis_date: date
    tie_rule: Rule
    ties: list[Tie]


def method(allocation: SeatAllocation, units: dict[int, "Unit"]) -> Method:
    """`units`: those that take part, by primary key."""
    return Method(
        seats=allocation.seats,
        minimum=allocation.minimum,
        basis_date=allocation.basis_date,
        tie_rule=allocation.tie_rule,
        ties=[
            Tie(
                units=_slugs(tie["units"], units),
                seats=tie["seats"],
                to=_slugs(tie["to"], units),
                rule=tie["rule"],
            )
            for tie in allocation.ties
        ],
    )


def _slugs(pks: list[int], units: dict[int, "Unit"]) -> list[str]:
    return [units[pk].slug for pk in pks if pk in units]
