"""The ladder: what it holds, what it never holds, and when it is made."""

import struct
from datetime import timedelta
from io import BytesIO
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import connection
from django.utils import timezone
from PIL import Image

from cms.media import ladder, receivers
from cms.media.encode import encode_all, encode_quick, placeholder
from cms.media.ladder import build_ladder, build_missing_ladders
from cms.media.models import LadderFile, SiteImage
from cms.media.picture import PictureError, read
from cms.media.signals import ladder_built
from cms.sites.purge import follow as purge
from tests.media import pictures


def test_the_photo_that_the_tests_use_does_carry_the_place():
    content = pictures.phone_photo()
    exif = Image.open(BytesIO(content)).getexif()
    assert exif.get_ifd(pictures.GPS_IFD)[2] == pictures.LATITUDE
    assert set(pictures.traces_unchecked(content)) >= {
        pictures.SECRET_COMMENT,
        struct.pack(">6I", *pictures.PLACE),
        b"GPSLatitude",
        b"Exif\x00\x00",
    }
    assert set(pictures.traces_unchecked(pictures.png_with_text())) >= {
        pictures.SECRET_COMMENT,
        b"eXIf",
        b"zTXt",
        b"iTXt",
    }


KINDS = {
    "phone": (pictures.phone_photo(), ["avif", "jpeg", "webp"]),
    "png": (pictures.png_with_text(), ["avif", "jpeg", "webp"]),
    "cmyk": (
        pictures.encoded(pictures.drawing(mode="CMYK"), "JPEG", comment=pictures.SECRET_COMMENT),
        ["avif", "jpeg", "webp"],
    ),
    "deep": (pictures.deep_grey_png(), ["avif", "jpeg", "webp"]),
    "gif": (pictures.animated_gif(), ["avif", "jpeg", "webp"]),
    "alpha": (pictures.transparent_png(), ["avif", "png", "webp"]),
    "icon": (pictures.encoded(pictures.drawing(10, 10), "PNG"), ["avif", "jpeg", "webp"]),
    "webp": (pictures.encoded(pictures.drawing(), "WEBP", exif=b"Exif\x00\x00Kamera-77"), ["avif", "jpeg", "webp"]),
    "one-bit": (pictures.encoded(pictures.drawing(mode="1"), "PNG"), ["avif", "jpeg", "webp"]),
    "palette": (pictures.encoded(pictures.drawing(mode="P"), "PNG"), ["avif", "jpeg", "webp"]),
    "hairline": (pictures.encoded(Image.new("RGB", (4000, 1)), "PNG"), ["avif", "jpeg", "webp"]),
}


@pytest.mark.parametrize("kind", KINDS)
def test_every_rung_is_what_it_says_and_tells_nothing(kind):
    content, formats = KINDS[kind]
    picture = read(BytesIO(content))
    renditions = list(encode_all(picture, speed=10))
    assert sorted({rendition.format for rendition in renditions}) == formats
    assert len([rendition for rendition in renditions if not rendition.crop]) == 3 * len(picture.widths())
    assert {rendition.crop for rendition in renditions} == {"", "card", "hero", "square", "social"}
    for rendition in renditions:
        with Image.open(BytesIO(rendition.content)) as image:
            image.load()
            assert (image.format.lower(), *image.size) == (rendition.format, rendition.width, rendition.height)
            assert image.width <= picture.width
            assert image.height <= picture.height
        assert pictures.traces(rendition.content) == []
    whole = [rendition for rendition in renditions if not rendition.crop]
    assert len({rendition.name for rendition in whole}) == len(whole)
    assert len(placeholder(picture)) <= 300


@pytest.mark.parametrize(
    ("width", "widths"),
    [
        (10, [10]),
        (319, [319]),
        (320, [320]),
        (355, [355]),  # 320 is more than nine tenths of it
        (356, [320, 356]),
        (400, [320, 400]),
        (1279, [320, 480, 640, 960, 1279]),
        (1280, [320, 480, 640, 960, 1280]),
        (1422, [320, 480, 640, 960, 1422]),
        (1423, [320, 480, 640, 960, 1280, 1423]),
        (1600, [320, 480, 640, 960, 1280, 1600]),
        (1920, [320, 480, 640, 960, 1280, 1920]),
        (3000, [320, 480, 640, 960, 1280, 1920]),
    ],
)
def test_the_top_rung_is_as_wide_as_the_original_up_to_1920(width, widths):
    picture = read(BytesIO(pictures.encoded(pictures.drawing(width, 300), "JPEG")))
    assert picture.widths() == widths
    quick = [(r.width, r.height) for r in encode_quick(picture) if r.format == "webp"]
    expected = [rung for rung in widths if rung in (320, 640, 1280) or (rung == width and width < 1280)]
    assert quick == [(rung, round(300 * rung / width)) for rung in expected]
    assert quick


def test_up_to_1920_the_pixels_of_the_top_rung_are_those_of_the_original():
    original = Image.effect_noise((400, 300), 200).convert("RGB")
    picture = read(BytesIO(pictures.encoded(original, "PNG")))
    assert picture.pixels.tobytes() == original.tobytes()


def test_the_profile_rides_along():
    profile = pictures.srgb_profile()
    picture = read(BytesIO(pictures.phone_photo(800, 600)))
    for rendition in encode_all(picture, speed=10):
        assert Image.open(BytesIO(rendition.content)).info["icc_profile"] == profile


def test_the_placeholder_of_a_noisy_picture_is_short_too():
    noise = Image.effect_noise((600, 400), 200).convert("RGB")
    noise.putalpha(Image.effect_noise((600, 400), 200))
    picture = read(BytesIO(pictures.encoded(noise, "PNG")))
    url = placeholder(picture)
    assert url.startswith("data:image/webp;base64,")
    assert len(url) <= 300


@pytest.mark.django_db
class TestBuilding:
    def test_rows_and_files_agree(self, stores):
        image = pictures.site_image(pictures.phone_photo())
        assert build_ladder(image)
        rows = {storages["public"].path(row.file.name): row for row in image.ladder.all()}
        assert sorted(rows) == [str(path) for path in stores.public]
        assert len(rows) == 2 * 3  # the others are the worker's
        for path in stores.public:
            content = path.read_bytes()
            row = rows[str(path)]
            assert len(content) == row.bytes
            assert Image.open(BytesIO(content)).size == (row.width, row.height)
            assert pictures.traces(content) == []
        thumbnails = {path.name.split(".")[1] for path in stores.private if path.name != image.filename}
        assert thumbnails == {"max-165x165", "max-800x600"}
        stored = SiteImage.objects.get()
        assert (stored.upright_width, stored.upright_height) == (1600, 2400)
        assert stored.placeholder == image.placeholder != ""

    def test_a_second_time_does_nothing(self, stores, monkeypatch):
        image = pictures.site_image(pictures.transparent_png())
        build_ladder(image)
        monkeypatch.setattr(ladder, "encode_quick", lambda picture: pytest.fail("encoded again"))
        assert not build_ladder(image)
        assert not build_ladder(SiteImage.objects.get())

    def test_another_file_replaces_the_rows_and_leaves_the_old_files(self, stores):
        image = pictures.site_image(pictures.phone_photo())
        build_ladder(image)
        before = stores.public
        image.file = ContentFile(pictures.transparent_png(330, 100), name="bild.png")
        image.save()
        assert build_ladder(image)
        assert sorted((row.format, row.width) for row in image.ladder.all()) == [("png", 330), ("webp", 330)]
        assert set(before) < set(stores.public)

    def test_two_images_of_the_same_content_share_their_files(self, stores):
        for _ in range(2):
            build_ladder(pictures.site_image(pictures.transparent_png()))
        assert len(stores.public) == LadderFile.objects.count() / 2

    def test_half_a_file_left_by_a_killed_process_is_mended(self, stores):
        image = pictures.site_image(pictures.transparent_png())
        build_ladder(image)
        whole = stores.public[0].read_bytes()
        stores.public[0].write_bytes(whole[:10])
        SiteImage.objects.update(ladder_source="")
        build_ladder(SiteImage.objects.get())
        assert stores.public[0].read_bytes() == whole

    def test_a_file_replaced_while_it_was_encoded_does_not_get_the_old_ladder(self, stores, monkeypatch):
        image = pictures.site_image(pictures.transparent_png())

        def replaced_meanwhile(picture):
            SiteImage.objects.update(file="original_images/annan.png")
            return []

        monkeypatch.setattr(ladder, "encode_quick", replaced_meanwhile)
        assert not build_ladder(image)
        assert SiteImage.objects.get().ladder_source == ""

    def test_it_tells_those_above(self, stores):
        told = []
        ladder_built.connect(lambda image, **kwargs: told.append(image.pk), weak=False, dispatch_uid="test")
        image = pictures.site_image(pictures.transparent_png())
        build_ladder(image)
        build_ladder(image)
        ladder_built.disconnect(dispatch_uid="test")
        assert told == [image.pk]

    def test_it_is_built_after_commit(self, stores, django_capture_on_commit_callbacks):
        with django_capture_on_commit_callbacks(execute=True):
            image = pictures.site_image(pictures.transparent_png())
            assert not image.ladder.exists()
        assert image.ladder.count() == 4
        with django_capture_on_commit_callbacks() as callbacks:
            SiteImage.objects.get().save()
        assert not [one for one in callbacks if one is not purge.at_once]

    def test_a_full_disk_after_commit_does_not_reach_the_editor(
        self, stores, monkeypatch, django_capture_on_commit_callbacks
    ):
        def full(image):
            raise OSError("No space left on device")

        monkeypatch.setattr(receivers, "build_ladder", full)
        with django_capture_on_commit_callbacks(execute=True):
            pictures.site_image(pictures.transparent_png())
        monkeypatch.undo()
        assert build_missing_ladders(10) == 1

    def test_missing_ladders_are_made_in_portions_past_those_that_cannot(self, stores):
        gone, broken, *_ = (pictures.site_image(pictures.transparent_png(50 + n, 50)) for n in range(5))
        gone.file.storage.delete(gone.file.name)
        Path(broken.file.path).write_bytes(b"skadad")
        assert build_missing_ladders(2) == 2
        assert build_missing_ladders(10) == 1
        assert build_missing_ladders(10) == 0
        broken = SiteImage.objects.get(pk=broken.pk)
        assert broken.ladder_source == broken.file.name
        assert not broken.ladder.exists()

    def test_a_full_memory_stops_nobody_else_and_is_not_tried_again_at_once(self, stores, monkeypatch):
        large, small = (pictures.site_image(pictures.transparent_png(50 + n, 50)) for n in range(2))
        tries = []

        def full(file, *args):
            tries.append(file.name)
            if large.file.name in file.name:
                raise MemoryError
            return read(file, *args)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(ladder, "read", full)
            assert [build_missing_ladders(5), build_missing_ladders(5), len(tries)] == [1, 0, 2]
        assert small.ladder.exists()
        assert not SiteImage.objects.get(pk=large.pk).ladder_source
        SiteImage.objects.update(finishing_until=timezone.now() - timedelta(seconds=1))
        assert build_missing_ladders(5) == 1
        assert large.ladder.exists()

    def test_a_broken_new_file_takes_the_old_ladder_away(self, stores):
        image = pictures.site_image(pictures.transparent_png())
        build_ladder(image)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(ladder, "read", _refuse)
            SiteImage.objects.update(ladder_source="förra")
            assert not build_ladder(SiteImage.objects.get())
        assert not LadderFile.objects.exists()


def _refuse(*args):
    raise PictureError("nej")


@pytest.mark.django_db
def test_encoding_holds_no_transaction_and_recording_does(stores, monkeypatch):
    depth = {"outside": len(connection.savepoint_ids)}

    def watched(picture):
        depth["encoding"] = len(connection.savepoint_ids)
        return encode_quick(picture)

    def recording(**kwargs):
        depth["recording"] = len(connection.savepoint_ids)

    monkeypatch.setattr(ladder, "encode_quick", watched)
    ladder_built.connect(recording, dispatch_uid="test")
    build_ladder(pictures.site_image(pictures.transparent_png()))
    ladder_built.disconnect(dispatch_uid="test")
    assert depth["encoding"] == depth["outside"] < depth["recording"]
