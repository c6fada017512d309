"""Encoding: a picture in, the files of its ladder out. Plain Pillow; nothing is stored here."""

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image as Pillow

from cms.media.crops import CROPS, Box
from cms.media.picture import Picture, scaled
from cms.media.widths import quick_rungs

RECIPE = 2
"""Raise it when ENCODER, the widths or the crops change: the worker then makes every older ladder anew."""

MAX_PLACEHOLDER = 300
# So that the three look alike: docs/pictures.md tells how that was measured, `make bench` measures it again.
ENCODER: dict[str, dict[str, Any]] = {
    "avif": {"format": "AVIF", "quality": 66, "speed": 6},
    "webp": {"format": "WEBP", "quality": 82, "method": 4},
    "jpeg": {"format": "JPEG", "quality": 80, "optimize": True, "progressive": True},
    "png": {"format": "PNG", "compress_level": 7},
}
EXTENSION = {"avif": "avif", "webp": "webp", "jpeg": "jpg", "png": "png"}
# Of a picture more than twice as large, boxes of whole pixels are averaged first: faster, and no eye sees it.
REDUCING_GAP = 2.0
MIDDLE = (0.5, 0.5)


@dataclass(frozen=True)
class EncodedRendition:
    """One file of the ladder, not yet stored."""

    format: str
    width: int
    height: int
    content: bytes
    crop: str = ""
    """The name of the crop, or nothing for the whole picture."""

    @property
    def name(self) -> str:
        """Where it lies in the public store: the same content always has the same name."""
        digest = hashlib.sha256(self.content).hexdigest()[:32]
        return f"images/{digest[:2]}/{digest}-{self.width}.{EXTENSION[self.format]}"


def encode_quick(picture: Picture) -> Iterator[EncodedRendition]:
    """What an editor waits for: a few rungs as WebP, and as JPEG or PNG for old readers and e-mail."""
    for width in quick_rungs(picture.width):
        yield from _rung(picture, scaled((picture.width, picture.height), width), (_for_all(picture), "webp"))


def encode_all(picture: Picture, focus: tuple[float, float] = MIDDLE, *, speed: int = 6) -> Iterator[EncodedRendition]:
    """The whole ladder: every rung in three formats, and the crops around the point. `speed` is AVIF's, 0 to 10."""
    formats = (_for_all(picture), "webp", "avif")
    for width in picture.widths():
        yield from _rung(picture, scaled((picture.width, picture.height), width), formats, speed=speed)
    for crop in CROPS:
        box = crop.box(picture.pixels.size, focus)
        for size in crop.sizes(picture.pixels.size):
            yield from _rung(picture, size, formats[: 1 if crop.only_for_all else 3], box, crop.name, speed)


def placeholder(picture: Picture) -> str:
    """A thumb's breadth of the picture as a data URL, to show while the real one loads."""
    small = picture.pixels.copy()
    small.thumbnail((40, 40))
    for side in (20, 16, 12, 8, 4, 1):
        tiny = small.copy()
        tiny.thumbnail((side, side))
        content = BytesIO()
        tiny.save(content, format="WEBP", quality=20, method=6)
        url = "data:image/webp;base64," + base64.b64encode(content.getvalue()).decode()
        if len(url) <= MAX_PLACEHOLDER:
            return url
    return ""


def _for_all(picture: Picture) -> str:
    """The format that everything can read."""
    return "png" if picture.has_alpha else "jpeg"


def _rung(
    picture: Picture,
    size: tuple[int, int],
    formats: tuple[str, ...],
    box: Box | None = None,
    crop: str = "",
    speed: int = 6,
) -> Iterator[EncodedRendition]:
    """One size in several formats."""
    pixels = picture.pixels.resize(size, Pillow.Resampling.LANCZOS, box=box, reducing_gap=REDUCING_GAP)
    for name in formats:
        options = ENCODER[name] | ({"speed": speed} if name == "avif" else {})
        content = BytesIO()
        pixels.save(content, icc_profile=picture.profile, **options)
        yield EncodedRendition(name, *size, content.getvalue(), crop)
