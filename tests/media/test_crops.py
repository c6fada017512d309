"""The crops: their shape, their size, and that the most important point is in them."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from cms.media.crops import CROPS, HIGHEST
from cms.media.encode import encode_all
from cms.media.picture import read
from tests.media import pictures

sides = st.integers(1, 8000)
fractions = st.floats(0, 1)


@given(sides, sides, fractions, fractions)
def test_every_box_lies_in_the_picture_has_the_shape_and_holds_the_point(width, height, x, y):
    for crop in CROPS:
        left, top, right, bottom = crop.box((width, height), (x, y))
        assert -1e-6 <= left < right <= width + 1e-6
        assert -1e-6 <= top < bottom <= height + 1e-6
        assert (right - left) / (bottom - top) == pytest.approx(crop.ratio[0] / crop.ratio[1])
        assert left - 1e-6 <= x * width <= right + 1e-6
        assert top - 1e-6 <= y * height <= bottom + 1e-6
        assert (right - left) == pytest.approx(width) or (bottom - top) == pytest.approx(height)


@given(sides, sides)
def test_no_size_is_larger_than_what_is_there_and_there_is_always_one(width, height):
    for crop in CROPS:
        sizes = crop.sizes((width, height))
        assert sizes
        assert sizes == sorted(set(sizes))
        left, top, right, bottom = crop.box((width, height), (0.5, 0.5))
        for across, down in sizes:
            assert across <= max(1, right - left + 1e-6)
            assert down <= max(1, bottom - top + 1)  # a pixel for rounding


def sizes(picture, crop: str) -> list[tuple[int, int]]:
    found = {(r.width, r.height) for r in encode_all(picture, speed=10) if r.crop == crop}
    return sorted(found)


def test_the_sizes_of_a_photo():
    picture = read(BytesIO(pictures.phone_photo(4000, 3000, 1)))
    assert sizes(picture, "card") == [(320, 213), (640, 427), (960, 640)]
    assert sizes(picture, "hero") == [(640, 360), (960, 540), (1280, 720), (1920, 1080)]
    assert sizes(picture, "square") == [(160, 160), (320, 320), (640, 640)]
    assert sizes(picture, "social") == [(1200, 630)]


def test_the_social_picture_is_in_the_format_that_all_read():
    formats = {
        r.format for r in encode_all(read(BytesIO(pictures.phone_photo(800, 600))), speed=10) if r.crop == "social"
    }
    assert formats == {"jpeg"}


def test_a_panorama_keeps_enough_height_for_its_crops():
    content = pictures.encoded(pictures.drawing(6000, 1100), "JPEG")
    picture = read(BytesIO(content), least_height=HIGHEST)
    assert picture.pixels.height >= HIGHEST
    assert sizes(picture, "social") == [(1200, 630)]
    assert sizes(picture, "")[-1] == (1920, 352)


@pytest.mark.parametrize(("x", "colour"), [(0.05, "red"), (0.95, "blue")])
def test_the_crop_follows_the_point(x, colour):
    picture = read(BytesIO(pictures.encoded(pictures.drawing(1200, 400), "PNG")))
    square = next(r for r in encode_all(picture, (x, 0.9), speed=10) if (r.crop, r.format) == ("square", "jpeg"))
    with Image.open(BytesIO(square.content)) as image:
        for side in (0.1, 0.9):
            red, _, blue = image.getpixel((int(image.width * side), int(image.height * 0.8)))
            assert ("red" if red > blue else "blue") == colour
