"""Drawings: the demo's pictures are drawn when it is loaded, so that the repository carries no image files."""

from zlib import crc32

from home.demo.drawings import canvas, country, desk, faces, people, portraits, seasons, town, water, winter
from home.demo.drawings.canvas import Canvas
from home.demo.drawings.marks import icon, logo

__all__ = ["draw", "icon", "logo"]

SCENES = town.SCENES | water.SCENES | country.SCENES | seasons.SCENES | people.SCENES | desk.SCENES | winter.SCENES

PORTRAITS = portraits.SCENES | faces.SCENES


def draw(scene: str) -> bytes:
    """A scene, or a portrait, as PNG: the same bytes every time."""
    seed = crc32(scene.encode())  # of its own, so that a new scene changes no old one
    if scene in PORTRAITS:
        drawing = Canvas(seed, board=portraits.BOARD, width=canvas.WIDTH // 2, ground="#ffffff")
        PORTRAITS[scene](drawing)
    else:
        drawing = Canvas(seed, ground="#ffffff")
        SCENES[scene](drawing)
    return drawing.png()
