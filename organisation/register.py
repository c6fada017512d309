"""The register: what rendering a unit reads, each thing in a set number of queries."""

from collections.abc import Iterable

from django.db.models import Prefetch, QuerySet

from organisation.models.allocation import AllocationShare, SeatAllocation
from organisation.models.assignment import Assignment
from organisation.models.body import Body
from organisation.models.post import Post
from organisation.models.unit import Unit


def bodies(unit: Unit) -> "QuerySet[Body]":
    return unit.bodies.prefetch_related("elects", "allocations").order_by("-is_highest", "sort_order", "pk")


def posts(unit: Unit) -> list[Post]:
    """All posts of a unit with their assignments, also those that do not hold today."""
    held = Assignment.objects.select_related("person").order_by("sort_order", "start_date", "person__name", "pk")
    found = unit.posts.prefetch_related(Prefetch("assignments", queryset=held)).order_by("sort_order", "pk")
    return list(found)


def newest(allocations: "Iterable[SeatAllocation]") -> SeatAllocation | None:
    """The allocation that counts: that of the latest basis date."""
    return max(allocations, key=lambda allocation: (allocation.basis_date, allocation.pk), default=None)


def taking_part(allocation: SeatAllocation) -> list[AllocationShare]:
    """The shares of an allocation in the order of its list."""
    return list(allocation.shares.select_related("unit__frontend").order_by("sort_order", "pk"))


def shares(unit: Unit) -> list[AllocationShare]:
    """What the unit got in the newest allocation of each body that it sends delegates to."""
    found = AllocationShare.objects.filter(unit=unit).select_related("allocation__body__unit__frontend")
    by_body: dict[int, AllocationShare] = {}
    for share in found.order_by("allocation__body", "allocation__basis_date", "allocation"):
        by_body[share.allocation.body_id] = share
    newer = SeatAllocation.objects.filter(body__in=by_body).order_by("basis_date", "pk")
    latest = dict(newer.values_list("body", "pk"))
    return [share for body, share in by_body.items() if latest[body] == share.allocation_id]
