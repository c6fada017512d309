"""Scenes of people together: the march, the meeting, the vote."""

from home.demo.drawings.canvas import (
    BARK,
    BRICK,
    BUTTER,
    COATS,
    CORAL,
    CREAM,
    INK,
    LAKE,
    LEAF,
    MIST,
    NIGHT,
    PLUM,
    RED,
    ROSE,
    SKIN,
    SPROUT,
    STONE,
    WHITE,
    WOOD,
    Canvas,
    mix,
)
from home.demo.drawings.things import bust, cloud, flag, house, person, tree

HAIR = (INK, BARK, "#c98d3f", "#8a8f98", "#3a2b26", "#d9b36a")


def march(c: Canvas) -> None:
    """The First of May: flags and banners between the houses, and new leaves on the trees."""
    c.sky("#86c2d8", "#fdf1d9", 700)
    cloud(c, 330, 130, 110)
    cloud(c, 1120, 170, 130)
    x = -30.0
    for columns, floors, wall in (
        (4, 5, "#e3b878"),
        (5, 4, "#d98f6d"),
        (6, 5, "#efd9ad"),
        (4, 4, "#c97a5e"),
        (6, 5, "#e9c88d"),
    ):
        x = house(c, x, 690, columns, floors, mix(wall, MIST, 0.25), mix(BRICK, STONE, 0.3), lit=0.1) + 8
    for x, size in ((70, 280), (1420, 300), (500, 210), (1010, 220)):
        tree(c, x, 700, size, mix(SPROUT, LEAF, 0.45))
    c.box("#b9b4ad", 0, 690, 1500, 310)
    for row in range(4):
        foot, size = 745 + row * 70, 150 + row * 42
        count = 19 - row * 3
        for flag_number in range(5 - row):
            place = (flag_number + 0.5) / (5 - row) * 1500 + c.chance.uniform(-90, 90)
            if row < 3:
                flag(c, place, foot - size * 0.5, size * 1.55, RED if c.chance.random() < 0.8 else PLUM, 96 + row * 22)
        if row == 1:
            _banner(c, 430, 500, 640, 130, RED, CREAM)
        for number in range(count):
            x = (number + 0.5) / count * 1580 - 40 + c.chance.uniform(-18, 18)
            person(c, x, foot + c.chance.uniform(-12, 12), size * c.chance.uniform(0.92, 1.06))
    _banner(c, 90, 640, 470, 150, WHITE, RED)
    for x in (120, 530):
        person(c, x, 1010, 320, LAKE)
    for x, coat in ((1010, LEAF), (1200, RED), (1390, BUTTER)):
        person(c, x, 1030, 330, coat)
    flag(c, 1120, 900, 480, RED, 190)


def _banner(c: Canvas, left: float, top: float, wide: float, high: float, cloth: str, mark: str) -> None:
    """A banner on two poles; wavy lines stand for its words."""
    for x in (left, left + wide):
        c.line(WOOD, 10, (x, top - 24), (x, top + high + 190))
    c.shape(
        cloth,
        (left, top),
        (left + wide / 2, top + 14),
        (left + wide, top),
        (left + wide, top + high),
        (left + wide / 2, top + high + 14),
        (left, top + high),
    )
    for row in range(2):
        y, inset = top + high * (0.38 + row * 0.32), wide * (0.12 + row * 0.1)
        c.line(mark, high * 0.13, (left + inset, y), (left + wide / 2, y + 13), (left + wide - inset, y))


def meeting(c: Canvas) -> None:
    """A members' meeting around a long table under warm lamps."""
    wall = "#e9c9a0"
    c.sky(mix(wall, WHITE, 0.2), wall, 700)
    c.box("#b98a5e", 0, 640, 1500, 360)
    c.box(mix("#b98a5e", INK, 0.25), 0, 636, 1500, 14)
    for left in (110, 560, 1010):
        c.box(WHITE, left - 14, 96, 388, 350, 4)
        c.box("#3e5478", left, 110, 360, 322)
        c.shape(
            mix("#3e5478", PLUM, 0.6),
            (left, 432),
            (left, 340),
            (left + 120, 300),
            (left + 240, 350),
            (left + 360, 310),
            (left + 360, 432),
        )
        for _ in range(9):
            c.box(BUTTER, left + c.chance.uniform(10, 340), 360 + c.chance.uniform(0, 55), 10, 12)
        c.line(WHITE, 9, (left + 180, 110), (left + 180, 432))
    for x in (330, 750, 1170):
        c.line(INK, 4, (x, 0), (x, 150))
        c.glow("#fff0c2", x, 240, 260, 0.55)
        c.shape(RED, (x - 26, 150), (x + 26, 150), (x + 84, 226), (x - 84, 226))
        c.dot("#fff6d6", x, 228, 34, 15)
    for number in range(7):
        _seated(c, 170 + number * 194, 560, 1.0)
    c.shape("#d8a774", (60, 700), (1440, 700), (1560, 860), (-60, 860))
    c.box(mix("#d8a774", INK, 0.25), -60, 858, 1620, 26)
    for number in range(9):
        x = 150 + number * 150
        c.shape(WHITE, (x, 762), (x + 58, 762), (x + 52, 724), (x + 8, 724))
        c.line(STONE, 3, (x + 14, 736), (x + 44, 736))
        c.line(STONE, 3, (x + 12, 748), (x + 38, 748))
        if number % 2:
            c.dot(WHITE, x + 98, 772, 22, 9)
            c.box(LAKE, x + 84, 736, 28, 36, 8)
    c.dot(LEAF, 750, 716, 60, 26)
    c.dot(RED, 726, 700, 18)
    c.dot(BUTTER, 764, 694, 18)
    c.dot(CORAL, 792, 708, 16)
    for number in range(5):
        bust(c, 150 + number * 300, 850, 74, COATS[(number * 3 + 1) % 10], HAIR[number % 6])


def _seated(c: Canvas, x: float, head: float, size: float) -> None:
    """Somebody on the far side of the table, facing us."""
    coat, skin, hair = c.chance.choice(COATS), c.chance.choice(SKIN), c.chance.choice(HAIR)
    s = size
    c.box(coat, x - 66 * s, head + 44 * s, 132 * s, 130 * s, 52 * s)
    c.box(skin, x - 13 * s, head + 24 * s, 26 * s, 34 * s, 10 * s)
    c.dot(hair, x, head - 8 * s, 45 * s, 48 * s)
    c.dot(skin, x, head + 4 * s, 36 * s, 41 * s)
    c.slice(hair, x, head - 4 * s, 40 * s, 185, 355)
    for side in (-1, 1):
        c.dot(INK, x + side * 13 * s, head + 6 * s, 3.6 * s)
    c.pen.arc(
        c._at([(x - 13 * s, head + 8 * s), (x + 13 * s, head + 28 * s)]),
        20,
        160,
        fill=mix(skin, BRICK, 0.7),
        width=round(4 * s * c.scale),
    )


def vote(c: Canvas, wall: str = "#2f6a6f", card: str = BUTTER) -> None:
    """A hall full of delegates, cards in the air."""
    c.sky(mix(wall, NIGHT, 0.55), wall, 620)
    c.box(mix(wall, NIGHT, 0.6), 0, 618, 1500, 382)
    for x in (240, 750, 1260):
        c.shape(mix(wall, CREAM, 0.14), (x - 16, 0), (x + 16, 0), (x + 240, 620), (x - 240, 620))
    c.box(mix(wall, CREAM, 0.22), 390, 120, 720, 330, 10)
    for number, colour in enumerate((CORAL, BUTTER, ROSE, CREAM, CORAL)):
        c.slice(colour, 750, 450, 300 - number * 58, 180, 360)
    c.box(mix(WOOD, INK, 0.35), 180, 520, 1140, 90, 6)
    c.box(mix(WOOD, INK, 0.55), 180, 600, 1140, 30)
    for x in (520, 650, 860, 985):
        _seated(c, x, 396, 0.72)
    c.box(WOOD, 490, 482, 520, 56, 6)
    c.box(RED, 1120, 430, 110, 140, 8)
    person(c, 1175, 560, 250, CREAM, walking=False)
    c.box(RED, 1115, 438, 120, 130, 8)
    for x in (230, 300):
        c.dot(LEAF, x, 470, 40, 62)
        c.box(BRICK, x - 26, 510, 52, 44, 6)
    for row in range(4):
        size = 34 + row * 13
        y = 640 + row * 92
        count = 13 - row * 2
        for number in range(count):
            x = (number + 0.5 + (row % 2) * 0.4) / count * 1500
            coat, hair = c.chance.choice(COATS), c.chance.choice(HAIR)
            if c.chance.random() < 0.68:
                reach = c.chance.uniform(2.6, 3.3) * size
                hand = (x + size * 1.2, y - reach)
                c.line(coat, size * 0.5, (x + size * 0.9, y + size), hand)
                c.dot(c.chance.choice(SKIN), *hand, size * 0.3)
                tilt = c.chance.uniform(-0.2, 0.2) * size
                wide, high = size * 0.62, size * 1.25
                c.shape(
                    card,
                    (hand[0] - wide, hand[1] - high + tilt),
                    (hand[0] + wide, hand[1] - high - tilt),
                    (hand[0] + wide, hand[1] - tilt),
                    (hand[0] - wide, hand[1] + tilt),
                )
            bust(c, x, y, size, coat, hair)


def congress(c: Canvas) -> None:
    """The same on a larger stage, in red."""
    vote(c, "#8a2f3b", CREAM)


SCENES = {
    "march": march,
    "meeting": meeting,
    "vote": vote,
    "congress": congress,
}
