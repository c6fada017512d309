"""Replacing the file of an image: whatever becomes of the transaction, the image has a file."""

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import reverse
from wagtail.images.forms import get_image_form
from wagtail.models import Collection

from cms.media.finish import finish_ladders
from cms.media.ladder import build_ladder
from cms.media.models import RetiredFile, SiteImage
from cms.media.shapes import image_shape
from cms.pipeline.publish import worker
from cms.pipeline.publish.models import Publication
from tests.build import Branch, make_article
from tests.media import pictures
from tests.pipeline.stored import assert_law


def replacement() -> dict[str, object]:
    """What the form posts with a new file."""
    return {
        "title": "Ny",
        "file": pictures.upload(pictures.transparent_png(), "ny.png"),
        "collection": Collection.get_first_root_node().pk,
    }


@pytest.mark.django_db
def test_a_rollback_keeps_the_old_file(stores, admin_user, django_capture_on_commit_callbacks):
    image = pictures.site_image(pictures.phone_photo())
    image.get_rendition("max-165x165")
    name, before = image.file.name, stores.private
    data = replacement()
    form = get_image_form(SiteImage)(data, {"file": data["file"]}, instance=image, user=admin_user)
    assert form.is_valid()
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        form.save()
        transaction.set_rollback(True)
    stored = SiteImage.objects.get()
    assert stored.file.name == name
    assert set(before) <= set(stores.private)
    assert stored.renditions.count() == 1
    with stored.file.open() as file:
        assert file.read() == pictures.phone_photo()


@pytest.mark.django_db
def test_the_admin_deletes_the_old_file_after_commit_and_not_before(
    editor_client, stores, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        image = pictures.site_image(pictures.phone_photo())
    thumbnail = image.get_rendition("max-165x165")
    old_shape = image_shape(image, identity="x")
    with django_capture_on_commit_callbacks(execute=False) as callbacks:
        response = editor_client.post(reverse("wagtailimages:edit", args=[image.pk]), replacement())
    assert response.status_code == 302
    stored = SiteImage.objects.get()
    assert stored.file.name != image.file.name
    assert image.file.storage.exists(image.file.name)
    assert image_shape(stored, identity="x") == old_shape  # until the new ladder stands
    for callback in callbacks:
        callback()
    assert not image.file.storage.exists(image.file.name)
    assert not thumbnail.file.storage.exists(thumbnail.file.name)
    stored = SiteImage.objects.get()
    assert image_shape(stored, identity="x").src.endswith(".png")
    assert stored.file.storage.exists(stored.file.name)


@pytest.mark.django_db
def test_changing_the_title_keeps_the_file(editor_client, stores, django_capture_on_commit_callbacks):
    image = pictures.site_image(pictures.phone_photo())
    data = {"title": "Ny", "collection": Collection.get_first_root_node().pk}
    with django_capture_on_commit_callbacks(execute=True):
        editor_client.post(reverse("wagtailimages:edit", args=[image.pk]), data)
    stored = SiteImage.objects.get()
    assert (stored.title, stored.file.name) == ("Ny", image.file.name)
    assert stored.file.storage.exists(stored.file.name)


@pytest.mark.django_db
def test_a_name_never_comes_twice(stores):
    names = set()
    for _ in range(3):
        image = pictures.site_image(pictures.transparent_png(), name="samma.png")
        names.add(image.file.name)
        image.file.storage.delete(image.file.name)
    assert len(names) == 3
    long_name = pictures.site_image(pictures.transparent_png(), name="å" * 300 + ".png").file.name
    assert len(long_name) <= 100
    assert long_name.endswith(".png")


@pytest.fixture
def shown(stores, vantor: Branch, django_capture_on_commit_callbacks) -> SiteImage:
    """A photo with its whole ladder, and its page."""
    with django_capture_on_commit_callbacks(execute=True):
        image = pictures.site_image(pictures.phone_photo(90, 60), description="En bild")
    finish_ladders(1)
    make_article(vantor, image=image)
    worker.drain()
    return SiteImage.objects.get()


def addresses(image: SiteImage) -> set[str]:
    return {row.file.url.removeprefix(settings.PUBLIC_URL) for row in image.ladder.all()}


def answers(client: Client, urls: set[str]) -> set[int]:
    return {client.get(url).status_code for url in urls}


def test_the_old_picture_stops_answering_with_the_commit_if_the_editor_says_so(
    editor_client, shown, django_capture_on_commit_callbacks
):
    old = addresses(shown)
    data = replacement() | {"withdraw_old": "on"}
    with django_capture_on_commit_callbacks(execute=True):
        assert editor_client.post(reverse("wagtailimages:edit", args=[shown.pk]), data).status_code == 302
        assert answers(editor_client, old) == {200}
        assert not Publication.objects.filter(body__contains=min(old)).exists()
    assert answers(editor_client, old) == {404}
    new = addresses(SiteImage.objects.get())
    assert new
    assert answers(editor_client, new) == {200}
    assert_law()
    assert Publication.objects.filter(
        kind="page", body__contains=image_shape(SiteImage.objects.get(), identity="x").src
    ).exists()
    assert not RetiredFile.objects.exists()


def test_what_a_second_upload_of_the_old_picture_shows_stays(editor_client, shown, django_capture_on_commit_callbacks):
    twin = pictures.site_image(pictures.phone_photo(90, 60))
    build_ladder(twin)
    kept = addresses(twin)
    with django_capture_on_commit_callbacks(execute=True):
        editor_client.post(reverse("wagtailimages:edit", args=[shown.pk]), replacement() | {"withdraw_old": "on"})
    assert answers(editor_client, kept) == {200}


def test_a_rollback_keeps_the_old_picture_on_the_web(
    editor_client, admin_user, shown, django_capture_on_commit_callbacks
):
    data = replacement() | {"withdraw_old": "on"}
    form = get_image_form(SiteImage)(data, {"file": data["file"]}, instance=shown, user=admin_user)
    assert form.is_valid()
    with django_capture_on_commit_callbacks(execute=True), transaction.atomic():
        form.save()
        transaction.set_rollback(True)
    stored = SiteImage.objects.get()
    assert stored.ladder_source == stored.file.name
    assert answers(editor_client, addresses(stored)) == {200}


def test_without_a_new_picture_the_editor_is_told_what_to_do(editor_client, shown):
    data = {"title": "Ny", "collection": Collection.get_first_root_node().pk, "withdraw_old": "on"}
    response = editor_client.post(reverse("wagtailimages:edit", args=[shown.pk]), data)
    assert "Välj den nya bilden först, eller radera bilden." in response.content.decode()
    assert addresses(SiteImage.objects.get()) == addresses(shown)


def test_only_the_form_of_an_image_asks_about_an_old_picture(editor_client, shown):
    words = "Sluta visa den gamla bilden genast"
    assert words in editor_client.get(reverse("wagtailimages:edit", args=[shown.pk])).content.decode()
    assert words not in editor_client.get(reverse("wagtailimages:add")).content.decode()


def test_who_deletes_reads_that_the_picture_stops_answering(editor_client, shown):
    text = editor_client.get(reverse("wagtailimages:delete", args=[shown.pk])).content.decode()
    assert "Bilden och alla dess storlekar slutar svara direkt." in text
