"""Drawings: the demo's pictures are drawn when it is loaded, so that the repository carries no image files."""

from home.demo.drawings import country, desk, people, seasons, town, water
from home.demo.drawings.canvas import Canvas
from home.demo.drawings.marks import icon, logo

__all__ = ["draw", "icon", "logo"]

SCENES = town.SCENES | water.SCENES | country.SCENES | seasons.SCENES | people.SCENES | desk.SCENES


def draw(scene: str) -> bytes:
    """A scene as PNG, the same bytes every time."""
    canvas = Canvas(seed=sorted(SCENES).index(scene), ground="#ffffff")
    SCENES[scene](canvas)
    return canvas.png()
