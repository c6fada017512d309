"""Federation: the organisation as sharing sees it, read once a batch."""

from collections.abc import Iterator
from dataclasses import dataclass

from articles.models.subscription import Mode, Subscription
from cms.pipeline.publish.context import RenderContext
from organisation.models import Unit


@dataclass(frozen=True)
class Member:
    """A unit that has a site."""

    unit: int
    frontend: int
    site_id: int
    kind: str
    above: tuple[int, ...]
    """The units above, the nearest first; with and without sites."""


class Federation:
    """Who has a site, who stands above whom, and what each receiver does with a sender's."""

    def __init__(self) -> None:
        rows = list(Unit.objects.order_by("pk").values_list("pk", "parent_id", "kind", "frontend", "frontend__site"))
        parents = {unit: parent for unit, parent, *_ in rows}
        self.members = [
            Member(unit, frontend, site_id, kind, tuple(_upwards(unit, parents)))
            for unit, _, kind, frontend, site_id in rows
            if frontend is not None
        ]
        self._by_site = {member.site_id: member for member in self.members}
        self._modes: dict[int, dict[int, str]] = {}

    @classmethod
    def of(cls, context: RenderContext) -> "Federation":
        return context.once("federation", cls)

    def on(self, site_id: int) -> Member | None:
        """The unit whose site this is."""
        return self._by_site.get(site_id)

    def among(self, sites: frozenset[int] | None) -> Iterator[Member]:
        """Those on these sites; all if None."""
        if sites is None:
            yield from self.members
        else:
            yield from filter(None, map(self._by_site.get, sites))

    def mode(self, receiver: Member, sender: Member) -> str:
        """What the receiver does with what the sender shares; unless it said so, what comes from above is shown."""
        if sender.frontend not in self._modes:
            said = Subscription.objects.filter(sender=sender.frontend)
            self._modes[sender.frontend] = dict(said.values_list("receiver", "mode"))
        default = Mode.ALL if sender.unit in receiver.above else Mode.CHOOSE
        return self._modes[sender.frontend].get(receiver.frontend, default)


def _upwards(unit: int, parents: dict[int, int | None]) -> Iterator[int]:
    parent = parents.get(unit)
    while parent is not None:
        yield parent
        parent = parents.get(parent)
