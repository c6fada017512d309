"""Marks: each site's logo, for a light and for a dark ground, and its icon for the browser's tab.

All are the same twig (Grenverk: a work of branches) in the site's colours; how it branches tells them apart.
"""

from home.demo.drawings.canvas import Canvas

# Where the leaves sit: (along the twig from its foot, side, size).
TWIGS = {
    "riks": [(0.4, -1, 0.8), (0.4, 1, 0.8), (0.68, -1, 1.0), (0.68, 1, 1.0), (1.0, 0, 1.05)],
    "varmland": [(0.36, 1, 0.8), (0.58, -1, 1.0), (0.78, 1, 0.9), (1.0, 0, 1.0)],
    "stockholm": [(0.42, -1, 0.85), (0.42, 1, 0.85), (0.72, -1, 1.05), (1.0, 0, 1.05)],
    "vantor": [(0.5, -1, 1.0), (0.68, 1, 1.15), (1.0, 0, 1.1)],
    "karlstad": [(0.46, 1, 1.1), (0.7, -1, 1.05), (1.0, 0, 1.1)],
    "arvika": [(0.62, -1, 1.1), (0.62, 1, 1.1), (1.0, 0, 1.05)],
    "kristinehamn": [(0.5, -1, 1.15), (0.5, 1, 1.15), (1.0, 0, 0.95)],
    "skarpnack": [(0.4, 1, 0.9), (0.64, -1, 1.2), (1.0, 0, 1.1)],
    "sodermalm": [(0.56, -1, 1.2), (0.8, 1, 0.9), (1.0, 0, 1.1)],
    "hagersten": [(0.4, -1, 1.05), (0.8, 1, 1.05), (1.0, 0, 1.05)],
}


def logo(site: str, twig: str, leaf: str) -> bytes:
    """The twig on transparent ground."""
    c = Canvas(1, board=(400, 400), width=400)
    _twig(c, site, twig, leaf, 200, 380, 330)
    return c.png()


def icon(site: str, ground: str, twig: str) -> bytes:
    """The twig on a coloured, rounded square."""
    c = Canvas(1, board=(400, 400), width=192)
    c.box(ground, 0, 0, 400, 400, 84)
    _twig(c, site, twig, twig, 200, 352, 270)
    return c.png()


def _twig(c: Canvas, site: str, twig: str, leaf: str, x: float, foot: float, high: float) -> None:
    c.line(twig, high * 0.075, (x, foot), (x, foot - high * 0.72))
    for along, side, size in TWIGS[site]:
        y, reach = foot - high * along, high * 0.36 * size
        if side:
            tip = (x + side * reach * 1.05, y - reach * 0.62)
            _leaf(c, leaf, (x, y + reach * 0.24), tip, reach * 0.34)
        else:
            _leaf(c, leaf, (x, y + reach), (x, y), reach * 0.38)


def _leaf(c: Canvas, colour: str, foot: tuple[float, float], tip: tuple[float, float], wide: float) -> None:
    """A leaf between two points: two bows that meet in the tip."""
    across = (tip[1] - foot[1], foot[0] - tip[0])
    length = (across[0] ** 2 + across[1] ** 2) ** 0.5
    edges: list[list[tuple[float, float]]] = [[], []]
    for step in range(13):
        t = step / 12
        bow = 4 * t * (1 - t) * (1.25 - 0.5 * t) * wide / length
        x, y = foot[0] + (tip[0] - foot[0]) * t, foot[1] + (tip[1] - foot[1]) * t
        for edge, side in zip(edges, (1, -1), strict=True):
            edge.append((x + side * across[0] * bow, y + side * across[1] * bow))
    c.shape(colour, *edges[0], *reversed(edges[1]))
