"""HEIC, as phones write it: turned upright once, and nothing of what the camera knew is left."""

from io import BytesIO

import pillow_heif
import pytest
from PIL import Image

from cms.media import ladder
from cms.media.models import LadderFile
from tests.media.pictures import site_image

pytestmark = pytest.mark.django_db
SECRET = b"Kanarieprov"


def heic(orientation: int) -> bytes:
    """A picture with a red left half and a blue right half, with a camera's words and a place in its EXIF."""
    image = Image.new("RGB", (640, 320), "#c00000")
    image.paste("#0000c0", (320, 0, 640, 320))
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = SECRET.decode()
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[29] = SECRET.decode()
    out = BytesIO()
    pillow_heif.register_heif_opener()
    image.save(out, "HEIF", exif=exif.tobytes(), quality=80)
    assert SECRET in out.getvalue()
    return out.getvalue()


@pytest.mark.parametrize(("orientation", "size"), [(1, (640, 320)), (6, (320, 640))])
def test_a_phones_picture_is_upright_and_says_nothing_of_its_camera(
    stores, orientation: int, size: tuple[int, int]
) -> None:
    image = site_image(heic(orientation), "IMG_0001.heic")
    ladder.build_ladder(image)
    files = list(LadderFile.objects.filter(image=image))
    assert {file.format for file in files} >= {"webp", "jpeg"}
    for file in files:
        content = file.file.open("rb").read()
        assert SECRET not in content
        with Image.open(BytesIO(content)) as shown:
            assert shown.width * size[1] == pytest.approx(shown.height * size[0], rel=0.02)
            top = shown.convert("RGB").getpixel((shown.width // 4, shown.height // 4))
            assert (top[0] > 120) == (top[2] < 120)
            # Orientation 6 is shown turned clockwise: what stood left stands on top.
            assert top[0] > 120
