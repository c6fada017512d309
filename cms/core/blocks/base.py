"""What makes a Wagtail block a part of the wire: its shape stands in the same class.

A block type is one file: a value shape, a block class with `wire_type`, `Value` and `shape()`, and one line in
body.py. Schema, validation and rendering all come from it. How it looks to the editor who chooses: see preview.py.
"""

from typing import Any, ClassVar, Literal
from uuid import NAMESPACE_URL, UUID, uuid5

from pydantic import create_model
from wagtail.blocks import StreamValue

from cms.core.blocks.preview import PreviewedBlock
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.errors import RenderRefused
from cms.pipeline.publish.shape import Shape


class WireBlock(PreviewedBlock):
    """A block that front ends see as `{"id", "type", "value"}`."""

    wire_type: ClassVar[str]
    Value: ClassVar[type[Shape]]
    Shape: ClassVar[type[Shape]]

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if "Value" in cls.__dict__:
            cls.preview_name = cls.wire_type
            cls.Shape = create_model(
                cls.__name__,
                __base__=Shape,
                __doc__=cls.Value.__doc__,
                id=(UUID, ...),
                type=(Literal[cls.wire_type], ...),
                value=(cls.Value, ...),
            )

    def shape(self, value: Any, context: RenderContext) -> Shape | None:
        """The value as front ends see it; None leaves the block out (its image is gone, say)."""
        raise TypeError(f"{type(self).__name__} has no shape")


def render_stream(stream: StreamValue, context: RenderContext, owner: str) -> list[Shape]:
    """All blocks of a stream field. RenderRefused names the first that cannot be shown.

    In a preview such a block is left out, since a draft may be half-written.
    """
    shapes = []
    for position, bound in enumerate(stream):
        try:
            value = bound.block.shape(bound.value, context)
            if value is not None:
                shapes.append(bound.block.Shape(id=_id(bound, position), type=bound.block.wire_type, value=value))
        except Exception as error:
            if not context.preview:
                raise RenderRefused(owner, str(bound.block.label), repr(error)) from error
    return shapes


def _id(bound: Any, position: int) -> UUID:
    return UUID(bound.id) if bound.id else uuid5(NAMESPACE_URL, f"grenverk:block:{position}")
