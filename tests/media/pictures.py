"""Pictures drawn by the tests: the kinds that phones, printers and attackers make."""

import struct
import zlib
from functools import cache
from io import BytesIO
from typing import Any

import pillow_heif
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageCms, ImageDraw, PngImagePlugin

from cms.media.models import SiteImage

SECRET_COMMENT = b"hemlig-kommentar"
CAMERA = "Kamera-77"
GPS_IFD, MAKE, ORIENTATION = 0x8825, 0x010F, 0x0112
LATITUDE = (59.0, 17.0, 31.25)


def drawing(width: int = 1200, height: int = 800, mode: str = "RGB") -> Image.Image:
    """Left half red, right half blue, with a green strip on top: one can see which way is up."""
    image = Image.new("RGB", (width, height), "red")
    draw = ImageDraw.Draw(image)
    draw.rectangle((width // 2, 0, width, height), fill="blue")
    draw.rectangle((0, 0, width, height // 5), fill="green")
    return image.convert(mode)


def encoded(image: Image.Image, format_name: str, **options: Any) -> bytes:
    """The bytes of a picture file."""
    content = BytesIO()
    image.save(content, format=format_name, **options)
    return content.getvalue()


@cache
def phone_photo(width: int = 2400, height: int = 1600, orientation: int = 6) -> bytes:
    """A JPEG as a phone writes it: held upright, with camera, place, XMP, a comment and a thumbnail's worth of EXIF."""
    exif = Image.Exif()
    exif[MAKE] = CAMERA
    exif[ORIENTATION] = orientation
    exif.get_ifd(GPS_IFD).update({1: "N", 2: LATITUDE, 3: "E", 4: (18.0, 3.0, 7.5)})
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>59,17.52N</exif:GPSLatitude></x:xmpmeta>'
    image = drawing(width, height)
    return encoded(image, "JPEG", exif=exif, xmp=xmp, comment=SECRET_COMMENT, icc_profile=srgb_profile(), quality=90)


@cache  # a profile holds the time it was made
def srgb_profile() -> bytes:
    """A small RGB profile."""
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def png_with_text(width: int = 700, height: int = 500) -> bytes:
    """A PNG with text in all three kinds of chunk, and EXIF with a place."""
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", SECRET_COMMENT.decode())
    info.add_text("Packed", SECRET_COMMENT.decode() * 20, zip=True)
    info.add_itxt("XML:com.adobe.xmp", f"<x>{SECRET_COMMENT.decode()} GPSLatitude</x>")
    exif = Image.Exif()
    exif[MAKE] = CAMERA
    exif.get_ifd(GPS_IFD).update({1: "N", 2: LATITUDE})
    return encoded(drawing(width, height), "PNG", pnginfo=info, exif=exif)


def transparent_png(width: int = 700, height: int = 500) -> bytes:
    """A PNG whose left half one can see through."""
    image = drawing(width, height, "RGBA")
    image.paste((0, 0, 0, 0), (0, 0, width // 2, height))
    return encoded(image, "PNG")


def deep_grey_png(width: int = 400, height: int = 300) -> bytes:
    """A PNG with 16 bits of middle grey."""
    return encoded(Image.new("I;16", (width, height), 0x8000), "PNG")


def deep_colour_png(width: int = 240, height: int = 160) -> bytes:
    """The drawing in 16 bits a channel, which Pillow reads and does not write."""
    rows = []
    for y in range(height):
        line = [b"\x00" * 2 + b"\x80\x80" + b"\x00" * 2] * width  # green
        if y >= height // 5:
            line = [b"\xff\xff" + b"\x00" * 4] * (width // 2) + [b"\x00" * 4 + b"\xff\xff"] * (width - width // 2)
        rows.append(b"\x00" + b"".join(line))
    header = struct.pack(">IIBBBBB", width, height, 16, 2, 0, 0, 0)
    data = zlib.compress(b"".join(rows))
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def with_iptc(jpeg: bytes) -> bytes:
    """The JPEG with a Photoshop block in which IPTC names an author."""
    words = CAMERA.encode()
    iptc = b"\x1c\x02\x50" + struct.pack(">H", len(words)) + words
    block = (
        b"Photoshop 3.0\x00" + b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(iptc)) + iptc + b"\x00" * (len(iptc) % 2)
    )
    return jpeg[:2] + b"\xff\xed" + struct.pack(">H", len(block) + 2) + block + jpeg[2:]


def animated_gif(width: int = 400, height: int = 300) -> bytes:
    """First red, then blue."""
    frames = [Image.new("P", (width, height)) for _ in range(2)]
    for frame, colour in zip(frames, ((255, 0, 0), (0, 0, 255)), strict=True):
        frame.putpalette(colour * 256)
    return encoded(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=100, comment=SECRET_COMMENT)


def animated(format_name: str, width: int = 400, height: int = 300) -> bytes:
    """The drawing, then all blue, as APNG, AVIF or WebP."""
    blue = Image.new("RGB", (width, height), "blue")
    return encoded(drawing(width, height), format_name, save_all=True, append_images=[blue], duration=100)


@cache
def heic(width: int = 640, height: int = 400) -> bytes:
    """The drawing as a phone's HEIC."""
    pillow_heif.register_heif_opener()
    return encoded(drawing(width, height), "HEIF", quality=80)


def branded(picture: bytes, brand: bytes) -> bytes:
    """A HEIC or AVIF under another of the names that such a file may give itself first."""
    return picture[:8] + brand + picture[12:]


def huge_png(width: int = 20_000, height: int = 20_000) -> bytes:
    """One bit a pixel and all of them zero: 50 kB that unpack to 400 million pixels. Written by hand, row by row."""
    packer = zlib.compressobj(9)
    row = b"\x00" * (1 + (width + 7) // 8)
    data = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def text_bomb_png() -> bytes:
    """A small picture with a compressed text chunk that unpacks to 100 MB."""
    picture = encoded(drawing(20, 20), "PNG")
    packed = zlib.compress(b"\x00" * 100_000_000, 9)
    return picture[:33] + _chunk(b"zTXt", b"Comment\x00\x00" + packed) + picture[33:]


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


# The latitude as it stands in EXIF: degrees, minutes and seconds, each a fraction.
PLACE = (59, 1, 17, 1, 125, 4)
TRACES = [
    SECRET_COMMENT,
    CAMERA.encode(),
    b"GPSLatitude",
    struct.pack(">6I", *PLACE),
    struct.pack("<6I", *PLACE),
    b"Exif\x00\x00",
    b"EXIF",
    b"eXIf",
    b"xmpmeta",
    b"XMP ",
    b"tEXt",
    b"zTXt",
    b"iTXt",
    b"Photoshop 3.0",
    b"8BIM",
]


def traces(content: bytes) -> list[bytes]:
    """What a file tells about the camera, the place or the author."""
    with Image.open(BytesIO(content)) as image:
        told = [key.encode() for key in ("exif", "xmp", "comment", "photoshop") if key in image.info]
        assert not image.getexif()
    return told + traces_unchecked(content)


def traces_unchecked(content: bytes) -> list[bytes]:
    """The marks alone, for originals that are meant to have them."""
    return [trace for trace in TRACES if trace in content]


def colours(image: Image.Image, x: float, y: float) -> tuple[int, ...]:
    """Red, green and blue at a point given in fractions of the width and the height."""
    return image.convert("RGB").getpixel((int(image.width * x), int(image.height * y)))


def truncated(picture: bytes, share: float = 0.5) -> bytes:
    """A download that broke off."""
    return picture[: int(len(picture) * share)]


SVG_WITH_SCRIPT = (
    b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10">'
    b"<script>alert(document.cookie)</script></svg>"
)


def upload(content: bytes, name: str = "bild.jpg") -> SimpleUploadedFile:
    """The content as a browser sends it."""
    return SimpleUploadedFile(name, content, content_type="application/octet-stream")


def site_image(content: bytes, name: str = "bild.jpg", **fields: Any) -> SiteImage:
    """A stored image; its ladder is built after commit, so not inside an ordinary test."""
    return SiteImage.objects.create(title="Bild", file=ContentFile(content, name=name), **fields)
