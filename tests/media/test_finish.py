"""The second stage: what it makes, when it is made again, and that workers do not tread on each other."""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.utils import timezone

from cms.media import finish as stage
from cms.media.finish import finish, finish_ladders, unfinished, wanted
from cms.media.ladder import build_ladder
from cms.media.models import LadderFile, RetiredFile, SiteImage
from cms.media.picture import PictureError
from cms.media.signals import ladder_built
from tests.media import pictures

pytestmark = pytest.mark.django_db


@pytest.fixture
def photo(stores) -> SiteImage:
    image = pictures.site_image(pictures.phone_photo(900, 600, 1))
    build_ladder(image)
    return image


def point(image: SiteImage, x: int, y: int) -> None:
    """The editor picks the most important point."""
    values = {"focal_point_x": x, "focal_point_y": y, "focal_point_width": 10, "focal_point_height": 10}
    SiteImage.objects.filter(pk=image.pk).update(**values)


def crops(image: SiteImage) -> set[str]:
    return set(image.ladder.exclude(crop="").values_list("file", flat=True))


def test_the_database_and_the_code_mean_the_same_by_finished(photo):
    for _ in range(2):
        assert list(unfinished()) == [photo]
        SiteImage.objects.update(finished_as=wanted(SiteImage.objects.get()))
        assert not unfinished().exists()
        point(photo, 7, 8)


def test_the_worker_adds_what_is_slow_and_keeps_what_stands(photo):
    quick = set(photo.ladder.values_list("file", flat=True))
    assert finish_ladders(5) == 1
    assert quick < set(photo.ladder.values_list("file", flat=True))
    whole = photo.ladder.filter(crop="")
    assert {row.format for row in whole} == {"avif", "webp", "jpeg"}
    assert sorted({row.width for row in whole}) == [320, 480, 640, 900]
    assert finish_ladders(5) == 0
    stored = SiteImage.objects.get()
    assert (stored.finished_as, stored.finishing_until) == (wanted(stored), None)


def test_the_quick_rungs_come_first(stores):
    pictures.site_image(pictures.transparent_png())
    assert finish_ladders(5) == 0


def test_another_point_makes_other_crops_and_the_same_rungs(photo):
    finish_ladders(1)
    rungs, before = set(photo.ladder.filter(crop="").values_list("file", flat=True)), crops(photo)
    point(photo, 1, 599)
    assert finish_ladders(5) == 1
    assert crops(photo) - before
    assert set(photo.ladder.filter(crop="").values_list("file", flat=True)) == rungs


def test_another_recipe_makes_every_ladder_anew(photo, monkeypatch):
    finish_ladders(1)
    monkeypatch.setattr(stage, "RECIPE", stage.RECIPE + 1)
    assert finish_ladders(5) == 1
    assert finish_ladders(5) == 0


def test_another_file_makes_a_ladder_of_its_own(photo):
    finish_ladders(1)
    photo.file = ContentFile(pictures.transparent_png(330, 100), name="ny.png")
    photo.save()
    build_ladder(photo)
    assert not crops(photo)
    assert finish_ladders(5) == 1
    assert {row.format for row in photo.ladder.all()} == {"avif", "webp", "png"}


def test_what_a_worker_has_in_hand_no_other_takes(photo, monkeypatch):
    others = []
    monkeypatch.setattr(stage, "finish", lambda image: others.append(finish_ladders(5)))
    assert finish_ladders(1) == 1
    assert others == [0]


def test_a_killed_workers_picture_is_taken_up_after_its_lease(photo, monkeypatch):
    def killed(image):
        raise SystemExit

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stage, "finish", killed)
        with pytest.raises(SystemExit):
            finish_ladders(1)
    assert finish_ladders(1) == 0
    SiteImage.objects.update(finishing_until=timezone.now() - timedelta(seconds=1))
    assert finish_ladders(1) == 1
    assert crops(photo)


def test_two_who_finish_the_same_do_no_harm(photo):
    assert finish(SiteImage.objects.get())
    before = sorted(photo.ladder.values_list("crop", "format", "width", "file"))
    assert finish(SiteImage.objects.get())
    assert sorted(photo.ladder.values_list("crop", "format", "width", "file")) == before


@pytest.mark.parametrize("change", [{"file": "original_images/annan.png"}, {"focal_point_x": 3}])
def test_what_changed_meanwhile_is_not_overwritten_and_is_free_at_once(photo, monkeypatch, change):
    def changed_meanwhile(*args, **kwargs):
        SiteImage.objects.update(**change)
        return []

    rows = photo.ladder.count()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stage, "encode_all", changed_meanwhile)
        assert finish_ladders(1) == 1
    stored = SiteImage.objects.get()
    assert (stored.finished_as, stored.finishing_until, stored.ladder.count()) == ("", None, rows)


def test_a_picture_that_cannot_be_finished_does_not_keep_the_others_waiting(photo, stores):
    gone = pictures.site_image(pictures.transparent_png(60, 50))
    build_ladder(gone)
    gone.file.storage.delete(gone.file.name)
    assert finish_ladders(5) == 2
    assert crops(photo)
    assert not crops(gone)
    assert gone.ladder.exists()
    assert finish_ladders(5) == 0  # until its lease ends


def fail_with(monkeypatch, error):
    """Reading the original fails so, every time; returns how often it was tried."""
    tries = []

    def fail(*args, **kwargs):
        tries.append(args)
        raise error

    monkeypatch.setattr(stage, "read", fail)
    return tries


def test_a_picture_that_cannot_be_read_any_more_keeps_what_stands(photo, stores, monkeypatch):
    before, files = list(photo.ladder.order_by("pk").values()), stores.public
    tries = fail_with(monkeypatch, PictureError("nej"))
    assert [finish_ladders(5), finish_ladders(5), len(tries)] == [1, 0, 1]
    assert list(photo.ladder.order_by("pk").values()) == before != []
    assert (stores.public, RetiredFile.objects.exists()) == (files, False)
    stored = SiteImage.objects.get()
    assert (stored.finished_as, stored.finishing_until) == (wanted(stored), None)


def test_a_picture_that_changed_while_it_could_not_be_read_is_free_at_once(photo, monkeypatch):
    def changed_meanwhile(*args, **kwargs):
        point(photo, 3, 4)
        raise PictureError("nej")

    monkeypatch.setattr(stage, "read", changed_meanwhile)
    assert finish_ladders(1) == 1
    stored = SiteImage.objects.get()
    assert (stored.finished_as, stored.finishing_until) == ("", None)


def test_a_full_memory_is_no_fault_of_the_picture(photo, monkeypatch):
    other = pictures.site_image(pictures.transparent_png(60, 50))
    build_ladder(other)
    before = LadderFile.objects.count()
    tries = fail_with(monkeypatch, MemoryError())
    assert [finish_ladders(5), finish_ladders(5), len(tries)] == [2, 0, 2]  # both wait for the end of their lease
    assert LadderFile.objects.count() == before
    monkeypatch.undo()
    SiteImage.objects.update(finishing_until=timezone.now() - timedelta(seconds=1))
    assert finish_ladders(5) == 2
    assert crops(photo)


def test_an_image_deleted_meanwhile_leaves_no_rows(photo):
    taken = SiteImage.objects.get()
    photo.delete()
    photo.file.storage.save(taken.file.name, ContentFile(pictures.phone_photo(900, 600, 1)))
    assert not finish(taken)
    assert not LadderFile.objects.exists()


def test_encoding_holds_no_transaction_and_recording_does(photo, monkeypatch):
    depth = {"outside": len(connection.savepoint_ids)}

    def watched(*args, **kwargs):
        depth["encoding"] = len(connection.savepoint_ids)
        return iter(())

    def recording(**kwargs):
        depth["recording"] = len(connection.savepoint_ids)

    monkeypatch.setattr(stage, "encode_all", watched)
    ladder_built.connect(recording, dispatch_uid="test")
    finish_ladders(1)
    ladder_built.disconnect(dispatch_uid="test")
    assert depth["encoding"] == depth["outside"] < depth["recording"]
