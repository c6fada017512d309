"""Reading a picture safely: whatever comes in, an upright RGB or RGBA picture without metadata comes out.

Plain Pillow, no Django: the upload guard and the ladder read through the same function, so what the guard lets
in, the ladder can encode.
"""

import contextlib
from dataclasses import dataclass
from io import BytesIO
from typing import IO

import pillow_heif
from PIL import Image, ImageCms

from cms.media.widths import WIDTHS, rungs

# "50 megapixels" of a phone are up to 8192 × 6144.
MAX_PIXELS = 50_400_000
# WebP ends at 16,383 pixels a side.
MAX_SIDE = 16_000
# A profile rides along in every file of the ladder; one that is larger is applied to the pixels and left out.
MAX_PROFILE_BYTES = 16_384
# Of a picture more than three times as large, boxes of whole pixels are averaged first: faster, and no eye sees it.
REDUCING_GAP = 3.0

# MPO is what many phones write: a JPEG with further pictures behind the first.
FORMATS = {"JPEG": "jpeg", "MPO": "jpeg", "PNG": "png", "WEBP": "webp", "GIF": "gif", "AVIF": "avif", "HEIF": "heic"}
# Of a HEIC file nothing but the picture itself is of use here.
pillow_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
# It goes last: it takes an AVIF that calls itself by their family name, and has no decoder for it.
Image.init()
Image.ID.sort(key="HEIF".__eq__)

_UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
_ORIENTATION = 0x0112


class PictureError(ValueError):
    """The file is no picture that we can show; the message is in Swedish, for the editor."""


@dataclass(frozen=True)
class Picture:
    """An upright picture, reduced to the ladder's widest rung, with nothing in it but pixels."""

    format: str
    """The format of the original: jpeg, png, webp, gif, avif or heic."""
    width: int
    """The width of the original, turned upright."""
    height: int
    pixels: Image.Image
    """RGB, or RGBA when some of it is transparent."""
    profile: bytes | None
    """The ICC profile that the pixels belong to; None means sRGB."""

    @property
    def has_alpha(self) -> bool:
        """Whether some of it is transparent."""
        return self.pixels.mode == "RGBA"

    def widths(self) -> list[int]:
        """The rungs of its ladder, narrowest first; never wider than the original, and at least one."""
        return rungs(self.width)


def read(file: IO[bytes], max_pixels: int = MAX_PIXELS, *, least_height: int = 0) -> Picture:
    """Decode a picture completely. Of an animation, the first frame.

    It is reduced to the width of the widest rung, but not below `least_height`, where the original has that much.
    MemoryError says nothing of the picture, and so it comes out as it is.
    """
    image = _open(file, max_pixels)
    full_size = image.size
    try:
        if image.format in ("JPEG", "MPO"):
            # The decoder can leave out detail that no rung needs: much faster, and a fraction of the memory.
            image.draft(None, _reduced(full_size, _orientation(image), least_height))
        image.load()
        orientation = _orientation(image)
        pixels, profile = _colours(image)
        size = _reduced(full_size, orientation, least_height)
        pixels = pixels.resize(size, Image.Resampling.LANCZOS, reducing_gap=REDUCING_GAP)
        if orientation in _UPRIGHT:
            pixels = pixels.transpose(_UPRIGHT[orientation])
    except MemoryError:
        raise
    except Exception as error:
        # Pillow's decoders raise nearly anything on damaged data: OSError, SyntaxError, struct.error, zlib.error.
        raise PictureError("Bilden är skadad eller ofullständig. Hämta den på nytt och försök igen.") from error
    # Pillow's writers copy some of it (a comment, a profile) into the file unasked.
    pixels.info.clear()
    width, height = _turned(full_size, orientation)
    return Picture(FORMATS[image.format or ""], width, height, pixels, profile)


def scaled(size: tuple[int, int], width: int) -> tuple[int, int]:
    """The size at another width; a hairline keeps at least one pixel of height."""
    return width, max(1, round(size[1] * width / size[0]))


def _open(file: IO[bytes], max_pixels: int) -> Image.Image:
    """Read the header only, and refuse what would fill the memory before anything is decoded."""
    file.seek(0)
    try:
        image = Image.open(file, formats=("JPEG", "PNG", "WEBP", "GIF", "AVIF", "HEIF"))
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise PictureError(_too_many_pixels("", max_pixels)) from error
    except MemoryError:
        raise
    except Exception as error:
        raise PictureError(
            "Filen är inte en bild som går att läsa, eller så är den skadad. Spara bilden som JPEG eller PNG och "
            "försök igen."
        ) from error
    width, height = image.size
    size = f"{width} × {height} bildpunkter"
    if width * height > max_pixels:
        raise PictureError(_too_many_pixels(f" ({size})", max_pixels))
    if max(width, height) > MAX_SIDE:
        raise PictureError(f"Bilden är för lång åt ena hållet ({size}). Högst {MAX_SIDE} bildpunkter tas emot.")
    return image


def _too_many_pixels(size: str, max_pixels: int) -> str:
    return (
        f"Bilden är för stor{size}. Högst {max_pixels // 1_000_000} miljoner bildpunkter tas emot. "
        "Förminska bilden och försök igen."
    )


def _orientation(image: Image.Image) -> int:
    """How the camera was held; a picture whose EXIF data are broken is shown as it lies."""
    try:
        value = image.getexif().get(_ORIENTATION, 1)
    except MemoryError:
        raise
    except Exception:
        return 1
    return value if value in _UPRIGHT else 1


def _turned(size: tuple[int, int], orientation: int) -> tuple[int, int]:
    """The size of the upright picture; the same call turns an upright size back."""
    return (size[1], size[0]) if orientation >= 5 else size


def _reduced(size: tuple[int, int], orientation: int, least_height: int) -> tuple[int, int]:
    """The size, as the picture lies in the file, that its ladder needs."""
    width, height = _turned(size, orientation)
    for_height = -(-width * min(least_height, height) // height)
    return _turned(scaled((width, height), min(width, max(WIDTHS[-1], for_height))), orientation)


def _colours(image: Image.Image) -> tuple[Image.Image, bytes | None]:
    """The picture in RGB or RGBA with eight bits a channel, and the profile that is still true for it."""
    profile = image.info.get("icc_profile") or None
    if image.mode.startswith("I"):
        # Sixteen bits of grey: Pillow's own conversion would turn all but the darkest to white.
        image = image.point(lambda value: value * (1 / 256)).convert("L")
    mode = "RGBA" if image.has_transparency_data else "RGB"
    if profile and image.mode in ("RGB", "RGBA", "P", "PA") and _can_ride_along(profile):
        return _without_idle_alpha(_converted(image, mode)), profile
    if profile and image.mode in ("CMYK", "L", "LAB", "RGB"):
        with contextlib.suppress(ImageCms.PyCMSError, OSError, ValueError):
            source = ImageCms.ImageCmsProfile(BytesIO(profile))
            return ImageCms.profileToProfile(image, source, ImageCms.createProfile("sRGB"), outputMode="RGB"), None
    return _without_idle_alpha(_converted(image, mode)), None


def _converted(image: Image.Image, mode: str) -> Image.Image:
    """Pillow would copy what is right already: 150 MB more of a phone's picture."""
    return image if image.mode == mode else image.convert(mode)


def _can_ride_along(profile: bytes) -> bool:
    """Whether it is a small, readable profile for RGB; the colour space stands at byte 16 of the header."""
    return len(profile) <= MAX_PROFILE_BYTES and profile[16:20] == b"RGB " and profile[36:40] == b"acsp"


def _without_idle_alpha(image: Image.Image) -> Image.Image:
    """A screenshot has an alpha channel that hides nothing: without it the picture fits a JPEG."""
    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        return image.convert("RGB")
    return image
