"""Scenes from the city: the square, the courtyard, the market, the bicycle, the building site."""

from home.demo.drawings.canvas import (
    BARK,
    BRICK,
    BUTTER,
    CORAL,
    CREAM,
    INK,
    LAKE,
    LEAF,
    MOSS,
    PLUM,
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
from home.demo.drawings.things import bunting, cloud, house, lamp_post, person, tree, windows


def square(c: Canvas) -> None:
    """Three-storey houses around a square in the morning sun."""
    c.sky("#8cc6d6", CREAM, 640)
    c.glow("#fff3c9", 1130, 210, 420, 0.9)
    c.dot("#fff6dc", 1130, 210, 78)
    cloud(c, 330, 170, 120)
    cloud(c, 760, 110, 80, mix(WHITE, SKY, 0.3))
    c.wave(mix(MOSS, SKY, 0.45), 480, 40, 1.2, 0.5)
    x = -40.0
    for columns, floors, wall, roof in (
        (5, 3, "#e8c07a", BRICK),
        (4, 4, ROSE, mix(BRICK, INK, 0.25)),
        (6, 3, "#e9d5a8", BRICK),
        (4, 4, "#cf8f6c", mix(INK, BRICK, 0.3)),
        (6, 3, "#efcf8f", BRICK),
    ):
        x = house(c, x, 690, columns, floors, wall, roof) + 6
    c.box("#e7d8c3", 0, 690, 1500, 310)
    for row in range(5):
        y = 700 + row * row * 14 + row * 8
        c.line(mix("#e7d8c3", BARK, 0.12), 2 + row * 0.6, (0, y), (1500, y))
    for spoke in range(-9, 10):
        c.line(mix("#e7d8c3", BARK, 0.08), 2.5, (750 + spoke * 90, 692), (750 + spoke * 290, 1000))
    for x, size in ((90, 250), (470, 200), (1060, 215), (1420, 260)):
        c.dot(mix("#e7d8c3", INK, 0.18), x + 26, 742, size * 0.34, 16)
        tree(c, x, 740, size)
    _stall(c, 600, 800, 250, RED)
    _bench(c, 1120, 850)
    _bench(c, 180, 870)
    for x, foot, size in ((380, 850, 190), (450, 856, 182), (940, 830, 170), (1010, 900, 215), (1330, 890, 205)):
        c.dot(mix("#e7d8c3", INK, 0.2), x + 18, foot, size * 0.22, 9)
        person(c, x, foot, size)
    person(c, 725, 880, 205, LEAF, walking=False)
    lamp_post(c, 330, 760, 230)
    lamp_post(c, 1215, 760, 230)


def _stall(c: Canvas, left: float, foot: float, wide: float, colour: str) -> None:
    """A market stall with a striped awning and crates of fruit."""
    for x in (left + 10, left + wide - 10):
        c.line(WOOD, 9, (x, foot), (x, foot - 190))
    c.box(mix(WOOD, SAND, 0.3), left - 6, foot - 92, wide + 12, 92, 5)
    for crate in range(4):
        x = left + 8 + crate * (wide - 12) / 4
        c.box(WOOD, x, foot - 112, wide / 4 - 12, 26, 3)
        for fruit in range(5):
            c.dot((RED, BUTTER, LEAF, CORAL)[crate], x + 9 + fruit * 9.5, foot - 116, 8)
    stripes = 8
    for stripe in range(stripes):
        x, next_x = left - 22 + (wide + 44) * stripe / stripes, left - 22 + (wide + 44) * (stripe + 1) / stripes
        upper = (left + 20 + (wide - 40) * stripe / stripes, left + 20 + (wide - 40) * (stripe + 1) / stripes)
        fill = colour if stripe % 2 else WHITE
        c.shape(fill, (upper[0], foot - 262), (upper[1], foot - 262), (next_x, foot - 190), (x, foot - 190))
        c.slice(mix(fill, INK, 0.08), (x + next_x) / 2, foot - 191, (next_x - x) / 2, 0, 180)


def _bench(c: Canvas, left: float, foot: float) -> None:
    for x in (left + 16, left + 144):
        c.line(INK, 7, (x, foot), (x, foot - 44))
    for y in (foot - 96, foot - 72, foot - 44):
        c.box(WOOD, left, y, 160, 15, 5)


def courtyard(c: Canvas) -> None:
    """The yard between blocks of flats: balconies, washing on a line, a sandpit and bicycles."""
    c.sky("#a5d3df", "#fbf0d8", 560)
    cloud(c, 760, 110, 90)
    house(c, 520, 560, 9, 4, "#e9d5a8", BRICK)
    for x, size in ((520, 200), (1010, 220)):
        tree(c, x, 590, size, mix(LEAF, SKY, 0.2))
    c.box(SPROUT, 0, 550, 1500, 450)
    c.shape("#e6d3b3", (600, 640), (900, 640), (1130, 1000), (350, 1000))
    for left, wall, inward in ((-40, ROSE, 1), (1090, "#d98f6d", -1)):
        c.box(wall, left, 60, 450, 660)
        c.box(mix(wall, INK, 0.16), left + (430 if inward > 0 else 0), 60, 20, 660)
        windows(c, left + 60, 100, 4, 5, (96, 124), 0.2, WHITE)
        for floor in range(4):
            y, x = 196 + floor * 124, left + 150 + (floor % 2) * 40
            c.box(mix(wall, INK, 0.35), x - 12, y + 50, 190, 10)
            for rail in range(10):
                c.line(INK, 3, (x - 8 + rail * 20, y + 8), (x - 8 + rail * 20, y + 52))
            c.line(INK, 6, (x - 12, y + 6), (x + 176, y + 6))
            for pot in range(3):
                c.dot((RED, CORAL, BUTTER)[(floor + pot) % 3], x + 24 + pot * 56, y - 2, 17, 13)
    line = [(480, 470), (750, 492), (1020, 470)]
    for x in (480, 1020):
        c.line(BARK, 11, (x, 700), (x, 455))
    c.line(INK, 3, *line)
    for number, colour in enumerate((WHITE, RED, LAKE, BUTTER, WHITE, CORAL)):
        x, high = 520 + number * 78, 84 + (number % 3) * 18
        c.shape(colour, (x, 484), (x + 62, 486), (x + 56, 486 + high), (x + 8, 484 + high))
    c.dot(mix(WOOD, INK, 0.2), 740, 850, 216, 70)
    c.dot("#f0dcb0", 740, 842, 196, 58)
    c.shape("#d9bb84", (690, 856), (800, 856), (750, 800))
    c.shape(RED, (850, 862), (894, 862), (886, 826), (858, 826))
    person(c, 610, 858, 120, BUTTER, walking=False)
    person(c, 705, 905, 112, LAKE, walking=False)
    person(c, 1010, 860, 215, PLUM)
    person(c, 1085, 866, 205, LEAF)
    person(c, 420, 840, 205, RED)
    _bench(c, 150, 900)
    for x in (1290, 1370):
        for wheel in (x - 56, x + 56):
            c.ring(INK, wheel, 905, 42, 7)
        c.line(RED if x < 1300 else LAKE, 8, (x - 56, 905), (x - 20, 850), (x + 40, 845), (x + 56, 905))
        c.line(RED if x < 1300 else LAKE, 8, (x - 20, 850), (x, 905), (x + 40, 845))
        c.line(INK, 7, (x + 40, 845), (x + 34, 818), (x + 16, 814))
    for x in range(10, 1500, 48):
        if not 400 < x < 1090:
            c.dot(mix(LEAF, MOSS, c.chance.random()), x, 990, 40, 30)


def market(c: Canvas) -> None:
    """A neighbourhood festival in the evening: stalls, pennants and lit windows."""
    c.sky(PLUM, "#f0a47f", 700)
    c.glow("#ffd9a0", 760, 620, 620, 0.7)
    x = -60.0
    for columns, floors, wall in ((6, 4, "#8a5a6a"), (5, 3, "#a0626a"), (7, 4, "#7f5470"), (8, 3, "#995f6c")):
        x = house(c, x, 690, columns, floors, wall, mix(PLUM, INK, 0.5), lit=0.6) + 4
    c.box("#6c4a63", 0, 690, 1500, 310)
    c.glow("#ffcf8a", 750, 820, 560, 0.5)
    bunting(c, (-20, 250), (760, 300), 70, 11)
    bunting(c, (740, 300), (1520, 230), 80, 11)
    for x in (200, 750, 1300):
        lamp_post(c, x, 750, 300, lit=True)
        c.glow("#ffe2a6", x, 438, 120, 0.6)
    _stall(c, 90, 840, 260, LAKE)
    _stall(c, 600, 820, 280, RED)
    _stall(c, 1130, 845, 260, LEAF)
    for number in range(12):
        foot = 880 + c.chance.uniform(-10, 90)
        person(c, 60 + number * 124 + c.chance.uniform(-30, 30), foot, 150 + (foot - 870) * 0.7)


def bicycle(c: Canvas) -> None:
    """A bicycle against a sunny wall, its basket full of leaflets."""
    wall, ground = "#eec98f", "#d8b78e"
    c.sky(mix(wall, WHITE, 0.25), wall, 760)
    for _ in range(36):
        x, y = c.chance.uniform(0, 1460), c.chance.uniform(20, 700)
        c.box(mix(wall, BRICK, 0.14), x, y, 62, 20, 4)
    c.box(WHITE, 150, 120, 330, 400, 4)
    c.box(LAKE, 172, 142, 286, 356)
    c.shape(mix(LAKE, SKY, 0.5), (172, 142), (330, 142), (172, 380))
    c.line(WHITE, 14, (315, 142), (315, 498))
    c.line(WHITE, 14, (172, 300), (458, 300))
    c.box(BARK, 130, 515, 370, 44, 6)
    for x in range(150, 480, 36):
        c.line(LEAF, 7, (x + 8, 520), (x + c.chance.uniform(-8, 24), 462))
        c.dot(c.chance.choice((RED, CORAL, WHITE)), x + 8, 458, 19)
    c.shape(mix(wall, INK, 0.08), (1010, 0), (1500, 0), (1500, 560), (1290, 760), (860, 760))
    c.box(ground, 0, 750, 1500, 250)
    c.box(mix(ground, INK, 0.2), 0, 750, 1500, 14)
    for x in range(-100, 1500, 250):
        c.line(mix(ground, INK, 0.12), 4, (x + 60, 764), (x - 40, 1000))
    c.dot(mix(ground, INK, 0.25), 900, 888, 400, 22)
    _wheel(c, 660, 725)
    _wheel(c, 1130, 725)
    hub, saddle, head = (865, 735), (800, 500), (1055, 480)
    c.line(RED, 18, (660, 725), hub, (1065, 520), (812, 540), hub)
    c.line(RED, 14, (660, 725), (806, 530))
    c.line(RED, 16, (1130, 725), head)
    c.line(INK, 12, (815, 560), saddle)
    c.line(INK, 12, head, (1040, 430), (985, 415))
    c.box(BARK, 742, 474, 120, 26, 13)
    c.ring(INK, *hub, 42, 9)
    c.line(INK, 10, (865, 735), (900, 795))
    c.box(INK, 880, 790, 46, 12, 5)
    for x, tilt in ((1085, -14), (1120, 6), (1150, 22)):
        c.shape(WHITE, (x, 480), (x + tilt, 380), (x + tilt + 52, 386), (x + 50, 480))
        c.box(RED, x + tilt * 0.7 + 8, 402, 32, 12)
    c.shape(WOOD, (1060, 460), (1225, 460), (1205, 570), (1080, 570))
    for row in range(3):
        c.line(mix(WOOD, INK, 0.3), 5, (1064 + row * 5, 484 + row * 32), (1221 - row * 5, 484 + row * 32))


def _wheel(c: Canvas, x: float, y: float) -> None:
    for point in c.around(x, y, 150, 18):
        c.line(mix(STONE, WHITE, 0.4), 2.5, (x, y), point)
    c.ring(INK, x, y, 160, 15)
    c.ring(STONE, x, y, 144, 5)
    c.dot(INK, x, y, 13)


def building_site(c: Canvas) -> None:
    """New homes on the rise: a crane, a frame of storeys, and the first house with lamps in its windows."""
    c.sky("#f6b98c", "#fdf0d8", 760)
    c.glow("#fff2cc", 420, 420, 430, 0.8)
    c.dot("#fff5d8", 420, 420, 84)
    for x, wide, high in ((0, 160, 200), (150, 120, 300), (290, 180, 170), (1100, 170, 240), (1290, 220, 330)):
        c.box(mix("#f6b98c", PLUM, 0.25), x, 760 - high, wide, high)
    c.box("#c99a6b", 0, 760, 1500, 240)
    c.wave(mix("#c99a6b", BARK, 0.3), 880, 26, 1.3, 1)
    c.box(ROSE, 110, 300, 380, 460)
    c.box(mix(ROSE, INK, 0.16), 452, 300, 38, 460)
    c.box(mix(BRICK, INK, 0.2), 96, 280, 408, 26, 4)
    windows(c, 146, 336, 5, 5, (62, 84), 0.45, WHITE)
    frame = "#b9b3a8"
    for floor in range(5):
        y = 760 - floor * 92
        c.box(mix(frame, WHITE, 0.2), 620, y - 100, 460, 16)
        for column in range(5):
            c.box(mix(frame, INK, 0.12), 626 + column * 109, y - 86, 18, 86)
        if floor < 3:
            for bay in range(4):
                c.box(mix(CORAL, SAND, 0.2), 646 + bay * 109, y - 84, 87, 84)
                c.box(LAKE, 668 + bay * 109, y - 66, 44, 46)
    c.box(BUTTER, 1196, 90, 30, 690)
    for y in range(100, 760, 44):
        c.line(mix(BUTTER, INK, 0.45), 4, (1199, y), (1223, y + 40))
    c.shape(BUTTER, (640, 150), (1420, 150), (1420, 174), (640, 174))
    c.line(mix(BUTTER, INK, 0.4), 5, (1211, 60), (680, 152))
    c.line(mix(BUTTER, INK, 0.4), 5, (1211, 60), (1400, 152))
    c.box(INK, 1350, 172, 66, 60, 4)
    c.box(WHITE, 1180, 176, 62, 62, 6)
    c.line(INK, 4, (800, 174), (800, 262))
    c.box(mix(frame, WHITE, 0.3), 720, 262, 160, 22)
    for x in (560, 700, 1010, 1130):
        person(c, x, 890 + c.chance.uniform(0, 40), 150, BUTTER)
    for x in range(0, 1500, 170):
        c.box(WHITE, x, 930, 150, 18, 4)
        for stripe in range(3):
            c.box(RED, x + 10 + stripe * 52, 930, 26, 18)
        c.line(STONE, 7, (x + 75, 930), (x + 75, 990))


SCENES = {
    "square": square,
    "courtyard": courtyard,
    "market": market,
    "bicycle": bicycle,
    "building-site": building_site,
}
