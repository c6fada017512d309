"""Reading pictures: upright, eight bits, RGB, and nothing that could fill the memory."""

from io import BytesIO

import pytest
from PIL import Image, ImageCms

from cms.media import picture
from cms.media.picture import PictureError, read
from tests.media import pictures


def colour_at(image: Image.Image, x: float, y: float) -> str:
    """The name of the strongest channel at a point given in fractions."""
    red, green, blue = image.convert("RGB").getpixel((int(image.width * x), int(image.height * y)))
    return max((red, "red"), (green, "green"), (blue, "blue"))[1]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_comes_out_upright(orientation):
    turn = {2: 2, 3: 3, 4: 4, 5: 5, 6: 8, 7: 7, 8: 6}.get(orientation)
    lying = pictures.drawing(1000, 600)
    if turn:  # the camera stores the picture turned the other way
        lying = lying.transpose(picture._UPRIGHT[turn])
    exif = Image.Exif()
    exif[pictures.ORIENTATION] = orientation
    result = read(BytesIO(pictures.encoded(lying, "JPEG", exif=exif)))
    assert (result.width, result.height) == (1000, 600)
    assert result.pixels.size == (1000, 600)
    assert [colour_at(result.pixels, x, y) for x, y in ((0.2, 0.8), (0.8, 0.8), (0.5, 0.05))] == [
        "red",
        "blue",
        "green",
    ]


def test_a_large_photo_is_reduced_while_it_is_decoded():
    result = read(BytesIO(pictures.phone_photo(6000, 4000)))
    assert (result.width, result.height) == (4000, 6000)
    assert result.pixels.size == (1920, 2880)
    assert result.widths() == [320, 480, 640, 960, 1280, 1920]


def test_cmyk_becomes_rgb_without_its_profile():
    result = read(BytesIO(pictures.encoded(pictures.drawing(mode="CMYK"), "JPEG")))
    assert (result.pixels.mode, result.profile) == ("RGB", None)
    assert colour_at(result.pixels, 0.2, 0.8) == "red"


def test_sixteen_bits_of_middle_grey_stay_middle_grey():
    result = read(BytesIO(pictures.deep_grey_png()))
    assert result.pixels.mode == "RGB"
    assert result.pixels.getpixel((5, 5)) == (128, 128, 128)


def test_of_an_animation_the_first_frame():
    result = read(BytesIO(pictures.animated_gif()))
    assert result.format == "gif"
    assert colour_at(result.pixels, 0.5, 0.5) == "red"


def test_two_pictures_in_one_jpeg_as_phones_write_them():
    content = BytesIO()
    second = pictures.drawing(100, 100)
    pictures.drawing().save(content, format="MPO", save_all=True, append_images=[second])
    result = read(content)
    assert (result.format, result.width) == ("jpeg", 1200)


def test_an_rgb_profile_is_kept():
    profile = pictures.srgb_profile()
    result = read(BytesIO(pictures.encoded(pictures.drawing(), "JPEG", icc_profile=profile)))
    assert result.profile == profile


def test_a_profile_for_another_colour_space_is_applied_and_left_out():
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    result = read(BytesIO(pictures.encoded(pictures.drawing(), "JPEG", icc_profile=lab)))
    assert (result.pixels.mode, result.profile) == ("RGB", None)


def test_a_broken_profile_does_not_spoil_the_picture():
    result = read(BytesIO(pictures.encoded(pictures.drawing(mode="L"), "PNG", icc_profile=b"x" * 200)))
    assert (result.pixels.mode, result.profile) == ("RGB", None)


def test_an_alpha_channel_that_hides_nothing_is_dropped():
    assert not read(BytesIO(pictures.encoded(pictures.drawing(mode="RGBA"), "PNG"))).has_alpha
    assert read(BytesIO(pictures.transparent_png())).has_alpha


def test_broken_exif_data_do_not_spoil_the_picture():
    content = pictures.encoded(pictures.drawing(), "JPEG", exif=b"Exif\x00\x00MM\x00*\xff\xff\xff\xff" + b"\xff" * 40)
    assert read(BytesIO(content)).width == 1200


def test_a_hairline_keeps_a_pixel_of_height():
    assert read(BytesIO(pictures.encoded(Image.new("RGB", (4000, 1)), "PNG"))).pixels.size == (1920, 1)


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"Inte en bild", "inte en bild"),
        (pictures.SVG_WITH_SCRIPT, "inte en bild"),
        (pictures.truncated(pictures.png_with_text()), "skadad"),
        (pictures.truncated(pictures.png_with_text(), 0.01), "skadad"),
        (pictures.truncated(pictures.phone_photo()), "skadad"),
        (pictures.text_bomb_png(), "skadad"),
        (pictures.huge_png(), "50 miljoner bildpunkter"),
        (pictures.huge_png(10_000, 10_000), "10000 × 10000 bildpunkter"),
        (pictures.huge_png(20_000, 10), "för lång"),
    ],
    ids=["text", "svg", "png", "png-header", "jpeg", "text-bomb", "bomb", "too-many", "too-long"],
)
def test_what_is_no_whole_picture_is_refused_in_swedish(content, word):
    with pytest.raises(PictureError, match=word):
        read(BytesIO(content))


def test_a_bomb_is_refused_before_it_is_decoded(monkeypatch):
    monkeypatch.setattr(Image.Image, "load", lambda self: pytest.fail("decoded"))
    with pytest.raises(PictureError):
        read(BytesIO(pictures.huge_png(10_000, 10_000)))


@pytest.mark.parametrize("where", ["open", "load", "getexif"])
def test_a_full_memory_is_no_fault_of_the_picture(where, monkeypatch):
    def full(*args, **kwargs):
        raise MemoryError

    opened = type(Image.open(BytesIO(pictures.phone_photo())))
    monkeypatch.setattr(Image if where == "open" else opened, where, full)
    with pytest.raises(MemoryError):
        read(BytesIO(pictures.phone_photo()))
