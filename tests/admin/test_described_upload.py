"""A picture is described where it is uploaded, in the chooser too, or marked as mere decoration."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.urls import reverse

from cms.media.models import SiteImage
from tests.admin.conftest import Desk
from tests.media.pictures import drawing, encoded

pytestmark = pytest.mark.django_db
ASKED = "Beskriv bilden, eller markera att den bara är dekoration."
VIEWS = {"wagtailimages_chooser:create": "image-chooser-upload-", "wagtailimages:add": ""}


def upload(desk: Desk, view: str, **fields: str) -> HttpResponse:
    prefix = VIEWS[view]
    file = SimpleUploadedFile("bild.png", encoded(drawing(60, 40), "PNG"), "image/png")
    form = {"title": "Torget", "file": file, "collection": desk.folder.pk, "description": ""} | fields
    return desk.client.post(reverse(view), {prefix + name: value for name, value in form.items()})


@pytest.mark.parametrize("view", VIEWS)
def test_a_picture_without_a_word_is_not_taken_in(view: str, vantor_desk: Desk) -> None:
    answer = upload(vantor_desk, view)
    assert ASKED in (str(answer.json()) if view.endswith("create") else answer.content.decode())
    assert not SiteImage.objects.exists()


@pytest.mark.parametrize("fields", [{"description": "Ett torg i regn"}, {"is_decorative": "on"}], ids=["word", "none"])
@pytest.mark.parametrize("view", VIEWS)
def test_a_word_or_a_tick_is_enough(view: str, fields: dict[str, str], vantor_desk: Desk) -> None:
    upload(vantor_desk, view, **fields)
    assert SiteImage.objects.get().is_described


def test_many_at_once_are_described_one_by_one_afterwards(vantor_desk: Desk) -> None:
    file = SimpleUploadedFile("bild.png", encoded(drawing(60, 40), "PNG"), "image/png")
    answer = vantor_desk.client.post(
        reverse("wagtailimages:add_multiple"), {"files[]": file, "collection": vantor_desk.folder.pk}
    )
    assert answer.json()["success"]
    image = SiteImage.objects.get()
    fields = {"title": "Torget", "collection": vantor_desk.folder.pk, "description": ""}
    form = {f"image-{image.pk}-{name}": value for name, value in fields.items()}
    answer = vantor_desk.client.post(reverse("wagtailimages:edit_multiple", args=[image.pk]), form)
    assert ASKED in answer.json()["form"]
