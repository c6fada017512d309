"""People of the organisation's register, as texts may mention them. The register stands above: it registers here."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from uuid import UUID

from cms.media.shapes import Image
from cms.pipeline.publish.context import RenderContext


@dataclass(frozen=True)
class PersonCard:
    """Somebody who agreed to be named. `role`: what they are trusted with today. What is unknown is empty."""

    id: UUID
    name: str
    role: str
    email: str
    portrait: Image | None


Read = Callable[[int, RenderContext], PersonCard | None]
Choices = Callable[[], Iterable[tuple[int, str]]]

_read: Read | None = None
_choices: Choices | None = None


def register(read: Read, choices: Choices) -> None:
    """Say how a person is read while rendering, and whom an editor may choose; called once, by the app that knows."""
    global _read, _choices
    _read, _choices = read, choices


def card(pk: int, context: RenderContext) -> PersonCard | None:
    """The person, if they may be named today. Recorded either way."""
    return _read(pk, context) if _read else None


def choices() -> list[tuple[str, str]]:
    """Whom the editor at work may choose, as a form's choices."""
    return [(str(pk), name) for pk, name in _choices()] if _choices else []
