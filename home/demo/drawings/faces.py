"""Portraits again, put together from parts: a chair for each of the demo's boards."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from home.demo.drawings.canvas import (
    BRICK,
    BUTTER,
    CORAL,
    CREAM,
    INK,
    LAKE,
    LEAF,
    MIST,
    PINE,
    PLUM,
    RED,
    ROSE,
    SAND,
    SKIN,
    SKY,
    SPROUT,
    STONE,
    WHITE,
    Canvas,
    mix,
)
from home.demo.drawings.portraits import eyes, ground, head, shoulders, smile

BLACK, BROWN, FOX, BLOND, GREY, SNOW = "#2c2220", "#5a3c28", "#a5532a", "#dcb566", "#a9a6a3", "#e9e6df"
Part = Callable[[Canvas, str], None]


@dataclass(frozen=True)
class Face:
    """Colours and parts; `back` is what is seen behind the head, `front` what lies over it. Each has a colour."""

    wall: str
    skin: str
    cloth: str
    collar: str
    back: tuple[tuple[Part, str], ...] = ()
    front: tuple[tuple[Part, str], ...] = ()

    def draw(self, c: Canvas) -> None:
        ground(c, self.wall, BUTTER)
        for part, colour in self.back:
            part(c, colour)
        shoulders(c, self.cloth, self.collar)
        head(c, self.skin)
        eyes(c, 450)
        smile(c, self.skin)
        for part, colour in self.front:
            part(c, colour)


def long(c: Canvas, colour: str) -> None:
    c.box(colour, 272, 240, 456, 560, 200)


def bob(c: Canvas, colour: str) -> None:
    c.box(colour, 268, 226, 464, 430, 190)


def cloud(c: Canvas, colour: str) -> None:
    """Curls all around."""
    for x, y in c.around(500, 400, 225, 14):
        c.dot(colour, x, y, 98)


def parting(c: Canvas, colour: str) -> None:
    """Hair over the forehead, parted at the side."""
    c.slice(colour, 500, 390, 214, 180, 360)
    c.shape(colour, (288, 388), (440, 240), (330, 470), (296, 500))
    c.shape(colour, (712, 388), (440, 240), (668, 440), (704, 500))


def fringe(c: Canvas, colour: str) -> None:
    c.slice(colour, 500, 386, 212, 180, 360)
    c.box(colour, 296, 330, 408, 62, 24)


def short(c: Canvas, colour: str) -> None:
    c.slice(colour, 500, 356, 202, 180, 360)
    for side in (-1, 1):
        c.box(colour, 500 + side * 186 - 20, 340, 40, 100, 18)


def quiff(c: Canvas, colour: str) -> None:
    short(c, colour)
    for number in range(6):
        c.dot(colour, 372 + number * 52, 238 - number * 9, 62)


def rim(c: Canvas, colour: str) -> None:
    """What is left at the sides of a bald head."""
    for side in (-1, 1):
        c.dot(colour, 500 + side * 194, 400, 34, 74)


def curls(c: Canvas, colour: str) -> None:
    for number in range(7):
        c.dot(colour, 338 + number * 54, 262 - 34 * (1 - abs(number - 3) / 3), 62)


def beard(c: Canvas, colour: str) -> None:
    c.slice(colour, 500, 520, 196, 0, 180)
    c.box(colour, 408, 548, 184, 46, 22)
    c.line(mix(RED, INK, 0.1), 14, (452, 606), (480, 620), (520, 620), (548, 606))


def moustache(c: Canvas, colour: str) -> None:
    for side in (-1, 1):
        c.shape(colour, (500, 552), (500 + side * 96, 596), (500 + side * 60, 560), (500 + side * 20, 546))


def glasses(c: Canvas, colour: str) -> None:
    for x in (415, 585):
        c.ring(colour, x, 452, 66, 11)
    c.line(colour, 10, (481, 446), (519, 446))


def earrings(c: Canvas, colour: str) -> None:
    for side in (-1, 1):
        c.dot(colour, 500 + side * 204, 540, 18)


def flat_cap(c: Canvas, colour: str) -> None:
    c.slice(colour, 500, 350, 228, 180, 360)
    c.dot(mix(colour, INK, 0.25), 500, 362, 200, 30)


def shawl(c: Canvas, colour: str) -> None:
    """A headscarf, from behind the head."""
    c.dot(colour, 500, 440, 262, 292)
    c.dot(colour, 500, 780, 220, 120)


def shawl_around(c: Canvas, colour: str) -> None:
    """What of it is seen in front: over the forehead, beside the cheeks and below the chin."""
    c.slice(colour, 500, 366, 206, 180, 360)
    for side in (-1, 1):
        c.dot(colour, 500 + side * 212, 470, 42, 150)
    chin = ((330, 568), (400, 653), (450, 678), (500, 686), (550, 678), (600, 653), (670, 568))
    c.shape(colour, (270, 500), *chin, (730, 500), (690, 700), (640, 790), (500, 824), (360, 790), (310, 700))
    c.line(mix(colour, INK, 0.15), 10, (400, 660), (470, 750), (590, 790))


_FACES = {
    "portrait-bob": Face(MIST, SKIN[0], RED, CREAM, ((bob, BLACK),), ((fringe, BLACK), (earrings, BUTTER))),
    "portrait-red-hair": Face(SPROUT, SKIN[4], PINE, SPROUT, ((long, FOX),), ((parting, FOX),)),
    "portrait-bald": Face(SAND, SKIN[0], LAKE, WHITE, (), ((rim, GREY), (glasses, INK), (beard, GREY))),
    "portrait-beard": Face(SKY, SKIN[1], INK, STONE, (), ((short, BROWN), (beard, BROWN))),
    "portrait-flat-cap": Face(ROSE, SKIN[4], LEAF, CREAM, (), ((rim, GREY), (flat_cap, STONE), (glasses, BRICK))),
    "portrait-moustache": Face(MIST, SKIN[0], BRICK, SAND, (), ((short, GREY), (moustache, STONE))),
    "portrait-white-curls": Face(ROSE, SKIN[4], LAKE, MIST, ((cloud, SNOW),), ((curls, SNOW), (glasses, RED))),
    "portrait-curls": Face(SKY, SKIN[3], BUTTER, CREAM, ((cloud, BLACK),), ((curls, BLACK), (earrings, CORAL))),
    "portrait-headscarf": Face(SAND, SKIN[1], PLUM, PLUM, ((shawl, CORAL),), ((shawl_around, CORAL),)),
    "portrait-fair": Face(SPROUT, SKIN[0], STONE, CREAM, (), ((quiff, BLOND),)),
}
SCENES: dict[str, Callable[[Canvas], None]] = {scene: partial(Face.draw, face) for scene, face in _FACES.items()}
