"""Photo-like pictures made by rule: the same pixels every time, with detail of every size as a photo has."""

from io import BytesIO
from math import cos, pi, sin
from random import Random

import pillow_heif
from PIL import Image, ImageChops, ImageDraw, ImageFilter

from tests.media.pictures import CAMERA, GPS_IFD, LATITUDE, MAKE, encoded, srgb_profile

SMOOTH = Image.Resampling.BICUBIC


def photo_12_mp() -> bytes:
    """A JPEG of 4000 × 3000 pixels, about 3 MB, with the EXIF of a camera and a place."""
    return encoded(landscape(4000, 3000), "JPEG", quality=90, exif=_exif(), icc_profile=srgb_profile())


def heic_12_mp() -> bytes:
    """The same as a HEIC, about as large as a phone's."""
    pillow_heif.register_heif_opener()
    options = {"exif": _exif().tobytes(), "icc_profile": srgb_profile(), "enc_params": {"preset": "ultrafast"}}
    return encoded(landscape(4000, 3000), "HEIF", quality=50, **options)


def _exif() -> Image.Exif:
    exif = Image.Exif()
    exif[MAKE] = CAMERA
    exif.get_ifd(GPS_IFD).update({1: "N", 2: LATITUDE, 3: "E", 4: (18.0, 3.0, 7.5)})
    return exif


def landscape(width: int, height: int, seed: int = 1) -> Image.Image:
    """Sky, hills and a meadow: smooth above, more and more detail below."""
    sky = Image.merge("RGB", [_ramp(width, height, *ends) for ends in ((90, 210), (140, 220), (210, 230))])
    picture = ImageChops.add(sky, Image.merge("RGB", [_texture(width, height, seed, (6,), 22)] * 3), 1, -128)
    chance = Random(seed)
    for number, colour in enumerate(((96, 124, 132), (70, 104, 84), (72, 96, 52))):
        ridge = height * (0.42 + 0.14 * number)
        line = [(x, ridge + height * 0.05 * sin(x / width * pi * (2 + number) + seed + number)) for x in range(width)]
        mask = Image.new("L", (width, height), 0)
        ImageDraw.Draw(mask).polygon([*line, (width, height), (0, height)], fill=255)
        scales = (16, 64, 256, 1024)[: 2 + number]
        grain = [_texture(width, height, chance.randrange(10**6), scales, 26) for _ in range(3)]
        ground = ImageChops.add(Image.new("RGB", (width, height), colour), Image.merge("RGB", grain), 1, -128)
        picture.paste(ground, mask=mask.filter(ImageFilter.GaussianBlur(1)))
    return _grainy(picture, 9)


def portrait(width: int, height: int) -> Image.Image:
    """Something like a face before a blurred room: soft shades, one sharp plane, fine grain."""
    room = Image.merge("RGB", [_texture(width, height, 20 + n, (5, 12), 46) for n in range(3)])
    picture = room.filter(ImageFilter.GaussianBlur(width / 90))
    draw = ImageDraw.Draw(picture)
    draw.ellipse((width * 0.28, height * 0.16, width * 0.72, height * 0.74), fill=(214, 170, 140))
    draw.ellipse((width * 0.05, height * 0.72, width * 0.95, height * 1.6), fill=(60, 70, 96))
    chance = Random(5)
    for _ in range(1400):  # hair
        turn, length = chance.uniform(pi, 2 * pi), chance.uniform(0.02, 0.1)
        x, y = width * (0.5 + 0.22 * cos(turn)), height * (0.42 + 0.28 * sin(turn))
        end = (x + width * chance.uniform(-0.03, 0.03), y + height * length)
        draw.line((x, y, *end), fill=tuple(chance.randrange(20, 90) for _ in "rgb"), width=max(1, width // 700))
    return _grainy(picture, 7)


def crowd(width: int, height: int) -> Image.Image:
    """Hundreds of small sharp things: what is hardest for every encoder."""
    picture = Image.merge("RGB", [_texture(width, height, 40 + n, (8, 64, 512), 24) for n in range(3)])
    draw, chance = ImageDraw.Draw(picture), Random(3)
    for number in range(900):
        size = width * (0.006 + 0.03 * number / 900)
        x, y = chance.uniform(0, width), height * (0.25 + 0.75 * number / 900)
        coat, skin = (tuple(chance.randrange(low, 230) for _ in "rgb") for low in (10, 120))
        draw.rounded_rectangle((x - size, y, x + size, y + 3 * size), size / 2, fill=coat)
        draw.ellipse((x - size / 2, y - size, x + size / 2, y + size / 4), fill=skin)
    return _grainy(picture, 9)


def _grainy(picture: Image.Image, strength: float) -> Image.Image:
    """With the noise of a sensor, pixel by pixel."""
    grain = _texture(*picture.size, 8, (picture.width,), strength)
    return ImageChops.add(picture, Image.merge("RGB", [grain] * 3), 1, -128)


def _ramp(width: int, height: int, top: int, bottom: int) -> Image.Image:
    return Image.linear_gradient("L").point(lambda v: top + (bottom - top) * v // 255).resize((width, height))


def _texture(width: int, height: int, seed: int, scales: tuple[int, ...], strength: float) -> Image.Image:
    """Noise around middle grey, of so many cells across; the finer, the weaker."""
    texture, chance = Image.new("L", (width, height), 128), Random(seed)
    for number, cells in enumerate(scales):
        size = (min(cells, width), max(2, min(cells, width) * height // width))
        noise = Image.frombytes("L", size, chance.randbytes(size[0] * size[1]))
        weight = strength / 128 / (1 + number)
        soft = noise.point(lambda v, w=weight: 128 + (v - 128) * w).resize((width, height), SMOOTH)
        texture = ImageChops.add(texture, soft, 1, -128)
    return texture


def decoded(content: bytes) -> Image.Image:
    """The pixels of a file."""
    with Image.open(BytesIO(content)) as image:
        return image.convert("RGB")
