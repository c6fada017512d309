"""The admin's thumbnails are made with the ladder, which does not need them."""

import pytest

from cms.media.ladder import build_ladder
from cms.media.models import SiteImage
from tests.media import pictures

pytestmark = pytest.mark.django_db


def test_the_ladder_brings_the_thumbnails_that_lists_and_forms_show(stores) -> None:
    image = pictures.site_image(pictures.png_with_text())
    assert build_ladder(image)
    made = image.renditions.order_by("filter_spec").values_list("filter_spec", flat=True)
    assert list(made) == ["max-165x165", "max-800x600"]
    assert all(rendition.file.storage.exists(rendition.file.name) for rendition in image.renditions.all())


def test_a_thumbnail_that_fails_does_not_fail_the_ladder(stores, monkeypatch, caplog) -> None:
    def fail(self: SiteImage, filter: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(SiteImage, "generate_rendition_file", fail)
    image = pictures.site_image(pictures.png_with_text())
    assert build_ladder(image)
    assert image.ladder.exists()
    assert not image.renditions.exists()
    assert "thumbnails could not be made" in caplog.text


def test_reading_the_size_of_a_file_stores_nothing(stores, django_assert_num_queries) -> None:
    image = pictures.site_image(pictures.png_with_text())
    with django_assert_num_queries(0):
        assert image.get_file_size() == len(pictures.png_with_text())
