"""The shapes of a search's answer."""

from cms.core import shapes
from cms.pipeline.publish.shape import Shape


class Snippet(Shape):
    """Some words of the page around the best match.

    `matches`: from and to in `text`, in UTF-16 code units, as JavaScript's `slice` counts.
    """

    text: str
    matches: list[tuple[int, int]]


class Hit(shapes.Card):
    """A page that was found."""

    snippet: Snippet


class HitList(Shape):
    next: str | None
    previous: str | None
    count: int | None = None
    results: list[Hit]
