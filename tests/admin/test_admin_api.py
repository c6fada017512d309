"""The API that the admin's own pages call: the editor's own images, and nothing to anybody else."""

import pytest
from django.test import Client

from cms.media.models import SiteImage
from tests.admin.conftest import Desk
from tests.media.pictures import drawing, encoded, site_image

LISTING = "/admin/api/main/images/"


@pytest.fixture
def image(vantor_desk: Desk) -> SiteImage:
    return site_image(encoded(drawing(300, 200), "PNG"), "egen.png", collection=vantor_desk.folder)


@pytest.mark.django_db
def test_an_editor_reads_the_images_of_the_own_folder(image: SiteImage, vantor_desk: Desk, varmland_desk: Desk) -> None:
    site_image(encoded(drawing(60, 40), "PNG"), "annan.png", collection=varmland_desk.folder)
    listing = vantor_desk.client.get(LISTING)
    assert listing.status_code == 200
    assert [item["id"] for item in listing.json()["items"]] == [image.pk]
    detail = vantor_desk.client.get(f"{LISTING}{image.pk}/")
    assert detail.status_code == 200
    assert detail.json()["thumbnail"]["url"].startswith("/admin/media/")


@pytest.mark.django_db
def test_a_stranger_reads_none(image: SiteImage, varmland_desk: Desk) -> None:
    assert varmland_desk.client.get(LISTING).json()["items"] == []
    assert varmland_desk.client.get(f"{LISTING}{image.pk}/").status_code == 404
    for address in (LISTING, f"{LISTING}{image.pk}/"):
        assert Client().get(address).status_code == 302  # to the login
