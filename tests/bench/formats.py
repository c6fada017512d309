"""Bytes per picture and format at equal quality, and at the qualities that the ladder is encoded with.

Quality is judged by SSIM against the pixels that went into the encoder. The yardstick is the ladder's own JPEG: of the
others, the lowest quality is searched that looks at least as much like the picture.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from statistics import median

from PIL import Image

from cms.media.encode import ENCODER, REDUCING_GAP
from cms.media.picture import read, scaled
from home.demo.drawings import draw
from tests.bench import photos
from tests.bench.similarity import ssim
from tests.media.pictures import encoded

WIDTH = 1280
SCENES = ("square", "march", "lake", "library")
OTHERS = ("webp", "avif")


def run(paths: list[str]) -> None:
    """The tables; `paths` are photos of your own, in addition."""
    equal: dict[str, list[int]] = {name: [] for name in OTHERS}
    lines, settings = [], []
    for name, original in _pictures(paths):
        picture = read(BytesIO(original))
        size = scaled((picture.width, picture.height), min(picture.width, WIDTH))
        pixels = picture.pixels.convert("RGB").resize(size, Image.Resampling.LANCZOS, reducing_gap=REDUCING_GAP)
        jpeg, target = _tried(pixels, "jpeg", ENCODER["jpeg"]["quality"])
        row = f"| {name} | {_kilo(original)} | {target:.3f} | {_kilo(jpeg)} "
        mine = f"| {name} | {_kilo(jpeg)}, {target:.3f} "
        for other in OTHERS:
            quality = _matching(pixels, other, target)
            content, reached = _tried(pixels, other, quality)
            equal[other].append(quality)
            row += f"| {_kilo(content)} ({len(content) / len(jpeg):.0%}), q {quality}, {reached:.3f} "
            content, reached = _tried(pixels, other, ENCODER[other]["quality"])
            mine += f"| {_kilo(content)} ({len(content) / len(jpeg):.0%}), {reached:.3f} "
        lines.append(row + "|")
        settings.append(mine + "|")
    print(f"At equal SSIM, {WIDTH} wide, kB:\n")
    print("| picture | original | SSIM | JPEG | WebP | AVIF |\n|---|---|---|---|---|---|")
    print("\n".join(lines))
    qualities = {other: ENCODER[other]["quality"] for other in ("jpeg", *OTHERS)}
    print(f"\nMedian of the equal qualities: { {other: median(found) for other, found in equal.items()} }")
    print(f"\nWith the ladder's own qualities ({qualities}), kB and SSIM:\n")
    print("| picture | JPEG | WebP | AVIF |\n|---|---|---|---|")
    print("\n".join(settings))


def _pictures(paths: list[str]) -> Iterator[tuple[str, bytes]]:
    for kind in (photos.landscape, photos.portrait, photos.crowd):
        yield f"{kind.__name__} (made, 2560 × 1920)", encoded(kind(2560, 1920), "JPEG", quality=92)
    for scene in SCENES:
        yield f"{scene} (drawing, 1600 × 1067)", draw(scene)
    for path in paths:
        yield Path(path).name, Path(path).read_bytes()


def _matching(pixels: Image.Image, name: str, target: float) -> int:
    """The lowest quality that is as good."""
    low, high = 1, 100
    while low < high:
        middle = (low + high) // 2
        if _tried(pixels, name, middle)[1] >= target:
            high = middle
        else:
            low = middle + 1
    return low


def _tried(pixels: Image.Image, name: str, quality: int) -> tuple[bytes, float]:
    options = ENCODER[name] | {"quality": quality}
    content = encoded(pixels, options.pop("format"), **options)
    return content, ssim(pixels, photos.decoded(content))


def _kilo(content: bytes) -> str:
    return f"{len(content) / 1000:.0f}"
