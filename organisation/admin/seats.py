"""What an allocation comes to, as it is shown in the admin: seats, and how ties were decided."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from organisation.apportion_words import tie_told
from organisation.models import SeatAllocation


@dataclass(frozen=True)
class Row:
    """A unit's seats. `quota` tells of its members, so only national administrators get it; empty for others."""

    unit: str
    seats: int
    quota: str = ""
    note: str = ""


@dataclass(frozen=True)
class Seats:
    """All seats of an allocation, in the order of its list."""

    rows: list[Row]
    ties: list[str]
    total: int

    @property
    def has_quotas(self) -> bool:
        return any(row.quota for row in self.rows)


def stored(allocation: SeatAllocation) -> Seats:
    """The seats as they are published: nothing here is worked out from members."""
    shares = list(allocation.shares.order_by("sort_order", "pk"))
    names = {share.unit_id: share.name for share in shares}
    ties = [
        tie_told(_names(tie["units"], names), tie["seats"], _names(tie["to"], names), tie["rule"])
        for tie in allocation.ties
    ]
    return Seats([Row(share.name, share.seats) for share in shares], ties, allocation.seats)


def worked_out(allocation: SeatAllocation) -> Seats:
    """What the members in the form come to; for national administrators alone. Nothing is saved.

    Raises Impossible or LotsMissing where the form has not said so yet.
    """
    shares, found = allocation.listed(), allocation.apportioned()
    names = [share.unit.name for share in shares]
    rows = [
        Row(name, part.seats, decimals(part.quota), _note(part.lifted, part.extra, allocation.minimum))
        for name, part in zip(names, found.parts, strict=True)
    ]
    ties = [
        tie_told([names[at] for at in tie.units], tie.seats, [names[at] for at in tie.to], tie.rule)
        for tie in found.ties
    ]
    return Seats(rows, ties, allocation.seats)


def decimals(quota: Fraction) -> str:
    """Three of them, with a comma, cut off: to be read, not reckoned with."""
    thousandths = quota.numerator * 1000 // quota.denominator
    return str(Decimal(thousandths).scaleb(-3)).replace(".", ",")


def _note(lifted: bool, extra: int, minimum: int) -> str:
    if lifted:
        return f"Lyft till minst {minimum}"
    return "Fick ett av de sista ombuden" if extra else ""


def _names(pks: list[int], names: dict[int, str]) -> list[str]:
    return [names[pk] for pk in pks if pk in names]
