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

OfSite = Callable[[int], Iterable[tuple[int, str]]]

_read: Read | None = None
_choices: Choices | None = None
_of_site: OfSite | None = None


def register(read: Read, choices: Choices, of_site: OfSite) -> None:
    """Say how a person is read while rendering, whom an editor may choose, and who may be named on a site.

    Called once, by the app that knows.
    """
    global _read, _choices, _of_site
    _read, _choices, _of_site = read, choices, of_site


def card(pk: int, context: RenderContext) -> PersonCard | None:
    """The person, if they may be named today. Recorded either way."""
    return _read(pk, context) if _read else None


def choices() -> list[tuple[str, str]]:
    """Whom the editor at work may choose, as a form's choices."""
    return [(str(pk), name) for pk, name in _choices()] if _choices else []


def of_site(frontend: int | None) -> list[tuple[int, str]]:
    """Who stands in the register of the front end's own unit and may be named today."""
    return list(_of_site(frontend)) if _of_site and frontend else []
