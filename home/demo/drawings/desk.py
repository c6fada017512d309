"""Scenes of reading: the lamp and the newspaper."""

from home.demo.drawings.canvas import (
    BARK,
    BUTTER,
    COATS,
    CORAL,
    CREAM,
    INK,
    LAKE,
    LEAF,
    MIST,
    MOSS,
    NIGHT,
    RED,
    SAND,
    SKY,
    STONE,
    WHITE,
    WOOD,
    Canvas,
    mix,
)


def reading_lamp(c: Canvas) -> None:
    """A reading lamp over an open book, late in the evening."""
    wall = "#27365a"
    c.sky(NIGHT, wall, 740)
    c.box(mix(WHITE, wall, 0.6), 110, 90, 420, 470, 4)
    c.box("#18223c", 128, 108, 384, 434)
    c.dot("#f7ecc9", 400, 210, 54)
    c.dot("#18223c", 378, 196, 48)
    for _ in range(24):
        c.dot(CREAM, c.chance.uniform(140, 500), c.chance.uniform(120, 400), c.chance.uniform(1.5, 3.5))
    for left, high in ((128, 90), (210, 140), (300, 70), (380, 120)):
        c.box("#111a2f", left, 542 - high, 100, high)
        c.box(BUTTER, left + 30, 542 - high + 26, 14, 18)
    c.line(mix(WHITE, wall, 0.6), 12, (320, 108), (320, 542))
    c.box(mix(WOOD, wall, 0.45), 1060, 130, 400, 16, 3)
    c.box(mix(WOOD, wall, 0.45), 1060, 330, 400, 16, 3)
    for shelf in (130, 330):
        x = 1080.0
        while x < 1420:
            wide, high = c.chance.uniform(20, 40), c.chance.uniform(90, 150)
            c.box(mix(c.chance.choice(COATS), wall, 0.4), x, shelf - high, wide, high, 3)
            x += wide + 4
    c.glow("#ffdf9c", 800, 640, 560, 0.85)
    c.shape("#f9dfa6", (760, 360), (905, 420), (1180, 740), (430, 740))
    c.box("#8a5a3c", 0, 735, 1500, 265)
    c.box(mix("#8a5a3c", WHITE, 0.18), 0, 735, 1500, 16)
    c.dot("#d8a566", 800, 830, 480, 96)
    c.dot("#eec283", 800, 826, 360, 66)
    c.dot(INK, 1150, 800, 130, 30)
    c.line(INK, 18, (1150, 790), (1210, 520), (960, 300))
    c.dot(STONE, 1210, 520, 18)
    c.shape(RED, (985, 270), (930, 240), (730, 340), (905, 450), (1000, 330))
    c.shape(mix(RED, INK, 0.25), (985, 270), (905, 450), (1000, 330))
    c.dot("#fff4cf", 812, 392, 62, 30)
    c.shape(mix(SAND, INK, 0.3), (520, 872), (800, 858), (1080, 872), (1080, 892), (800, 880), (520, 892))
    c.shape(WHITE, (540, 868), (590, 780), (770, 770), (800, 790), (800, 872))
    c.shape(CREAM, (1060, 868), (1010, 780), (830, 770), (800, 790), (800, 872))
    for row in range(5):
        y = 792 + row * 14
        c.line(STONE, 3, (606 - row * 8, y + 2), (774, y + 4))
        c.line(STONE, 3, (826, y + 4), (994 + row * 8, y + 2))
    c.box(LAKE, 330, 770, 92, 96, 16)
    c.ring(LAKE, 428, 812, 30, 11)
    c.dot(BARK, 376, 772, 44, 11)
    for number, colour in enumerate((RED, LEAF, BUTTER)):
        c.box(colour, 90 + number * 10, 848 - number * 34, 190, 32, 4)
        c.box(CREAM, 268 + number * 10, 853 - number * 34, 14, 22)


def newspaper(c: Canvas) -> None:
    """A newspaper, a cup of coffee and a cinnamon bun, seen from above."""
    table = "#c58d5c"
    c.sky(mix(table, WHITE, 0.14), table, 1000)
    for row in range(7):
        y = row * 150 + 20
        c.line(mix(table, BARK, 0.3), 4, (0, y), (1500, y + 6))
        for _ in range(3):
            x = c.chance.uniform(0, 1300)
            c.line(mix(table, BARK, 0.15), 4, (x, y + 60), (x + 170, y + 66))
    c.shape(mix(table, INK, 0.35), (330, 150), (1060, 90), (1130, 900), (410, 960))
    c.shape(WHITE, (310, 130), (1040, 70), (1110, 880), (390, 940))
    c.shape(mix(WHITE, STONE, 0.18), (675, 100), (690, 99), (765, 908), (750, 909))

    def on_paper(fill: str, u: float, v: float, wide: float, high: float) -> None:
        """A box in the paper's own, slightly turned, measure: 0–1 each way."""
        corners = [(u, v), (u + wide, v), (u + wide, v + high), (u, v + high)]
        c.shape(fill, *((310 + a * 730 + b * 80, 130 - a * 60 + b * 810) for a, b in corners))

    on_paper(RED, 0.05, 0.05, 0.42, 0.075)
    on_paper(LAKE, 0.05, 0.16, 0.42, 0.27)
    on_paper(SKY, 0.05, 0.16, 0.42, 0.14)
    on_paper(LEAF, 0.05, 0.36, 0.42, 0.07)
    on_paper(BUTTER, 0.33, 0.19, 0.06, 0.055)
    on_paper(CORAL, 0.57, 0.58, 0.38, 0.2)
    on_paper(CREAM, 0.66, 0.62, 0.2, 0.12)
    for row in range(17):
        on_paper(mix(STONE, WHITE, 0.35), 0.05, 0.47 + row * 0.029, 0.19, 0.011)
        on_paper(mix(STONE, WHITE, 0.35), 0.28, 0.47 + row * 0.029, 0.19 if row % 5 else 0.12, 0.011)
    on_paper(INK, 0.57, 0.06, 0.34, 0.034)
    on_paper(INK, 0.57, 0.115, 0.25, 0.034)
    for row in range(13):
        on_paper(mix(STONE, WHITE, 0.35), 0.57, 0.18 + row * 0.029, 0.17, 0.011)
        on_paper(mix(STONE, WHITE, 0.35), 0.78, 0.18 + row * 0.029, 0.17 if row % 4 else 0.1, 0.011)
    for row in range(5):
        on_paper(mix(STONE, WHITE, 0.35), 0.57, 0.82 + row * 0.029, 0.38, 0.011)
    c.dot(mix(table, INK, 0.3), 1275, 345, 178)
    c.dot(CREAM, 1260, 325, 178)
    c.ring(mix(CREAM, STONE, 0.25), 1260, 325, 142, 5)
    c.line(RED, 30, (1355, 240), (1420, 180))
    c.dot(RED, 1260, 325, 116)
    c.dot(mix(RED, WHITE, 0.5), 1260, 325, 104)
    c.dot("#5a3726", 1260, 325, 96)
    c.dot("#7d5137", 1240, 305, 46, 34)
    c.dot(mix(table, INK, 0.3), 1272, 760, 172)
    c.dot(MIST, 1256, 742, 172)
    c.ring(LAKE, 1256, 742, 158, 5)
    for radius, colour in (
        (118, "#9a5f34"),
        (108, "#c98a4b"),
        (88, "#8a5330"),
        (78, "#d49a58"),
        (58, "#8a5330"),
        (49, "#c98a4b"),
        (29, "#8a5330"),
        (21, "#d49a58"),
    ):
        c.dot(colour, 1256, 742, radius)
    for x, y in [p for reach in (40, 70, 100) for p in c.around(1256, 742, reach, reach // 7)]:
        c.dot(WHITE, x + c.chance.uniform(-8, 8), y + c.chance.uniform(-8, 8), 4.5)
    for x in (95, 235):
        c.dot(mix(table, WHITE, 0.3), x, 790, 58, 52)
        c.ring(INK, x, 790, 60, 9)
    c.line(INK, 9, (152, 782), (178, 782))
    c.line(INK, 9, (40, 770), (20, 610))
    c.line(INK, 9, (292, 770), (300, 620))
    c.line(LEAF, 8, (90, 430), (240, 190))
    for step in range(5):
        x, y = 106 + step * 30, 400 - step * 48
        c.dot(MOSS, x - 32, y - 8, 28, 13)
        c.dot(LEAF, x + 36, y + 2, 28, 13)


SCENES = {
    "reading-lamp": reading_lamp,
    "newspaper": newspaper,
}
