"""The crops: the shapes a front end needs, cut around the most important point."""

from dataclasses import dataclass

from cms.media.widths import rungs

Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Crop:
    """A shape, and how wide its rungs are at most."""

    name: str
    ratio: tuple[int, int]
    """Width to height."""
    widths: tuple[int, ...]
    only_for_all: bool = False
    """Whether it is made only in the format that everything can read."""

    def box(self, size: tuple[int, int], focus: tuple[float, float]) -> Box:
        """The largest part of the picture in this shape, with the point as near its middle as the edges allow."""
        width, height = size
        across, down = self.ratio
        wide, high = min(width, height * across / down), min(height, width * down / across)
        left = min(max(focus[0] * width - wide / 2, 0), width - wide)
        top = min(max(focus[1] * height - high / 2, 0), height - high)
        return left, top, left + wide, top + high

    def sizes(self, size: tuple[int, int]) -> list[tuple[int, int]]:
        """The sizes to make of a picture of that size, never enlarged; at least one."""
        left, _, right, _ = self.box(size, (0.5, 0.5))
        across, down = self.ratio
        found = rungs(max(1, int(right - left + 1e-6)), self.widths)
        return [(width, max(1, round(width * down / across))) for width in found]


CROPS = (
    Crop("card", (3, 2), (320, 640, 960)),
    Crop("hero", (16, 9), (640, 960, 1280, 1920)),
    Crop("square", (1, 1), (160, 320, 640)),
    # What social networks fetch: they read JPEG and PNG, and scale it themselves.
    Crop("social", (1200, 630), (1200,), only_for_all=True),
)
# A picture that is reduced while it is read keeps so much of its height that a panorama's crops are sharp.
HIGHEST = max(round(crop.widths[-1] * crop.ratio[1] / crop.ratio[0]) for crop in CROPS)
