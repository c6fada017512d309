"""From a shape to the stored bytes, and the marks where a reading fills in a listing.

A mark is a JSON array with one string that begins with U+241F, for example `["␟latest:6"]`. Text that an editor
writes can never look like one: inside a JSON string its quotation mark would stand behind a backslash.
"""

import hashlib
import re
from typing import Any

from pydantic import WrapSerializer, WrapValidator

from cms.pipeline.publish.shape import Shape

SIGN = "␟"  # no mark is without it; looking for one sign is a hundred times quicker than for the mark
MARK = re.compile(r'\["␟(\w+):([\w-]+)"\]')


class Listing(list[Any]):
    """A place for cards that are read, not rendered: which listing, and how many (or of what)."""

    def __init__(self, name: str, argument: int | str) -> None:
        super().__init__()
        self.mark = f"␟{name}:{argument}"


def _keep(value: Any, handler: Any) -> Any:
    return value if isinstance(value, Listing) else handler(value)


def _mark(value: Any, handler: Any):  # type: ignore[no-untyped-def]  # an annotation would change the JSON schema
    return [value.mark] if isinstance(value, Listing) else handler(value)


# Put beside a field's type: `articles: Annotated[list[Card], *FILLED_ON_READING]`.
FILLED_ON_READING = (WrapValidator(_keep), WrapSerializer(_mark))


def encode(shape: Shape) -> str:
    """The shape as compact JSON text."""
    return shape.model_dump_json(by_alias=True)


def members(shape: Shape | None) -> str:
    """The shape's members without the braces, to be spliced into another object."""
    return encode(shape)[1:-1] if shape else ""


def content_hash(text: str) -> str:
    """128 bits in hex; the same text gives the same hash on every machine."""
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def splice(text: str, *more: str) -> str:
    """A JSON object with further members.

    >>> splice('{"id":1}', '"path":"/"', "")
    '{"id":1,"path":"/"}'
    """
    return text[:-1] + "".join([f",{part}" for part in more if part]) + "}"
