"""Book: what the lines of a sheet have taken so far, and what they would make where nothing is made."""

from home.onboarding.onboard import find
from home.onboarding.order import Order, OrderError
from home.onboarding.sheet import Row
from organisation.models import Unit


class Book:
    """Kept along the lines, parents first."""

    def __init__(self) -> None:
        self._lines: dict[tuple[str, str], int] = {}
        self._planned: dict[str, Unit] = {}

    def take(self, row: Row) -> Order:
        """What the line orders. Raises OrderError where it orders nothing, or what another line has ordered."""
        if row.order is None:
            raise row.error or OrderError({"line": "tom"})
        wanted = {"slug": row.order.slug, "domain": row.order.base_url}
        taken = {name: self._lines[name, text] for name, text in wanted.items() if (name, text) in self._lines}
        if taken:
            raise OrderError({name: f"står redan på rad {line}" for name, line in taken.items()})
        self._lines |= dict.fromkeys(wanted.items(), row.line)
        return row.order

    def would_be_new(self, order: Order) -> bool:
        """Whether it would be made. Raises OrderError if it could not be."""
        if find(order):
            return False
        parent = self._planned.get(order.parent)
        order.check(parent)
        self._planned[order.slug] = order.unit(parent or order.above())
        return True
