"""Drawings: the demo's pictures are drawn when it is loaded, so that the repository carries no image files."""

from zlib import crc32

from home.demo.drawings import country, desk, people, seasons, town, water, winter
from home.demo.drawings.canvas import Canvas
from home.demo.drawings.marks import icon, logo

__all__ = ["draw", "icon", "logo"]

SCENES = town.SCENES | water.SCENES | country.SCENES | seasons.SCENES | people.SCENES | desk.SCENES | winter.SCENES


def draw(scene: str) -> bytes:
    """A scene as PNG, the same bytes every time."""
    canvas = Canvas(seed=crc32(scene.encode()), ground="#ffffff")  # a new scene changes no old one
    SCENES[scene](canvas)
    return canvas.png()
