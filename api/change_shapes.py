"""The shapes of delta sync."""

from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from api.shapes import AnyPage, Frame, Redirect, Unit
from cms.core.shapes import Time
from cms.pipeline.publish.models import Op, Reason
from cms.pipeline.publish.shape import Shape


class ChangeHead(Shape):
    """What happened to one thing on one site; without a hash when it left. What it has not is null."""

    seq: int
    op: Literal[tuple(Op.values)]  # type: ignore[valid-type]
    id: UUID
    type: str
    path: str | None
    previous_path: str | None
    url: str | None
    content_hash: str | None
    at: Time
    tags: list[str]
    reason: Literal[tuple(Reason.values)]  # type: ignore[valid-type]


class PageChange(ChangeHead):
    """A page. `data`: as it is now, with `include=data`; null when it left. Its lists are those of this moment."""

    kind: Literal["page"]
    data: AnyPage | None = None


class FrameChange(ChangeHead):
    kind: Literal["frame"]
    data: Frame | None = None


class UnitChange(ChangeHead):
    kind: Literal["unit"]
    data: Unit | None = None


class RedirectChange(ChangeHead):
    """A redirect that an editor made. `path` is what it leads away from."""

    kind: Literal["redirect"]
    data: Redirect | None = None


class ChangeList(Shape):
    """Changes, oldest first. `cursor` is the next `since`; with `more` there is more already."""

    changes: list[Annotated[PageChange | FrameChange | UnitChange | RedirectChange, Field(discriminator="kind")]]
    cursor: str
    more: bool


SHAPES: dict[str, type[ChangeHead]] = {
    "page": PageChange,
    "frame": FrameChange,
    "unit": UnitChange,
    "redirect": RedirectChange,
}
