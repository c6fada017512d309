"""The canvas: flat shapes in one palette, drawn large and scaled down so that every edge is smooth.

Scenes are drawn on a board of 1500 × 1000 units, whatever the size of the picture, and always come out the same.
"""

import random
from collections.abc import Sequence
from io import BytesIO
from math import cos, pi, sin

from PIL import Image, ImageColor, ImageDraw

WIDTH = 1600  # pixels of a finished scene; the tests draw smaller ones
BOARD = (1500, 1000)
OVERSAMPLING = 2

INK, NIGHT, PLUM = "#26293b", "#1c2742", "#5d3a5f"
RED, BRICK, CORAL, ROSE = "#b3202f", "#c4553b", "#e37b5b", "#f3c0a8"
BUTTER, SAND, CREAM, WHITE = "#f2bf4b", "#eed9b7", "#fbf2e2", "#fffaf0"
PINE, LEAF, MOSS, SPROUT = "#1e4a3f", "#3f7d57", "#86a96f", "#c3d39a"
LAKE, SKY, MIST, STONE = "#3c7f99", "#a9d3dd", "#dcebea", "#8d949c"
WOOD, BARK = "#a8754c", "#6a4632"
SKIN = ("#f0c9a4", "#d9a577", "#a8734d", "#7a4d34", "#f6d9bd")
COATS = (RED, LAKE, BUTTER, LEAF, PLUM, CORAL, INK, "#7fa6b8", "#d99a3d", "#4e5d8a")

Point = tuple[float, float]


def mix(first: str, second: str, share: float) -> str:
    """A colour between two others."""
    a, b = ImageColor.getrgb(first), ImageColor.getrgb(second)
    return "#{:02x}{:02x}{:02x}".format(*(round(x + (y - x) * share) for x, y in zip(a, b, strict=True)))


class Canvas:
    """A board to draw on; a `seed` makes what looks like chance the same every time."""

    def __init__(self, seed: int, board: tuple[int, int] = BOARD, width: int | None = None, ground: str = "") -> None:
        self.width = width or WIDTH
        self.height = round(self.width * board[1] / board[0])
        self.scale = self.width * OVERSAMPLING / board[0]
        self.chance = random.Random(seed)  # noqa: S311 - a drawing, not a secret
        size = (self.width * OVERSAMPLING, self.height * OVERSAMPLING)
        self.picture = Image.new("RGB" if ground else "RGBA", size, ground or (0, 0, 0, 0))
        self.pen = ImageDraw.Draw(self.picture)

    def png(self) -> bytes:
        """The finished picture."""
        content = BytesIO()
        self.picture.resize((self.width, self.height), Image.Resampling.BOX).save(content, "PNG", compress_level=6)
        return content.getvalue()

    def _at(self, points: Sequence[Point]) -> list[Point]:
        return [(x * self.scale, y * self.scale) for x, y in points]

    def shape(self, fill: str, *points: Point) -> None:
        self.pen.polygon(self._at(points), fill=fill)

    def box(self, fill: str, left: float, top: float, width: float, height: float, round_: float = 0) -> None:
        corners = self._at([(left, top), (left + width, top + height)])
        self.pen.rounded_rectangle(corners, radius=round_ * self.scale, fill=fill)

    def dot(self, fill: str, x: float, y: float, radius: float, tall: float | None = None) -> None:
        high = radius if tall is None else tall
        self.pen.ellipse(self._at([(x - radius, y - high), (x + radius, y + high)]), fill=fill)

    def ring(self, fill: str, x: float, y: float, radius: float, thick: float) -> None:
        corners = self._at([(x - radius, y - radius), (x + radius, y + radius)])
        self.pen.ellipse(corners, outline=fill, width=round(thick * self.scale))

    def slice(self, fill: str, x: float, y: float, radius: float, start: float, end: float) -> None:
        self.pen.pieslice(self._at([(x - radius, y - radius), (x + radius, y + radius)]), start, end, fill=fill)

    def line(self, fill: str, thick: float, *points: Point) -> None:
        """A line with round ends and joints."""
        self.pen.line(self._at(points), fill=fill, width=max(1, round(thick * self.scale)), joint="curve")
        for x, y in points:
            self.dot(fill, x, y, thick / 2)

    def sky(self, top: str, bottom: str, until: float = 1000) -> None:
        """A gradient from the upper edge down to `until`."""
        rows = round(until * self.scale)
        column = Image.new("RGB", (1, max(2, rows)))
        for row in range(column.height):
            column.putpixel((0, row), ImageColor.getrgb(mix(top, bottom, row / (column.height - 1))))
        self.picture.paste(column.resize((self.picture.width, column.height)), (0, 0))

    def wave(self, fill: str, level: float, height: float, bends: float, phase: float = 0, floor: float = 1000) -> None:
        """A hill, a ridge or a shore: everything from a wavy line down to `floor`."""
        steps = [x * 15 for x in range(101)]
        line = [(x, level + height * sin(x / 1500 * bends * 2 * pi + phase)) for x in steps]
        self.shape(fill, (0, floor), *line, (1500, floor))

    def glow(self, colour: str, x: float, y: float, radius: float, strength: float = 0.5) -> None:
        """Light that fades outwards, as a few rings over what is drawn already."""
        veil = Image.new("L", self.picture.size, 0)
        pen = ImageDraw.Draw(veil)
        rings = 24
        for step in range(rings):
            reach = radius * (1 - step / rings)
            light = round(255 * strength * ((step + 1) / rings) ** 2)
            pen.ellipse(self._at([(x - reach, y - reach), (x + reach, y + reach)]), fill=light)
        self.picture.paste(Image.new("RGB", self.picture.size, colour), (0, 0), veil)

    def around(self, x: float, y: float, radius: float, count: int, turn: float = 0) -> list[Point]:
        """Points on a circle."""
        angles = [turn + 2 * pi * i / count for i in range(count)]
        return [(x + radius * cos(a), y + radius * sin(a)) for a in angles]
