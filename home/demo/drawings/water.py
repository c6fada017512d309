"""Scenes by the water: the river front, the bridge, the forest lake."""

from home.demo.drawings.canvas import (
    BARK,
    BRICK,
    BUTTER,
    COATS,
    CREAM,
    INK,
    LAKE,
    LEAF,
    MIST,
    MOSS,
    PINE,
    RED,
    ROSE,
    SAND,
    SKY,
    SPROUT,
    STONE,
    WHITE,
    WOOD,
    Canvas,
    mix,
)
from home.demo.drawings.things import cloud, cottage, forest, house, person, spruce, tree, windows


def waterfront(c: Canvas) -> None:
    """Old houses and spires along the water at dawn, with their reflections."""
    c.sky("#6fa8bd", "#f8d9b8", 640)
    c.glow("#fff0c4", 450, 560, 520, 0.9)
    c.dot("#fff4d2", 450, 540, 70)
    cloud(c, 1050, 180, 130, mix(WHITE, ROSE, 0.3))
    cloud(c, 700, 110, 70, mix(WHITE, ROSE, 0.2))
    c.wave("#93aeb4", 560, 30, 1.5, 2)
    for x, high in ((300, 330), (870, 400), (1240, 300)):
        _spire(c, x, 640, high)
    quay, left = 660, -20.0
    fronts = []
    for wall in ("#d9895f", "#eec27a", "#c9694f", "#f0dcb4", "#b9574a", "#e6b06a", "#dfa17f", "#f3cf8e", "#c4745a"):
        wide = c.chance.uniform(130, 215)
        fronts.append((left, wide, c.chance.uniform(220, 330), wall))
        left += wide
    for left, wide, high, wall in fronts:
        c.box(wall, left, quay - high, wide, high)
        roof = mix(wall, INK, 0.55)
        c.shape(roof, (left - 4, quay - high), (left + wide / 2, quay - high - 66), (left + wide + 4, quay - high))
        windows(c, left + 20, quay - high + 26, int((wide - 22) // 46), int((high - 40) // 66), (46, 66), 0.25, CREAM)
    c.box(mix(STONE, SAND, 0.3), 0, quay, 1500, 26)
    c.box("#4f8ba0", 0, quay + 26, 1500, 340)
    for left, wide, high, wall in fronts:
        c.box(mix("#4f8ba0", wall, 0.45), left + 6, quay + 26, wide - 12, high * 0.62)
    for _ in range(80):
        x, y = c.chance.uniform(0, 1500), c.chance.uniform(quay + 40, 990)
        c.box(mix("#4f8ba0", SKY, c.chance.uniform(0.1, 0.5)), x, y, c.chance.uniform(40, 150) * (y / 800), 6, 3)
    _boat(c, 980, 850, 1.0, RED)
    _boat(c, 300, 790, 0.62, WHITE)


def _spire(c: Canvas, x: float, foot: float, high: float) -> None:
    wall = mix("#b9574a", "#93aeb4", 0.45)
    c.box(wall, x - 38, foot - high, 76, high)
    copper = mix("#5b9a86", "#93aeb4", 0.3)
    c.shape(
        copper, (x - 46, foot - high), (x + 46, foot - high), (x + 16, foot - high - 90), (x - 16, foot - high - 90)
    )
    c.shape(copper, (x - 12, foot - high - 86), (x + 12, foot - high - 86), (x, foot - high - 210))


def _boat(c: Canvas, x: float, y: float, size: float, colour: str) -> None:
    s = size
    c.box(WHITE, x - 90 * s, y - 86 * s, 190 * s, 66 * s, 10 * s)
    for port in range(4):
        c.box(LAKE, x - 74 * s + port * 44 * s, y - 68 * s, 28 * s, 26 * s, 5 * s)
    c.box(colour, x - 20 * s, y - 134 * s, 44 * s, 50 * s, 4 * s)
    c.shape(
        colour,
        (x - 160 * s, y - 26 * s),
        (x + 180 * s, y - 26 * s),
        (x + 130 * s, y + 30 * s),
        (x - 120 * s, y + 30 * s),
    )
    c.box(mix("#4f8ba0", WHITE, 0.5), x - 170 * s, y + 28 * s, 350 * s, 9 * s, 4 * s)


def bridge(c: Canvas) -> None:
    """A stone bridge with three arches over a calm river."""
    c.sky("#9ccbd3", "#fbeccd", 560)
    cloud(c, 260, 150, 110)
    cloud(c, 1180, 110, 90)
    c.wave(mix(MOSS, MIST, 0.4), 430, 40, 1.4, 1)
    x = 40.0
    for columns, wall in ((4, "#f0dcb4"), (5, "#cf7b5d"), (3, "#e9bf74"), (6, "#f2e5cc"), (4, "#c98d6a")):
        x = house(c, x, 560, columns, 2, wall, mix(BRICK, INK, 0.2)) + 16
    for x, size in ((20, 240), (395, 180), (1020, 190), (1470, 250)):
        tree(c, x, 570, size, MOSS)
    river = "#5f9fae"
    c.box(mix(LEAF, MOSS, 0.4), 0, 550, 1500, 90)
    c.box(river, 0, 620, 1500, 380)
    c.glow("#d8eef0", 750, 720, 520, 0.5)
    stone = "#c9bba6"
    c.shape(stone, (0, 520), (400, 470), (1100, 470), (1500, 520), (1500, 700), (0, 700))
    c.shape(
        mix(stone, WHITE, 0.35),
        (0, 496),
        (400, 446),
        (1100, 446),
        (1500, 496),
        (1500, 524),
        (1100, 474),
        (400, 474),
        (0, 524),
    )
    for _ in range(60):
        c.box(mix(stone, INK, 0.12), c.chance.uniform(0, 1460), c.chance.uniform(530, 680), 44, 14, 5)
    for x in (260, 750, 1240):
        c.dot(mix(stone, INK, 0.35), x, 702, 186, 176)
        c.dot(mix(river, INK, 0.12), x, 702, 168, 160)
    c.box(river, 0, 700, 1500, 300)
    for x in (260, 750, 1240):
        c.slice(mix(river, INK, 0.14), x, 700, 168, 0, 180)
    for _ in range(90):
        x, y = c.chance.uniform(0, 1500), c.chance.uniform(715, 990)
        c.box(mix(river, WHITE, c.chance.uniform(0.1, 0.4)), x, y, c.chance.uniform(40, 150), 5, 3)
    for x, colour in ((330, RED), (560, BUTTER), (640, LAKE), (1010, LEAF)):
        person(c, x, 478, 118, colour)
    for x, y in ((520, 860), (590, 880), (655, 868)):
        c.dot(INK, x, y, 30, 13)
        c.dot(LEAF, x + 26, y - 16, 11)
        c.shape(BUTTER, (x + 34, y - 18), (x + 50, y - 13), (x + 34, y - 10))
    c.wave(mix(LEAF, SPROUT, 0.3), 972, 16, 2, 0.4)
    for x in range(0, 1500, 46):
        c.line(COATS[3], 5, (x, 1000), (x + c.chance.uniform(-14, 14), 930 + c.chance.uniform(-20, 20)))


def lake(c: Canvas) -> None:
    """Evening sun over a forest lake, with a red cottage, a jetty and a canoe."""
    c.sky("#7fb4c4", "#fbdcae", 600)
    c.glow("#fff0c0", 900, 470, 560, 0.95)
    c.dot("#fff6d8", 900, 440, 82)
    cloud(c, 300, 150, 130, mix(WHITE, SAND, 0.3))
    cloud(c, 1290, 210, 90, mix(WHITE, SAND, 0.3))
    c.wave("#9fbcb8", 470, 46, 1.1, 0.3)
    c.wave("#7fa69f", 520, 34, 1.8, 2.2)
    forest(c, 600, 105, "#4f8474", 32)
    forest(c, 622, 130, "#2f6a5a", 40)
    water = "#7fb3bd"
    c.box(water, 0, 612, 1500, 400)
    for step in range(36):
        y = 622 + step * 10.5
        wide = 34 + step * 6 + c.chance.uniform(-14, 24)
        c.box(mix("#fff0c0", water, step / 48), 900 - wide + c.chance.uniform(-14, 14), y, wide * 2, 6, 3)
    for _ in range(50):
        x, y = c.chance.uniform(0, 1500), c.chance.uniform(650, 960)
        c.box(mix(water, WHITE, 0.28), x, y, c.chance.uniform(50, 160), 5, 3)
    c.shape("#3f7d57", (0, 590), (330, 605), (520, 660), (380, 700), (0, 740))
    c.shape("#2f6a4c", (0, 640), (240, 660), (330, 700), (0, 760))
    cottage(c, 150, 640, 1.0)
    for x, size in ((30, 330), (95, 230), (360, 210)):
        spruce(c, x, 655, size, "#1e4a3f")
    c.shape(WOOD, (390, 672), (640, 702), (640, 720), (390, 692))
    for x in (430, 520, 610):
        c.line(BARK, 9, (x, 690 + (x - 430) * 0.12), (x, 745))
    c.shape(RED, (985, 805), (1345, 805), (1290, 846), (1040, 846))
    c.shape(mix(RED, INK, 0.25), (985, 805), (955, 786), (1345, 805))
    c.shape(RED, (985, 805), (950, 778), (1040, 846))
    c.shape(RED, (1345, 805), (1382, 778), (1290, 846))
    for x, colour in ((1100, BUTTER), (1235, LAKE)):
        c.box(colour, x - 28, 732, 56, 76, 22)
        c.dot("#f0c9a4", x, 712, 24)
        c.slice(BARK, x, 708, 26, 180, 360)
    c.line(WOOD, 8, (1065, 740), (1010, 862))
    c.box(mix(water, INK, 0.15), 1020, 848, 290, 10, 5)
    c.wave(PINE, 985, 22, 1.2, 1.4)
    for x, size in ((1420, 520), (1340, 340), (1490, 430), (-10, 380)):
        spruce(c, x, 1000, size, mix(PINE, INK, 0.25))


SCENES = {
    "waterfront": waterfront,
    "bridge": bridge,
    "lake": lake,
}
