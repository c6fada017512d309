"""The same file uploaded twice is encoded once; and never is one picture shown in the place of another."""

import pytest
from django.core.files.storage import storages
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.media import finish as stage
from cms.media import ladder as first
from cms.media.finish import finish, wanted
from cms.media.ladder import build_ladder
from cms.media.models import LadderFile, RetiredFile, SiteImage
from cms.media.retired import delete_due
from tests.media import pictures

pytestmark = pytest.mark.django_db

PHOTO = pictures.phone_photo(900, 600, 1)
POINT = {"focal_point_x": 700, "focal_point_y": 100, "focal_point_width": 10, "focal_point_height": 10}


@pytest.fixture
def encoded(monkeypatch) -> list[str]:
    """Which stages have encoded something."""
    done: list[str] = []

    def noted(name, encode):
        return lambda *args, **kwargs: (done.append(name), encode(*args, **kwargs))[1]

    monkeypatch.setattr(first, "encode_quick", noted("quick", first.encode_quick))
    monkeypatch.setattr(stage, "encode_all", noted("all", stage.encode_all))
    return done


def uploaded(content: bytes = PHOTO, **fields) -> SiteImage:
    """As the admin stores it, with its hash, and with its quick rungs."""
    image = pictures.site_image(content, **fields)
    image._set_image_file_metadata()
    image.save()
    build_ladder(image)
    return image


def rungs(image: SiteImage) -> set[tuple]:
    return set(image.ladder.values_list("crop", "format", "width", "height", "file", "bytes"))


def facts(image: SiteImage) -> tuple:
    image.refresh_from_db()
    return image.upright_width, image.upright_height, image.placeholder


def test_the_second_one_is_not_encoded(stores, encoded):
    one, other = uploaded(), uploaded()
    assert encoded == ["quick"]
    assert rungs(one) == rungs(other) != set()
    assert facts(one) == facts(other)
    assert other.renditions.count() == one.renditions.count() == 2
    assert {row.image_id for row in LadderFile.objects.all()} == {one.pk, other.pk}


def test_the_slow_rungs_are_not_encoded_either(stores, encoded):
    one, other = uploaded(), uploaded()
    assert finish(one)
    assert finish(other)
    assert encoded == ["quick", "all"]
    assert rungs(one) == rungs(other)
    other.refresh_from_db()
    assert other.finished_as == wanted(other) != one.finished_as


def test_crops_around_another_point_are_its_own(stores, encoded):
    one = uploaded()
    finish(one)
    other = uploaded(**POINT)
    assert {row.crop for row in other.ladder.all()} == {""}, "what is cut around the first one's point"
    finish(other)
    assert encoded == ["quick", "all", "all"]
    crops = [set(image.ladder.exclude(crop="").values_list("file", flat=True)) for image in (one, other)]
    assert crops[0] != crops[1]


def test_another_recipe_is_no_twin(stores, encoded, monkeypatch):
    one, other = uploaded(), uploaded()
    finish(one)
    monkeypatch.setattr(stage, "RECIPE", stage.RECIPE + 1)
    finish(other)
    assert encoded == ["quick", "all", "all"]


def test_a_hash_alone_shows_nobody_elses_picture(stores, encoded):
    one = uploaded()
    other = pictures.site_image(pictures.transparent_png(), name="annan.png", file_hash=one.file_hash)
    build_ladder(other)
    assert encoded == ["quick", "quick"]
    assert not rungs(one) & rungs(other)


@pytest.mark.parametrize("broken", ["gone", "half"])
def test_a_file_that_is_not_there_whole_is_made_again(broken, stores, encoded):
    one = uploaded()
    file = stores.public_folder / one.ladder.first().file.name
    if broken == "gone":
        file.unlink()
    else:
        file.write_bytes(file.read_bytes()[:40])
    other = uploaded()
    assert encoded == ["quick", "quick"]
    assert all(storages["public"].size(row.file.name) == row.bytes for row in other.ladder.all())


def test_an_original_that_is_gone_is_no_twin(stores, encoded):
    one = uploaded()
    one.file.storage.delete(one.file.name)
    uploaded()
    assert encoded == ["quick", "quick"]


def test_the_first_one_may_go(stores):
    one, other = uploaded(), uploaded()
    kept = rungs(other)
    one.delete()
    RetiredFile.objects.update(delete_after="2020-01-01T00:00Z")
    delete_due()
    assert rungs(other) == kept
    assert all(storages["public"].exists(row[4]) for row in kept)


def test_a_picture_without_twins_asks_once(stores):
    image = pictures.site_image(PHOTO, file_hash="abc")
    with CaptureQueriesContext(connection) as queries:
        build_ladder(image)
    assert len([query for query in queries if "file_hash" in query["sql"].split("WHERE")[-1]]) == 1
