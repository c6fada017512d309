"""The base of every shape on the wire.

A shape is a Pydantic model that stands beside the type it describes. Rendering builds it (so a value that does
not fit is refused at publish time, with its name), publications store its JSON, and the OpenAPI schema is
generated from it: one definition, three uses. See docs/decisions/0001-shapes-are-pydantic-models.md.
"""

from pydantic import BaseModel, ConfigDict


class Shape(BaseModel):
    """A JSON object with exactly the declared members."""

    model_config = ConfigDict(extra="forbid", frozen=True, ser_json_timedelta="iso8601")
