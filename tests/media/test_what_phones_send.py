"""The pictures that trip a CMS, from the upload in the admin to every rendition: right, upright, and silent."""

from collections.abc import Callable
from functools import cache
from io import BytesIO

import pillow_heif
import pytest
from django.conf import settings
from django.test import Client
from PIL import Image

from cms.media.finish import finish_ladders
from cms.media.models import LadderFile, SiteImage
from tests.media import pictures
from tests.media.pictures import colours, traces
from tests.media.test_uploads import DOORS, post_single, said

pytestmark = pytest.mark.django_db
# The drawing of the tests: a green strip on top, below it red to the left and blue to the right.
UPRIGHT = {(0.5, 0.08): (0, 128, 0), (0.2, 0.7): (255, 0, 0), (0.8, 0.7): (0, 0, 255)}
GREY = {(0.2, 0.2): (128, 128, 128), (0.8, 0.8): (128, 128, 128)}
RED = {(0.2, 0.2): (255, 0, 0), (0.8, 0.8): (255, 0, 0)}
LOSSY = 32
"""How far a channel may be from the drawing's, of 255: JPEG's and HEIC's colours are coarser than their light."""


@cache
def heic_of_40_megapixels() -> bytes:
    """As a phone writes it, held upright: the pixels lie on their side; camera, place, XMP and profile beside them."""
    lying = pictures.drawing(5152, 7728).transpose(Image.Transpose.ROTATE_90)
    assert lying.size == (7728, 5152)
    exif = Image.Exif()
    exif[pictures.MAKE], exif[pictures.ORIENTATION] = pictures.CAMERA, 6
    exif.get_ifd(pictures.GPS_IFD).update({1: "N", 2: pictures.LATITUDE, 3: "E", 4: (18.0, 3.0, 7.5)})
    pillow_heif.register_heif_opener()
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>59,17.52N</exif:GPSLatitude></x:xmpmeta>'
    options = {"exif": exif.tobytes(), "xmp": xmp, "icc_profile": pictures.srgb_profile(), "quality": 70}
    content = pictures.encoded(lying, "HEIF", **options, enc_params={"preset": "ultrafast"})
    assert pictures.CAMERA.encode() in content
    assert b"GPSLatitude" in content
    return content


def cmyk_jpeg() -> bytes:
    """As a printer's office sends it, with what its program wrote about the author (IPTC)."""
    picture = pictures.drawing(mode="CMYK")
    return pictures.with_iptc(pictures.encoded(picture, "JPEG", quality=92, comment=pictures.SECRET_COMMENT))


def avif_held_upright() -> bytes:
    """The pixels lie on their side; camera, place and XMP beside them."""
    exif = Image.Exif()
    exif[pictures.MAKE], exif[pictures.ORIENTATION] = pictures.CAMERA, 6
    exif.get_ifd(pictures.GPS_IFD).update({1: "N", 2: pictures.LATITUDE})
    lying = pictures.drawing().transpose(Image.Transpose.ROTATE_90)
    content = pictures.encoded(lying, "AVIF", exif=exif, xmp=b"<x:xmpmeta>GPSLatitude</x:xmpmeta>")
    assert pictures.traces_unchecked(content)
    return content


KINDS: dict[str, tuple[Callable[[], bytes], str, tuple[int, int], dict]] = {
    "heic": (heic_of_40_megapixels, "IMG_0001.HEIC", (5152, 7728), UPRIGHT),
    "cmyk": (cmyk_jpeg, "tryck.jpg", (1200, 800), UPRIGHT),
    "deep": (pictures.deep_grey_png, "djup.png", (400, 300), GREY),
    "deep-colour": (pictures.deep_colour_png, "farg.png", (240, 160), UPRIGHT),
    "gif": (pictures.animated_gif, "rorlig.gif", (400, 300), RED),
    "animated-png": (lambda: pictures.animated("PNG"), "rorlig.png", (400, 300), UPRIGHT),
    "animated-avif": (lambda: pictures.animated("AVIF"), "rorlig.avif", (400, 300), UPRIGHT),
    "avif": (avif_held_upright, "IMG_0001.avif", (1200, 800), UPRIGHT),
    "icon": (lambda: pictures.encoded(pictures.drawing(10, 10), "PNG"), "ikon.png", (10, 10), UPRIGHT),
}


@pytest.mark.parametrize("kind", KINDS)
def test_it_comes_out_right_in_every_rendition(
    kind: str, editor_client: Client, stores, django_capture_on_commit_callbacks
) -> None:
    content, name, size, expected = KINDS[kind]
    with django_capture_on_commit_callbacks(execute=True):
        response = post_single(editor_client, content(), name)
    assert response.status_code == 302, said(response)[:2000]
    image = SiteImage.objects.get()
    assert (image.upright_width, image.upright_height) == size
    quick = assert_right(image, editor_client, expected)
    assert {"webp", "jpeg"} == {row.format for row in quick}
    assert finish_ladders(1) == 1
    whole = assert_right(image, editor_client, expected)
    assert {"avif", "webp", "jpeg"} == {row.format for row in whole}
    assert {row.crop for row in whole} == {"", "card", "hero", "square", "social"}
    assert max(row.width for row in whole if not row.crop) == min(size[0], 1920)
    if kind == "heic":
        assert all(profile_of(row) == pictures.srgb_profile() for row in whole)


def assert_right(image: SiteImage, client: Client, expected: dict) -> list[LadderFile]:
    """Every file of the ladder, as it answers to a stranger."""
    rows = list(image.ladder.all())
    for row in rows:
        response = client.get(row.file.url.removeprefix(settings.PUBLIC_URL))
        content = b"".join(response.streaming_content)
        assert traces(content) == [], row
        with Image.open(BytesIO(content)) as shown:
            assert (shown.format.lower(), *shown.size) == (row.format, row.width, row.height)
            assert not getattr(shown, "is_animated", False)
            if not row.crop:  # a crop shows another part
                assert shown.width * image.upright_height == pytest.approx(shown.height * image.upright_width, rel=0.02)
                for point, colour in expected.items():
                    found = colours(shown, *point)
                    assert found == pytest.approx(colour, abs=LOSSY), (row, point)
    return rows


def profile_of(row: LadderFile) -> bytes | None:
    with row.file.open("rb") as file, Image.open(file) as image:
        return image.info.get("icc_profile")


@pytest.mark.parametrize("door", DOORS)
def test_a_broken_heic_is_refused_in_swedish(door: str, editor_client: Client, stores) -> None:
    content = BytesIO()
    pillow_heif.register_heif_opener()
    pictures.drawing().save(content, "HEIF", quality=80)
    response = DOORS[door](editor_client, pictures.truncated(content.getvalue()), "IMG_0002.heic")
    assert "skadad" in said(response)
    assert not SiteImage.objects.exists()
    assert stores.private == stores.public == []
