"""Scenes from the country: the train, the health centre."""

from home.demo.drawings.canvas import (
    BARK,
    BUTTER,
    CORAL,
    CREAM,
    INK,
    LAKE,
    LEAF,
    MOSS,
    PINE,
    PLUM,
    RED,
    SKY,
    SPROUT,
    STONE,
    WHITE,
    WOOD,
    Canvas,
    mix,
)
from home.demo.drawings.things import cloud, forest, person


def train(c: Canvas) -> None:
    """A regional train on its way through meadows and spruce forest."""
    c.sky("#8cc3d8", "#f4ecd2", 620)
    cloud(c, 260, 150, 130)
    cloud(c, 1050, 120, 160)
    cloud(c, 700, 230, 70, mix(WHITE, SKY, 0.3))
    c.wave("#9dbcae", 440, 60, 1.2, 0.2)
    c.wave("#7ea68f", 510, 40, 1.7, 2)
    forest(c, 620, 150, "#2f6a5a", 46)
    forest(c, 645, 110, PINE, 38)
    c.wave(MOSS, 640, 8, 1)
    c.box("#cfc4b0", 0, 742, 1500, 56)
    c.box(mix(STONE, INK, 0.4), 0, 744, 1500, 9)
    for x in range(-10, 1500, 56):
        c.box(BARK, x, 754, 30, 12)
    for x in range(140, 1600, 430):
        c.line(INK, 8, (x, 745), (x, 365))
        c.line(INK, 6, (x, 395), (x - 110, 395))
    c.line(INK, 4, (0, 410), (1500, 410))
    _carriage(c, -330, 700, first=False)
    _carriage(c, 330, 700, first=True)
    c.line(INK, 5, (560, 470), (640, 414), (720, 470))
    c.wave(SPROUT, 830, 22, 1.4, 0.6)
    c.wave(mix(SPROUT, BUTTER, 0.35), 905, 18, 1.2, 2.4)
    for _ in range(170):
        x, y = c.chance.uniform(0, 1500), c.chance.uniform(850, 995)
        c.line(LEAF, 3, (x, y), (x, y + 26))
        c.dot(c.chance.choice((RED, WHITE, BUTTER, "#7d8fc9")), x, y, c.chance.uniform(5, 10))


def _carriage(c: Canvas, left: float, foot: float, *, first: bool) -> None:
    """One carriage, 650 units long; the first one has a nose."""
    top, long = foot - 230, 650
    for x in (110, 190, 470, 550):
        c.dot(INK, left + x, foot + 20, 31)
        c.dot(STONE, left + x, foot + 20, 13)
    c.box(INK, left + 30, foot - 12, long - 60, 24, 8)
    nose = 210 if first else 0
    c.box(WHITE, left, top, long, 230, 20)
    if first:
        end = left + long
        c.shape(
            WHITE,
            (end - 60, top),
            (end + 40, top + 12),
            (end + nose - 60, top + 110),
            (end + nose, foot - 30),
            (end + nose - 10, foot),
            (end - 60, foot),
        )
        c.shape("#33475a", (end + 30, top + 26), (end + 66, top + 30), (end + 128, top + 112), (end + 30, top + 112))
        c.dot(BUTTER, end + 158, foot - 58, 14)
    c.box(RED, left, foot - 74, long + (nose - 26 if first else 0), 42)
    c.box(mix(WHITE, STONE, 0.4), left + 20, top - 14, long - 60, 18, 8)
    for window in range(6):
        x = left + 42 + window * 96
        c.box("#33475a", x, top + 46, 76, 78, 12)
        c.shape(mix("#33475a", SKY, 0.45), (x + 10, top + 50), (x + 40, top + 50), (x + 12, top + 110))
        if window % 2 == 0:
            c.dot("#d9a577", x + 46, top + 88, 15)
            c.box(c.chance.choice((BUTTER, CORAL, LEAF)), x + 28, top + 102, 36, 22, 9)
    for x in (left + 8, left + long - 22):
        c.line(mix(WHITE, STONE, 0.6), 4, (x + 6, top + 30), (x + 6, foot - 6))


def health_centre(c: Canvas) -> None:
    """A low health centre between birches, with its lamps on in the morning."""
    c.sky("#a6cfd8", "#fdf0da", 640)
    c.glow("#fff3d0", 260, 330, 400, 0.8)
    cloud(c, 1140, 150, 130)
    c.wave("#a7c2b1", 480, 36, 1.3, 1)
    forest(c, 610, 130, "#5b8f7d", 44)
    c.box(SPROUT, 0, 600, 1500, 400)
    c.shape("#e6d6bb", (640, 690), (860, 690), (1180, 1000), (420, 1000))
    c.box(mix(INK, WOOD, 0.3), 210, 370, 1080, 40, 4)
    c.box("#f3e2c5", 240, 410, 1020, 280)
    c.box(mix("#f3e2c5", INK, 0.1), 240, 410, 1020, 26)
    c.box(WOOD, 590, 330, 320, 360)
    for x in range(600, 910, 20):
        c.line(mix(WOOD, INK, 0.16), 3, (x, 334), (x, 690))
    c.box(mix(INK, WOOD, 0.3), 574, 306, 352, 30, 4)
    for x in (290, 440, 950, 1100):
        c.box(WHITE, x - 7, 467, 124, 134)
        c.box("#ffdf9a", x, 474, 110, 120)
        c.line(WHITE, 6, (x + 55, 474), (x + 55, 594))
        c.box(LEAF, x + 8, 560, 36, 34, 12)
    c.box(WHITE, 656, 504, 188, 186, 4)
    c.box("#7fb3bd", 666, 514, 80, 176)
    c.box("#7fb3bd", 754, 514, 80, 176)
    c.box(mix(INK, WOOD, 0.3), 620, 470, 260, 22, 6)
    _heart(c, 750, 408, 44, RED)
    for x, foot, size in ((110, 720, 420), (1370, 730, 450), (210, 770, 300), (1290, 780, 280)):
        _birch(c, x, foot, size)
    person(c, 600, 850, 200, LAKE)
    c.line(INK, 6, (640, 745), (690, 765))
    c.slice(PLUM, 720, 772, 52, 0, 200)
    for x in (690, 752):
        c.ring(INK, x, 836, 18, 6)
    person(c, 930, 800, 185, CORAL)
    person(c, 985, 805, 178, BUTTER)
    for x in range(20, 1500, 52):
        if not 380 < x < 1200:
            c.dot(mix(LEAF, MOSS, c.chance.random()), x, 985, 44, 36)


def _heart(c: Canvas, x: float, y: float, size: float, colour: str) -> None:
    for side in (-1, 1):
        c.dot(colour, x + side * size * 0.46, y - size * 0.22, size * 0.52)
    c.shape(colour, (x - size * 0.92, y), (x + size * 0.92, y), (x, y + size))


def _birch(c: Canvas, x: float, foot: float, size: float) -> None:
    c.line(CREAM, size * 0.055, (x, foot), (x + 6, foot - size * 0.8))
    for mark in range(5):
        y = foot - size * (0.1 + mark * 0.12)
        c.box(INK, x - size * 0.022, y, size * 0.03, 5, 2)
    for dx, dy, reach in ((-0.14, 0.66, 0.17), (0.15, 0.72, 0.18), (0, 0.9, 0.2), (-0.08, 0.78, 0.17)):
        c.dot(
            mix(SPROUT, LEAF, 0.35 + c.chance.random() * 0.3),
            x + size * dx,
            foot - size * dy,
            size * reach,
            size * reach * 1.15,
        )


SCENES = {
    "train": train,
    "health-centre": health_centre,
}
