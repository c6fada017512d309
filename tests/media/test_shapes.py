"""The image on the wire."""

import pytest
from PIL import Image as Pillow

from cms.media.finish import finish
from cms.media.ladder import build_ladder
from cms.media.models import SiteImage
from cms.media.shapes import image_shape
from tests.media import pictures

pytestmark = pytest.mark.django_db


@pytest.fixture
def photo(stores):
    image = pictures.site_image(pictures.phone_photo(), description="Ett rött fält", credit="Test Fotograf")
    build_ladder(image)
    return image


def test_sizes_are_those_of_the_upright_picture(photo):
    shape = image_shape(photo, identity="en-id")
    assert (shape.id, shape.width, shape.height, shape.credit) == ("en-id", 1600, 2400, "Test Fotograf")
    assert [(r.format, r.width, r.height) for r in shape.renditions] == [
        (format_name, width, round(width * 1.5)) for format_name in ("jpeg", "webp") for width in (320, 640, 1280)
    ]


def test_before_the_slow_formats_stand_there_are_no_crops(photo):
    assert image_shape(photo, identity="x").crops.model_dump() == {"card": [], "hero": [], "square": [], "social": []}


def test_src_is_the_widest_jpeg_and_every_address_is_a_whole_file(photo, stores, settings):
    quick = image_shape(photo, identity="x")
    assert quick.src == next(r.url for r in quick.renditions if (r.format, r.width) == ("jpeg", 1280))
    assert finish(photo)
    shape = image_shape(photo, identity="x")
    assert shape.src == next(r.url for r in shape.renditions if (r.format, r.width) == ("jpeg", 1600))
    base = settings.STORAGES["public"]["OPTIONS"]["base_url"]
    assert base.startswith("http")
    crops = [rendition for crop in ("card", "hero", "square", "social") for rendition in getattr(shape.crops, crop)]
    assert (len(shape.renditions), len(crops)) == (3 * 6, 3 * (3 + 4 + 3) + 1)
    assert {r.url for r in quick.renditions} <= {r.url for r in shape.renditions}
    for rendition in shape.renditions + crops:
        with Pillow.open(stores.public_folder / rendition.url.removeprefix(base)) as file:
            assert (file.format.lower(), *file.size) == (rendition.format, rendition.width, rendition.height)
    assert photo.file.name not in shape.model_dump_json()


def test_src_of_a_transparent_picture_is_a_png(stores):
    image = pictures.site_image(pictures.transparent_png())
    build_ladder(image)
    assert image_shape(image, identity="x").src.endswith(".png")


def test_without_a_ladder_there_is_no_image(stores):
    assert image_shape(pictures.site_image(pictures.phone_photo()), identity="x") is None


def test_the_focal_point_follows_the_picture_upright(photo):
    # The admin scales a click on the upright picture (here a quarter from the left, three quarters down) to the
    # width and height in the file, which lies on its side: 2400 × 1600.
    assert (photo.width, photo.height) == (2400, 1600)
    photo.focal_point_x, photo.focal_point_y = 600, 1200
    photo.focal_point_width = photo.focal_point_height = 100
    assert image_shape(photo, identity="x").focal_point.model_dump() == {"x": 0.25, "y": 0.75}


def test_a_focal_point_outside_is_pulled_to_the_edge(photo):
    photo.focal_point_x, photo.focal_point_y, photo.focal_point_width, photo.focal_point_height = 9000, 9000, 1, 1
    assert image_shape(photo, identity="x").focal_point.model_dump() == {"x": 1, "y": 1}


def test_no_focal_point(photo):
    assert image_shape(photo, identity="x").focal_point is None


@pytest.mark.parametrize(
    ("own_mark", "alt", "decorative", "expected"),
    [
        (False, None, None, ("Ett rött fält", False)),
        (False, "", None, ("Ett rött fält", False)),
        (False, "Vid mötet", None, ("Vid mötet", False)),
        (False, "Vid mötet", True, ("", True)),
        (True, None, None, ("", True)),
        (True, "Vid mötet", None, ("Vid mötet", False)),
        (True, None, False, ("Ett rött fält", False)),
    ],
)
def test_the_text_belongs_to_the_use(photo, own_mark, alt, decorative, expected):
    photo.is_decorative = own_mark
    shape = image_shape(photo, identity="x", alt=alt, decorative=decorative)
    assert (shape.alt, shape.decorative) == expected


def test_the_mark_of_the_image_survives_loading(photo):
    SiteImage.objects.update(is_decorative=True)
    assert image_shape(SiteImage.objects.get(), identity="x").decorative


def test_prefetched_it_asks_nothing(photo, django_assert_num_queries):
    image = SiteImage.objects.prefetch_related("ladder").get()
    with django_assert_num_queries(0):
        assert image_shape(image, identity="x")
