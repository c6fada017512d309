"""The organisation: units and areas, bodies, posts, people, assignments and delegates; and a page about a unit."""

from organisation.models.allocation import AllocationShare, SeatAllocation
from organisation.models.area import UnitArea
from organisation.models.assignment import Assignment
from organisation.models.body import Body
from organisation.models.page import OrganisationPage
from organisation.models.person import Person
from organisation.models.post import Post
from organisation.models.unit import Unit

__all__ = [
    "AllocationShare",
    "Assignment",
    "Body",
    "OrganisationPage",
    "Person",
    "Post",
    "SeatAllocation",
    "Unit",
    "UnitArea",
]
