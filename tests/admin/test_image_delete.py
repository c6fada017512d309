"""Who is asked whether an image is to be deleted sees which."""

from bs4 import BeautifulSoup
from django.urls import reverse

from tests.admin.conftest import Desk
from tests.media.pictures import drawing, encoded, site_image


def test_the_question_shows_the_image(vantor_desk: Desk) -> None:
    image = site_image(encoded(drawing(60, 40), "PNG"), "torget.png", collection=vantor_desk.folder)
    answer = vantor_desk.client.get(reverse("wagtailimages:delete", args=[image.pk]))
    shown = BeautifulSoup(answer.content, "html.parser").select_one("#main .row img")
    assert shown is not None
    assert shown["src"] == image.get_rendition("max-800x600").url
