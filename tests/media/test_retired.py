"""Files outlive the rows that named them, by as long as is right, and never longer."""

import os
import time
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import transaction
from django.utils import timezone

from cms.media import orphans, retired
from cms.media.ladder import build_ladder
from cms.media.models import LadderFile, RetiredFile, SiteImage
from tests.media import pictures

pytestmark = pytest.mark.django_db


@pytest.fixture
def photo(stores) -> SiteImage:
    image = pictures.site_image(pictures.transparent_png())
    build_ladder(image)
    return image


def later(days: float) -> None:
    """So many days pass for what waits to be deleted."""
    for row in RetiredFile.objects.all():
        RetiredFile.objects.filter(pk=row.pk).update(delete_after=row.delete_after - timedelta(days=days))


def old(path) -> None:
    """The file lies there since the day before yesterday."""
    then = time.time() - 2 * 86_400
    os.utime(path, (then, then))


def test_a_replaced_picture_answers_at_its_old_addresses_for_the_grace_period(photo, stores, client, settings):
    settings.MEDIA_GRACE_DAYS = 30
    before = {row.file.url for row in photo.ladder.all()}
    photo.file = ContentFile(pictures.transparent_png(330, 100), name="ny.png")
    photo.save()
    build_ladder(photo)
    now = {row.file.url for row in photo.ladder.all()}
    assert not before & now
    later(29.9)
    assert retired.delete_due() == 0
    assert {client.get(url).status_code for url in before | now} == {200}
    later(0.2)
    assert retired.delete_due() == len(before)
    assert {client.get(url).status_code for url in before} == {404}
    assert {client.get(url).status_code for url in now} == {200}
    assert not RetiredFile.objects.exists()


def test_a_deleted_picture_goes_with_the_commit_and_what_it_was_before_too(
    photo, stores, django_capture_on_commit_callbacks
):
    photo.file = ContentFile(pictures.transparent_png(330, 100), name="ny.png")
    photo.save()
    build_ladder(photo)
    files = stores.public
    with django_capture_on_commit_callbacks(execute=True):
        photo.delete()
        assert not LadderFile.objects.exists()
        assert stores.public == files
    assert stores.public == []
    assert not RetiredFile.objects.exists()


def test_a_deletion_that_is_rolled_back_loses_nothing(photo, stores, django_capture_on_commit_callbacks):
    files = stores.private, stores.public
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        photo.delete()
        transaction.set_rollback(True)
    retired.delete_due()
    assert (stores.private, stores.public) == files
    assert SiteImage.objects.get().ladder.exists()


def test_what_another_picture_shows_is_kept(photo, stores, django_capture_on_commit_callbacks):
    twin = pictures.site_image(pictures.transparent_png())
    build_ladder(twin)
    files = stores.public
    with django_capture_on_commit_callbacks(execute=True):
        photo.delete()
    assert stores.public == files
    assert len(files) == twin.ladder.count()
    assert not RetiredFile.objects.exists()


def test_a_picture_that_comes_back_within_the_grace_period_keeps_its_files(photo, stores):
    photo.file = ContentFile(pictures.transparent_png(330, 100), name="ny.png")
    photo.save()
    build_ladder(photo)
    assert RetiredFile.objects.exists()
    build_ladder(pictures.site_image(pictures.transparent_png()))
    assert not RetiredFile.objects.exists()


def test_withdrawn_is_gone_with_the_commit_and_not_before(photo, stores, django_capture_on_commit_callbacks):
    names = list(photo.ladder.values_list("file", flat=True))
    with django_capture_on_commit_callbacks(execute=True):
        photo.ladder.all().delete()
        retired.withdraw(names, "image:1")
        assert len(stores.public) == len(names)
    assert stores.public == []
    assert not RetiredFile.objects.exists()


def test_withdrawn_is_gone_though_the_process_died_after_the_commit(photo, stores):
    names = list(photo.ladder.values_list("file", flat=True))
    photo.ladder.all().delete()
    retired.withdraw(names, "image:1")  # what waits for the commit never runs
    assert retired.delete_due() == len(names)
    assert stores.public == []


def test_a_ladder_that_was_never_recorded_is_swept_after_a_day(photo, stores, monkeypatch):
    def killed(*args):
        raise SystemExit

    other = pictures.site_image(pictures.encoded(pictures.drawing(100, 100), "PNG"))
    monkeypatch.setattr("cms.media.shelf._exchange", killed)
    with pytest.raises(SystemExit):
        build_ladder(other)
    kept = photo.ladder.count()
    assert len(stores.public) > kept
    retired.delete_due()
    assert len(stores.public) > kept
    later(1.01)
    retired.delete_due()
    assert len(stores.public) == kept


def test_an_upload_that_was_rolled_back_leaves_an_orphan_that_is_swept(photo, stores):
    with transaction.atomic():
        pictures.site_image(pictures.transparent_png(), name="ångrad.png")
        transaction.set_rollback(True)
    orphan = next(path for path in stores.private if "angrad" in path.name)
    assert orphans.sweep() == 0  # it may belong to an upload that goes on at this moment
    for path in stores.private + stores.public:
        old(path)
    assert orphans.sweep() == 1
    assert orphans.sweep() == 0
    later(1.01)
    assert retired.delete_due() == 1
    assert not orphan.exists()
    assert storages["default"].exists(photo.file.name)


def test_one_sweep_in_a_while_is_enough(photo, stores, monkeypatch):
    calls = []
    monkeypatch.setattr(orphans, "sweep", lambda: calls.append(1) or 1)
    assert orphans.sweep_in_turn() + orphans.sweep_in_turn() == len(calls) == 1


def test_a_store_that_is_away_is_asked_again_later(photo, stores, monkeypatch):
    def away(self, name):
        raise OSError("away")

    photo.delete()  # what waits for the commit never runs
    count = RetiredFile.objects.count()
    monkeypatch.setattr(type(storages["public"]), "delete", away)
    assert retired.delete_due() == 0
    assert RetiredFile.objects.filter(delete_after__gt=timezone.now()).count() == count
    monkeypatch.undo()
    later(1)
    assert retired.delete_due() == count
