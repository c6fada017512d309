"""Things that stand in more than one scene: trees, people, houses, clouds."""

from itertools import pairwise

from home.demo.drawings.canvas import (
    BARK,
    BRICK,
    BUTTER,
    COATS,
    CREAM,
    INK,
    LAKE,
    LEAF,
    MOSS,
    PINE,
    RED,
    SKIN,
    STONE,
    WHITE,
    Canvas,
    mix,
)


def tree(c: Canvas, x: float, foot: float, size: float, leaves: str = LEAF, trunk: str = BARK) -> None:
    """A leafy tree, lit from the left."""
    c.line(trunk, size * 0.1, (x, foot), (x, foot - size * 0.7))
    c.dot(mix(leaves, PINE, 0.35), x + size * 0.08, foot - size * 0.8, size * 0.4, size * 0.44)
    c.dot(leaves, x - size * 0.03, foot - size * 0.84, size * 0.36, size * 0.4)
    c.dot(mix(leaves, MOSS, 0.5), x - size * 0.12, foot - size * 0.95, size * 0.17, size * 0.19)


def spruce(c: Canvas, x: float, foot: float, size: float, colour: str = PINE) -> None:
    """A spruce in four tiers."""
    c.box(mix(BARK, colour, 0.4), x - size * 0.03, foot - size * 0.12, size * 0.06, size * 0.12)
    for tier in range(4):
        wide, base = size * (0.26 - tier * 0.05), foot - size * (0.08 + tier * 0.2)
        c.shape(mix(colour, MOSS, tier * 0.05), (x - wide, base), (x + wide, base), (x, base - size * 0.36))


def forest(c: Canvas, foot: float, size: float, colour: str, gap: float) -> None:
    """A row of spruces of different heights from edge to edge."""
    x = -gap
    while x < 1500 + gap:
        spruce(c, x, foot + c.chance.uniform(-6, 14), size * c.chance.uniform(0.7, 1.15), colour)
        x += gap * c.chance.uniform(0.6, 1.2)


def cloud(c: Canvas, x: float, y: float, size: float, colour: str = WHITE) -> None:
    c.box(colour, x - size, y - size * 0.16, size * 2, size * 0.32, size * 0.16)
    c.dot(colour, x - size * 0.3, y - size * 0.15, size * 0.34)
    c.dot(colour, x + size * 0.25, y - size * 0.22, size * 0.42)


def person(c: Canvas, x: float, foot: float, size: float, coat: str = "", walking: bool = True) -> None:
    """Somebody, from their shoes to their hair; `size` is their height."""
    coat = coat or c.chance.choice(COATS)
    skin, hair = c.chance.choice(SKIN), c.chance.choice((INK, BARK, "#c98d3f", "#8a8f98", "#3a2b26"))
    stride = size * (0.09 if walking else 0.04)
    trousers = mix(INK, coat, 0.15)
    for side in (-1, 1):
        c.line(trousers, size * 0.075, (x + side * size * 0.04, foot - size * 0.45), (x + side * stride, foot))
    c.box(coat, x - size * 0.12, foot - size * 0.82, size * 0.24, size * 0.46, size * 0.1)
    arm = mix(coat, INK, 0.18)
    c.line(arm, size * 0.06, (x + size * 0.1, foot - size * 0.74), (x + size * 0.14, foot - size * 0.48))
    c.dot(skin, x, foot - size * 0.9, size * 0.088)
    c.slice(hair, x, foot - size * 0.91, size * 0.1, 180, 360)


def bust(c: Canvas, x: float, y: float, size: float, coat: str, hair: str) -> None:
    """Somebody seen from behind, from the shoulders up; `y` is the middle of the head."""
    c.box(coat, x - size * 1.1, y + size * 0.75, size * 2.2, size * 3, size * 0.9)
    c.dot(SKIN[0] if hair != INK else SKIN[2], x, y + size * 0.5, size * 0.4, size * 0.5)
    c.dot(hair, x, y, size * 0.62, size * 0.7)


def windows(
    c: Canvas, left: float, top: float, columns: int, rows: int, step: tuple[float, float], lit: float, frame: str
) -> None:
    """Windows in rows; `lit` is the share of them with a lamp on."""
    wide, high = step[0] * 0.5, step[1] * 0.55
    for row in range(rows):
        for column in range(columns):
            x, y = left + column * step[0], top + row * step[1]
            c.box(frame, x - 3, y - 3, wide + 6, high + 6, 2)
            glass = BUTTER if c.chance.random() < lit else mix("#52708a", INK, 0.1)
            c.box(glass, x, y, wide, high)
            c.line(frame, 2.5, (x + wide / 2, y), (x + wide / 2, y + high))


def house(
    c: Canvas, left: float, foot: float, columns: int, floors: int, wall: str, roof: str, *, lit: float = 0.2
) -> float:
    """A block of flats with a pitched roof; the x where it ends."""
    wide, high = columns * 56 + 30, floors * 84 + 40
    top = foot - high
    c.box(wall, left, top, wide, high)
    c.box(mix(wall, INK, 0.14), left + wide - 26, top, 26, high)
    c.shape(
        roof, (left - 12, top + 4), (left + 26, top - 62), (left + wide - 26, top - 62), (left + wide + 12, top + 4)
    )
    c.box(mix(roof, INK, 0.3), left + wide * 0.6, top - 92, 30, 46)
    windows(c, left + 28, top + 28, columns, floors, (56, 84), lit, mix(wall, WHITE, 0.6))
    return left + wide


def lamp_post(c: Canvas, x: float, foot: float, high: float, lit: bool = False) -> None:
    c.line(INK, 7, (x, foot), (x, foot - high))
    c.dot(BUTTER if lit else CREAM, x, foot - high - 14, 17)
    c.box(INK, x - 13, foot - high - 4, 26, 8, 3)


def flag(c: Canvas, x: float, foot: float, high: float, colour: str, wide: float = 110) -> None:
    """A flag on a pole, in the wind."""
    top = foot - high
    c.line(mix(BARK, INK, 0.3), 6, (x, foot), (x, top))
    cloth = [(x, top), (x + wide * 0.5, top + 14), (x + wide, top - 4), (x + wide * 0.96, top + wide * 0.6)]
    c.shape(colour, *cloth, (x + wide * 0.48, top + wide * 0.74), (x, top + wide * 0.6))
    fold = mix(colour, INK, 0.2)
    c.shape(
        fold,
        cloth[1],
        (x + wide * 0.62, top + 9),
        (x + wide * 0.58, top + wide * 0.71),
        (x + wide * 0.48, top + wide * 0.74),
    )


def bunting(c: Canvas, start: tuple[float, float], end: tuple[float, float], sag: float, count: int) -> None:
    """A string of pennants between two points."""
    line = []
    for step in range(count + 1):
        t = step / count
        x = start[0] + (end[0] - start[0]) * t
        line.append((x, start[1] + (end[1] - start[1]) * t + sag * 4 * t * (1 - t)))
    c.line(mix(STONE, INK, 0.3), 3, *line)
    for step, ((x, y), (u, v)) in enumerate(pairwise(line)):
        c.shape(COATS[step % 5], (x + 4, y), (u - 4, v), ((x + u) / 2, (y + v) / 2 + 44))


def cottage(c: Canvas, left: float, foot: float, size: float) -> None:
    """A red cottage with white corners and light in its windows."""
    s = size
    c.box(RED, left, foot - 110 * s, 180 * s, 110 * s)
    for x in (left, left + 172 * s):
        c.box(WHITE, x, foot - 110 * s, 9 * s, 110 * s)
    roof = mix(INK, BRICK, 0.25)
    c.shape(
        roof,
        (left - 18 * s, foot - 104 * s),
        (left + 24 * s, foot - 178 * s),
        (left + 160 * s, foot - 178 * s),
        (left + 200 * s, foot - 104 * s),
    )
    c.box(BRICK, left + 120 * s, foot - 212 * s, 26 * s, 46 * s)
    for x in (left + 24 * s, left + 122 * s):
        c.box(WHITE, x - 5 * s, foot - 87 * s, 46 * s, 46 * s)
        c.box(BUTTER, x, foot - 82 * s, 36 * s, 36 * s)
        c.line(WHITE, 4 * s, (x + 18 * s, foot - 82 * s), (x + 18 * s, foot - 46 * s))
    c.box(WHITE, left + 76 * s, foot - 84 * s, 38 * s, 84 * s)
    c.box(LAKE, left + 81 * s, foot - 79 * s, 28 * s, 79 * s)
