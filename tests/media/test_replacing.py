"""Replacing the file of an image: whatever becomes of the transaction, the image has a file."""

import pytest
from django.db import transaction
from django.urls import reverse
from wagtail.images.forms import get_image_form
from wagtail.models import Collection

from cms.media.models import SiteImage
from cms.media.shapes import image_shape
from tests.media import pictures


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
