"""How wide the rungs of a ladder are."""

# Below the top rung, which is the original's own width, or the last of these if the original is wider.
WIDTHS = (320, 480, 640, 960, 1280, 1920)
# Those that are made with the upload.
QUICK = (320, 640, 1280)
# A fixed rung that is wider than this share of the top one would be nearly the same file once more.
CLOSE_TO_TOP = 0.9


def rungs(width: int, fixed: tuple[int, ...] = WIDTHS) -> list[int]:
    """The rungs of something that wide, narrowest first; never wider than it is, and at least one."""
    top = min(width, fixed[-1])
    return [rung for rung in fixed if rung <= top * CLOSE_TO_TOP] + [top]


def quick_rungs(width: int) -> list[int]:
    """Those that are made with the upload; the top one is left for later where it takes long."""
    return [rung for rung in rungs(width) if rung in QUICK or rung == width <= QUICK[-1]]
