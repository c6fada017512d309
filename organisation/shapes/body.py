"""Bodies and posts on the wire."""

from typing import Literal
from uuid import UUID

from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.shape import Shape
from organisation.models.body import Body
from organisation.models.post import Post
from organisation.shapes.person import Holder, holder

BodyType = Literal[
    "annual_meeting",
    "members_meeting",
    "board",
    "district_conference",
    "congress",
    "nominations_committee",
    "auditors",
    "other",
]
Interval = Literal["weekly", "fortnightly", "monthly", "quarterly", "yearly", "biennial", "as_needed"]
Role = Literal[
    "chair",
    "vice_chair",
    "treasurer",
    "secretary",
    "member",
    "deputy",
    "convener",
    "auditor",
    "delegate",
    "deputy_delegate",
    "ombudsman",
    "public_office",
    "other",
]


class BodyRef(Shape):
    """A body where it is mentioned. `name` is what it is called, `label` the kind in Swedish."""

    id: UUID
    name: str
    kind: BodyType
    label: str


class Meets(Shape):
    """How often a body meets: `interval` null where it is not known, `note` in Swedish, perhaps empty."""

    interval: Interval | None
    label: str
    note: str


class PostContent(Shape):
    """A post and who holds it. Fewer holders than `seats` may be shown: a seat is empty, or somebody is not named.

    `place` is where a public office is held, empty for others.
    """

    id: UUID
    role: Role
    label: str
    place: str
    seats: int
    holders: list[Holder]


def body_ref(body: Body, context: RenderContext) -> BodyRef:
    """A mention of a body. Recorded."""
    return BodyRef(**ref_members(body, context))


def ref_members(body: Body, context: RenderContext) -> dict[str, object]:
    """The members of a mention, which a whole body begins with."""
    context.depend("body", body.pk)
    return {
        "id": context.identity("body", body.pk),
        "name": body.title,
        "kind": body.kind,
        "label": body.get_kind_display(),
    }


def meets(body: Body) -> Meets:
    return Meets(interval=body.meets or None, label=body.get_meets_display(), note=body.meets_note)


def post(found: Post, context: RenderContext) -> PostContent:
    """A post with those of its holders who may be named."""
    context.depend("post", found.pk)
    shown = [holder(assignment, context) for assignment in found.assignments.all()]
    return PostContent(
        id=context.identity("post", found.pk),
        role=found.role,
        label=found.title,
        place=found.place,
        seats=found.seats,
        holders=[one for one in shown if one],
    )
