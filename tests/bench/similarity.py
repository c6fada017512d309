"""SSIM: how alike two pictures look, 1 for the same (Wang, Bovik, Sheikh and Simoncelli, 2004).

Over luminance, in windows of 8 × 8 pixels every 4 pixels, each pixel of a window counting the same, with the paper's
constants. Plain Pillow: the mean over a window is a reduction by 8.
"""

from PIL import Image, ImageMath

WINDOW, STEP = 8, 4
C1, C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2


def ssim(first: Image.Image, second: Image.Image) -> float:
    """The mean over all windows; both pictures are of the same size and at least 12 pixels a side."""
    pair = [image.convert("L").convert("F") for image in (first, second)]
    starts = [(x, y) for x in range(0, WINDOW, STEP) for y in range(0, WINDOW, STEP)]
    return sum(_mean(_windows(*(_from(image, *start) for image in pair))) for start in starts) / len(starts)


def _from(image: Image.Image, left: int, top: int) -> Image.Image:
    """From there on, as far as whole windows reach."""
    wide, high = ((side - start) // WINDOW * WINDOW for side, start in zip(image.size, (left, top), strict=True))
    return image.crop((left, top, left + wide, top + high))


def _windows(x: Image.Image, y: Image.Image) -> Image.Image:
    """The similarity of each window."""
    product = ImageMath.lambda_eval
    sums = {
        "x": x,
        "y": y,
        "xx": product(lambda v: v["x"] * v["x"], x=x),
        "yy": product(lambda v: v["y"] * v["y"], y=y),
        "xy": product(lambda v: v["x"] * v["y"], x=x, y=y),
    }
    return product(_similarity, **{name: image.reduce(WINDOW) for name, image in sums.items()})


def _similarity(m: dict) -> object:
    both = m["x"] * m["y"]
    squares = m["x"] * m["x"] + m["y"] * m["y"]
    return ((both * 2 + C1) * ((m["xy"] - both) * 2 + C2)) / ((squares + C1) * (m["xx"] + m["yy"] - squares + C2))


def _mean(image: Image.Image) -> float:
    mean = image.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
    assert isinstance(mean, float)
    return mean
