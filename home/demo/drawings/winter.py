"""Scenes of the dark half of the year: the ice rink, the bus stop, the library."""

from itertools import pairwise

from home.demo.drawings.canvas import (
    BARK,
    BRICK,
    BUTTER,
    COATS,
    CREAM,
    INK,
    LEAF,
    MIST,
    NIGHT,
    PINE,
    PLUM,
    RED,
    ROSE,
    SAND,
    SKY,
    STONE,
    WHITE,
    WOOD,
    Canvas,
    mix,
)
from home.demo.drawings.things import forest, house, person, tree


def rink(c: Canvas) -> None:
    """A rink with skaters at dusk, under a string of lamps."""
    c.sky("#33406e", "#e9a98c", 560)
    x = -30.0
    for columns, floors, wall in (
        (6, 3, "#7b5f74"),
        (5, 4, "#6c5871"),
        (7, 3, "#84647a"),
        (5, 4, "#6f5d79"),
        (6, 3, PLUM),
    ):
        x = house(c, x, 560, columns, floors, wall, mix(wall, INK, 0.4), lit=0.55) + 4
    forest(c, 590, 120, mix(PINE, NIGHT, 0.5), 64)
    snow, ice = "#dfe6f0", "#b9d3e6"
    c.wave(snow, 590, 8, 1.5)
    c.dot(mix(snow, INK, 0.16), 750, 800, 730, 176)
    c.dot(ice, 750, 794, 712, 166)
    c.dot(mix(ice, WHITE, 0.45), 690, 760, 470, 84)
    for _ in range(46):
        x, y = c.chance.uniform(190, 1310), c.chance.uniform(690, 910)
        c.line(mix(ice, WHITE, 0.7), 2.5, (x, y), (x + c.chance.uniform(30, 110), y + c.chance.uniform(-14, 14)))
    for left in (150, 1250):
        for high in (0, 34, 68):
            c.line(WHITE, 2, (left, 800 - high), (left + 100, 800 - high))
        c.line(RED, 9, (left, 812), (left, 712), (left + 100, 712), (left + 100, 812))
    posts = [(110, 640), (430, 610), (750, 600), (1070, 610), (1390, 640)]
    for (a, b), (d, e) in pairwise(posts):
        steps = [(a + (d - a) * t / 8, b - 250 + (e - b) * t / 8 + 150 * (t / 8) * (1 - t / 8)) for t in range(9)]
        c.line(INK, 2.5, *steps)
        for u, v in steps[1:-1]:
            c.glow("#ffe7a8", u, v + 10, 34, 0.5)
            c.dot("#fff0c0", u, v + 10, 8)
    for a, b in posts:
        c.line(INK, 8, (a, b), (a, b - 250))
    for x, foot, size in (
        (420, 770, 140),
        (560, 860, 190),
        (700, 745, 128),
        (905, 800, 160),
        (990, 812, 118),
        (1130, 880, 200),
    ):
        c.dot(mix(ice, INK, 0.22), x + 10, foot + 2, size * 0.22, 8)
        person(c, x, foot, size)
        c.line(INK, 4, (x - size * 0.16, foot + 4), (x + size * 0.16, foot + 4))
    c.line(WOOD, 7, (640, 800), (690, 862), (724, 862))
    c.dot(INK, 752, 864, 13, 7)
    c.wave(snow, 968, 10, 1.1, 1)


def bus(c: Canvas) -> None:
    """A city bus at a stop with a glass roof, in snow."""
    c.sky("#7f95b5", "#efe3da", 620)
    x = -60.0
    for columns, floors, wall in ((5, 4, ROSE), (6, 3, SAND), (4, 5, "#d9a98a"), (6, 4, "#e6c79b"), (6, 3, ROSE)):
        x = house(c, x, 640, columns, floors, mix(wall, SKY, 0.25), mix(WHITE, STONE, 0.15), lit=0.35) + 5
    c.box("#e3e8ee", 0, 640, 1500, 120)
    c.box("#9aa2ac", 0, 760, 1500, 150)
    c.box("#e9edf2", 0, 905, 1500, 95)
    for x in range(-40, 1500, 190):
        c.box(WHITE, x, 832, 96, 8)
    c.box("#e9edf2", -40, 806, 480, 130, 40)
    for x, size in ((80, 230), (1440, 250)):
        tree(c, x, 690, size, mix(WHITE, STONE, 0.2))
    left, top, long = 470, 470, 830
    c.box(mix(INK, "#9aa2ac", 0.6), left + 10, 800, long, 18, 9)
    c.box(RED, left, top, long, 320, 34)
    c.box(mix(RED, INK, 0.25), left, 742, long, 44, 16)
    c.box(CREAM, left, 690, long, 14)
    c.box(INK, left + 24, top + 12, 360, 46, 8)
    c.box(BUTTER, left + 44, top + 26, 56, 18, 4)
    for pane in range(6):
        if pane not in (1, 4):
            c.box(mix("#4c6480", BUTTER, 0.4), left + 30 + pane * 132, top + 74, 112, 118, 10)
            c.dot(c.chance.choice(COATS), left + 86 + pane * 132, top + 176, 26, 20)
            c.dot("#d9a577", left + 86 + pane * 132, top + 140, 18)
    for door in (1, 4):
        for half in (0, 56):
            c.box(mix("#4c6480", WHITE, 0.3), left + 32 + door * 132 + half, top + 74, 50, 230, 6)
    for wheel in (150, 640):
        c.dot(INK, left + wheel, 790, 56)
        c.dot(STONE, left + wheel, 790, 24)
    c.dot("#fff3c0", left + 18, 726, 15)
    c.box(mix("#cfe3ee", WHITE, 0.3), 110, 500, 300, 330, 4)
    for x in (110, 260, 410):
        c.line(INK, 8, (x, 836), (x, 494))
    c.box(INK, 84, 474, 352, 26, 8)
    c.box(WHITE, 84, 460, 352, 18, 9)
    c.box(WOOD, 140, 772, 130, 14, 4)
    c.line(INK, 8, (452, 900), (452, 560))
    c.dot(RED, 452, 560, 34)
    c.box(WHITE, 436, 552, 32, 16, 3)
    for x, foot, size in ((310, 862, 205), (378, 872, 190), (215, 866, 178)):
        person(c, x, foot, size, walking=False)
    for _ in range(150):
        c.dot(WHITE, c.chance.uniform(0, 1500), c.chance.uniform(0, 960), c.chance.uniform(2.5, 6))


def library(c: Canvas) -> None:
    """A library: tall shelves, an armchair, a large window."""
    wall = "#efe0c6"
    c.box(wall, 0, 0, 1500, 800)
    c.box("#b98257", 0, 800, 1500, 200)
    for y in (830, 872, 928):
        c.line(mix("#b98257", INK, 0.12), 3, (0, y), (1500, y))
    c.box(WHITE, 880, 110, 480, 560, 6)
    c.box(MIST, 900, 130, 440, 520)
    c.dot("#f6e3a6", 1230, 240, 52)
    for x, high in ((900, 150), (1010, 210), (1130, 170), (1240, 230)):
        c.box(mix(BRICK, MIST, 0.5), x, 650 - high, 100, high)
        for row in range(high // 60):
            c.box(BUTTER if c.chance.random() < 0.5 else "#7d93a8", x + 24, 664 - high + row * 56, 20, 26)
            c.box("#7d93a8", x + 58, 664 - high + row * 56, 20, 26)
    for x in (1046, 1194):
        c.line(WHITE, 10, (x, 130), (x, 650))
    c.line(WHITE, 10, (900, 380), (1340, 380))
    c.box(WOOD, 90, 60, 700, 750, 6)
    c.box(mix(WOOD, INK, 0.45), 112, 82, 656, 706)
    for shelf in range(5):
        foot = 212 + shelf * 144
        c.box(mix(WOOD, WHITE, 0.12), 112, foot, 656, 16)
        x = 122.0
        while x < 742:
            wide, high = c.chance.uniform(16, 38), c.chance.uniform(74, 116)
            colour = c.chance.choice(COATS)
            c.box(colour, x, foot - high, wide, high, 3)
            c.box(mix(colour, WHITE, 0.55), x + 3, foot - high * 0.75, wide - 6, 7)
            x += wide + (3 if c.chance.random() < 0.9 else 44)
    c.line(BARK, 14, (660, 850), (560, 150))
    c.line(BARK, 14, (740, 850), (640, 150))
    for step in range(8):
        c.line(BARK, 10, (648 - step * 12, 800 - step * 84), (728 - step * 12, 800 - step * 84))
    c.dot("#c9503f", 1060, 880, 420, 74)
    c.dot("#d9705a", 1060, 876, 340, 54)
    c.glow("#ffe9b0", 1330, 480, 260, 0.7)
    c.line(INK, 10, (1370, 880), (1370, 470))
    c.shape(BUTTER, (1310, 470), (1430, 470), (1400, 380), (1340, 380))
    c.box(LEAF, 980, 560, 260, 220, 46)
    c.box(mix(LEAF, WHITE, 0.14), 1000, 690, 220, 86, 26)
    for x in (950, 1214):
        c.box(mix(LEAF, INK, 0.18), x, 650, 56, 190, 26)
    for x in (974, 1240):
        c.line(BARK, 12, (x, 836), (x, 874))
    c.shape(WHITE, (1060, 690), (1105, 676), (1150, 690), (1150, 650), (1105, 640), (1060, 650))


SCENES = {"rink": rink, "bus": bus, "library": library}
