"""Scenes of the year: the allotment in August, the bonfire on the last night of April."""

from home.demo.drawings.canvas import (
    BARK,
    BUTTER,
    CORAL,
    INK,
    LAKE,
    LEAF,
    MIST,
    MOSS,
    NIGHT,
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
from home.demo.drawings.things import cloud, cottage, forest, person, tree


def allotment(c: Canvas) -> None:
    """An allotment in August: a small red cottage, rows of vegetables, sunflowers and an apple tree."""
    c.sky("#96cbdc", "#f7efd6", 560)
    cloud(c, 420, 140, 120)
    cloud(c, 1180, 190, 80)
    c.wave("#a3c39a", 430, 30, 1.6, 0.2)
    for x in range(-20, 1540, 84):
        tree(c, x, 520, c.chance.uniform(110, 170), mix(LEAF, SKY, 0.3))
    c.box(MOSS, 0, 505, 1500, 495)
    for x in range(0, 1500, 42):
        c.shape(WHITE, (x, 600), (x, 510), (x + 13, 494), (x + 26, 510), (x + 26, 600))
    c.box(mix(WHITE, STONE, 0.3), 0, 530, 1500, 10)
    cottage(c, 180, 640, 1.9)
    tree(c, 1210, 690, 470, LEAF)
    for _ in range(22):
        c.dot(RED, 1210 + c.chance.uniform(-150, 150), 290 + c.chance.uniform(-120, 150), 13)
    soil = "#6e4a35"
    for row in range(4):
        y, inset = 716 + row * 72, 330 - row * 62
        c.shape(soil, (inset + 40, y), (1180 - row * 8, y), (1230 - row * 2, y + 44), (inset, y + 44))
        for x in range(inset + 44, 1190, 50 + row * 6):
            _vegetable(c, x, y + 22, 26 + row * 5, row)
    for x, high in ((620, 250), (680, 300), (745, 265), (800, 220)):
        c.line(LEAF, 8, (x, 690), (x, 690 - high))
        c.dot(LEAF, x + 20, 690 - high * 0.45, 22, 10)
        for px, py in c.around(x, 690 - high, 34, 12):
            c.dot(BUTTER, px, py, 13)
        c.dot(BARK, x, 690 - high, 24)
    person(c, 950, 716, 210, LAKE, walking=False)
    c.shape(BUTTER, (890, 538), (1010, 538), (985, 522), (975, 505), (925, 505), (915, 522))
    c.box(STONE, 1270, 860, 110, 100, 14)
    c.line(STONE, 15, (1375, 930), (1430, 872))
    c.dot(mix(STONE, WHITE, 0.4), 1436, 866, 22)
    c.ring(STONE, 1325, 852, 46, 10)


def _vegetable(c: Canvas, x: float, y: float, size: float, kind: int) -> None:
    """Lettuce, carrot tops, tomatoes or cabbage."""
    if kind == 0:
        c.dot(SPROUT, x, y - size * 0.3, size * 0.72, size * 0.5)
        c.dot(LEAF, x, y - size * 0.1, size * 0.6, size * 0.3)
    elif kind == 1:
        for lean in (-0.6, -0.2, 0.2, 0.6):
            c.line(LEAF, 5, (x, y), (x + size * lean, y - size * 1.3))
        c.dot(CORAL, x, y + 2, size * 0.26, size * 0.18)
    elif kind == 2:
        c.line(WOOD, 5, (x, y + 6), (x, y - size * 2))
        c.dot(LEAF, x, y - size * 0.9, size * 0.55, size * 0.85)
        for dx, dy in ((-0.25, 0.5), (0.28, 0.9), (-0.1, 1.3)):
            c.dot(RED, x + size * dx, y - size * dy, size * 0.2)
    else:
        c.dot(mix(LEAF, LAKE, 0.3), x, y - size * 0.2, size * 0.8, size * 0.6)
        c.dot(mix(SPROUT, MIST, 0.4), x, y - size * 0.34, size * 0.45, size * 0.38)


def bonfire(c: Canvas) -> None:
    """A bonfire on the last night of April, with people around it."""
    c.sky(NIGHT, "#7a4a63", 760)
    for _ in range(110):
        c.dot(
            mix(WHITE, NIGHT, c.chance.uniform(0.1, 0.6)),
            c.chance.uniform(0, 1500),
            c.chance.uniform(0, 420),
            c.chance.uniform(1, 3.4),
        )
    c.wave(mix(NIGHT, PLUM, 0.35), 620, 40, 1.3, 1)
    forest(c, 720, 190, mix(NIGHT, PINE, 0.35), 60)
    c.glow("#ff9a4d", 750, 560, 640, 0.75)
    c.wave("#3a2c40", 745, 16, 0.8, 1.2)
    c.glow("#e0703f", 750, 830, 430, 0.5)
    for left, right in ((560, 930), (600, 980), (930, 560), (880, 520), (680, 820)):
        c.line(mix(BARK, INK, 0.4), 26, (left, 850), ((left + right) / 2, 700))
    for colour, wide, high in (
        ("#c93a2b", 210, 520),
        ("#ea6a35", 165, 420),
        ("#f59d3d", 118, 310),
        ("#fbd568", 72, 200),
        ("#fff3c4", 34, 100),
    ):
        _flame(c, 750, 835, wide, high, colour)
    for _ in range(70):
        x = 750 + c.chance.gauss(0, 130)
        c.dot(c.chance.choice((BUTTER, "#ff9a4d", "#ffe6a3")), x, c.chance.uniform(60, 480), c.chance.uniform(2, 6))
    dark = "#231a2b"
    for x in (60, 150, 235, 330, 1150, 1240, 1330, 1420):
        size = c.chance.uniform(230, 300)
        c.box(dark, x - 38, 985 - size * 0.8, 76, size, 34)
        c.dot(dark, x, 985 - size * 0.92, 34)
        c.line(dark, 26, (x, 985 - size * 0.6), (x + (44 if x < 750 else -44), 985 - size * 0.42))
    for x in (450, 1040):
        c.box(dark, x - 24, 890, 48, 140, 22)
        c.dot(dark, x, 874, 24)
    c.wave(dark, 985, 10, 2)


def _flame(c: Canvas, x: float, foot: float, wide: float, high: float, colour: str) -> None:
    c.dot(colour, x, foot - wide * 0.55, wide, wide * 0.72)
    for dx, share, reach in ((-0.55, 0.62, 0.42), (0, 1.0, 0.5), (0.52, 0.74, 0.44)):
        tip, base = x + wide * dx * 1.25, x + wide * dx
        c.shape(
            colour,
            (base - wide * reach, foot - wide * 0.5),
            (tip + wide * 0.12, foot - high * share),
            (base + wide * reach, foot - wide * 0.5),
        )


SCENES = {
    "allotment": allotment,
    "bonfire": bonfire,
}
