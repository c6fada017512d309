"""Portraits of people who do not exist, on a square board of 1000 × 1000 units."""

from collections.abc import Callable

from home.demo.drawings.canvas import BRICK, BUTTER, CREAM, INK, LEAF, MIST, PINE, PLUM, RED, SAND, Canvas, mix

BOARD = (1000, 1000)
HAIR_GREY, HAIR_DARK, SKIN_FAIR, SKIN_BROWN = "#a9a6a3", "#2c2220", "#f0c9a4", "#b98257"


def glasses(c: Canvas) -> None:
    """A woman with grey hair in a bun, round glasses and a plum-coloured cardigan."""
    ground(c, MIST, BUTTER)
    c.dot(HAIR_GREY, 500, 205, 105)
    c.dot(mix(HAIR_GREY, INK, 0.12), 500, 430, 232, 262)
    shoulders(c, PLUM, CREAM)
    head(c, SKIN_BROWN)
    c.slice(HAIR_GREY, 500, 378, 210, 180, 360)
    for side in (-1, 1):
        c.shape(HAIR_GREY, *((500 + side * x, y) for x, y in ((211, 370), (150, 370), (186, 452), (206, 470))))
    eyes(c, 424)
    for x in (415, 585):
        c.ring(INK, x, 430, 68, 11)
    c.line(INK, 10, (483, 424), (517, 424))
    for side in (-1, 1):
        c.dot(RED, 500 + side * 196, 520, 15)
    smile(c, SKIN_BROWN)


def beanie(c: Canvas) -> None:
    """Somebody in a red knitted cap and a green jumper, with freckles and dark hair down to the shoulders."""
    ground(c, SAND, BUTTER)
    c.box(HAIR_DARK, 290, 330, 420, 430, 170)
    shoulders(c, PINE, LEAF)
    head(c, SKIN_FAIR)
    c.shape(HAIR_DARK, (300, 380), (352, 332), (378, 470), (330, 640), (296, 620))
    c.shape(HAIR_DARK, (700, 380), (648, 332), (622, 470), (670, 640), (704, 620))
    c.slice(RED, 500, 345, 222, 180, 360)
    c.box(mix(RED, INK, 0.18), 264, 305, 472, 86, 40)
    for number in range(11):
        c.line(RED, 7, (296 + number * 41, 318), (296 + number * 41, 378))
    c.dot(CREAM, 500, 118, 46)
    eyes(c, 470)
    for x, y in ((440, 512), (462, 530), (450, 552), (560, 512), (538, 530), (550, 552)):
        c.dot(mix(SKIN_FAIR, BRICK, 0.45), x, y, 7)
    smile(c, SKIN_FAIR)


def ground(c: Canvas, wall: str, light: str) -> None:
    c.box(wall, 0, 0, 1000, 1000)
    c.glow(light, 720, 240, 560, 0.4)


def shoulders(c: Canvas, cloth: str, collar: str) -> None:
    c.dot(cloth, 500, 1060, 430, 330)
    c.shape(collar, (396, 752), (604, 752), (540, 850), (460, 850))


def head(c: Canvas, skin: str) -> None:
    c.box(mix(skin, INK, 0.14), 432, 600, 136, 200, 60)
    for side in (-1, 1):
        c.dot(mix(skin, INK, 0.08), 500 + side * 196, 470, 34, 48)
    c.dot(skin, 500, 450, 196, 236)


def eyes(c: Canvas, level: float) -> None:
    for x in (415, 585):
        c.dot(INK, x, level, 17, 21)
        c.dot(CREAM, x + 6, level - 8, 6)
        c.line(mix(INK, BRICK, 0.2), 11, (x - 36, level - 62), (x, level - 76), (x + 36, level - 66))


def smile(c: Canvas, skin: str) -> None:
    shade = mix(skin, BRICK, 0.45)
    c.line(shade, 11, (500, 470), (484, 528), (508, 536))
    c.line(mix(RED, INK, 0.25), 14, (436, 596), (466, 622), (500, 631), (534, 622), (564, 596))
    for side in (-1, 1):
        c.dot(mix(skin, RED, 0.16), 500 + side * 112, 545, 34, 25)


SCENES: dict[str, Callable[[Canvas], None]] = {"portrait-glasses": glasses, "portrait-beanie": beanie}
