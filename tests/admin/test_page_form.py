"""A page's address comes from its title until the page has been published, and is free; its picture is described."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse

from articles.models import Article
from tests.admin.conftest import Desk
from tests.admin.forms import as_sent
from tests.build import Branch, make_article
from tests.media.pictures import drawing, encoded, site_image

pytestmark = pytest.mark.django_db


def send(desk: Desk, address: str, fields: dict[str, str]) -> HttpResponse:
    """Publish from the form at an address. The script that draws the empty text counts its parts."""
    scripted = {"action-publish": "action-publish", "body-count": "0"}
    return desk.client.post(address, as_sent(desk.client, address) | scripted | fields)


def write(desk: Desk, branch: Branch, **fields: str) -> HttpResponse:
    return send(desk, reverse("wagtailadmin_pages:add", args=["articles", "article", branch.index.pk]), fields)


def change(desk: Desk, article: Article, **fields: str) -> HttpResponse:
    return send(desk, reverse("wagtailadmin_pages:edit", args=[article.pk]), fields)


def slugs(title: str) -> list[str]:
    return list(Article.objects.filter(title=title).order_by("path").values_list("slug", flat=True))


def test_every_month_has_its_members_meeting(vantor: Branch, vantor_desk: Desk) -> None:
    for _ in range(3):
        assert write(vantor_desk, vantor, title="Medlemsmöte", slug="medlemsmöte").status_code == 302
    assert slugs("Medlemsmöte") == ["medlemsmöte", "medlemsmöte-2", "medlemsmöte-3"]


def test_who_publishes_before_the_script_has_answered_gets_an_address_too(vantor: Branch, vantor_desk: Desk) -> None:
    assert write(vantor_desk, vantor, title="Fort gjort", slug="").status_code == 302
    assert slugs("Fort gjort") == ["fort-gjort"]


def test_a_title_is_one_line(vantor: Branch, vantor_desk: Desk) -> None:
    assert write(vantor_desk, vantor, title=" Soppa\r\n  på torget\n", slug="").status_code == 302
    assert slugs("Soppa på torget") == ["soppa-på-torget"]


def test_an_address_of_ones_own_is_kept_or_refused(vantor: Branch, vantor_desk: Desk) -> None:
    assert write(vantor_desk, vantor, title="Ett", slug="mitt-eget").status_code == 302
    assert slugs("Ett") == ["mitt-eget"]
    refused = write(vantor_desk, vantor, title="Två", slug="mitt-eget")
    assert refused.status_code == 200
    assert "slug" in refused.context["form"].errors
    assert slugs("Två") == []


def test_a_published_page_keeps_its_address(vantor: Branch, vantor_desk: Desk) -> None:
    article = make_article(vantor, "Gammal rubrik")
    assert change(vantor_desk, article, title="Ny rubrik").status_code == 302
    assert slugs("Ny rubrik") == ["gammal-rubrik"]
    assert "slug" in change(vantor_desk, article, slug="").context["form"].errors


def test_a_title_that_makes_no_address_is_told_so(vantor: Branch, vantor_desk: Desk) -> None:
    refused = write(vantor_desk, vantor, title="!!!", slug="")
    assert refused.status_code == 200
    assert refused.context["form"].errors["slug"] == [
        "Skriv en adress: rubriken har varken bokstäver eller siffror att göra den av."
    ]
    assert "slug" not in write(vantor_desk, vantor, title="", slug="").context["form"].errors


def test_a_draft_keeps_its_own_address_free_for_itself(vantor: Branch, vantor_desk: Desk) -> None:
    draft = vantor.index.add_child(instance=Article(title="Utkast", slug="utkast", live=False))
    assert change(vantor_desk, draft).status_code == 302
    assert slugs("Utkast") == ["utkast"]


@pytest.mark.parametrize(
    ("on_the_image", "on_the_page", "published"),
    [
        ({"description": ""}, "", False),
        ({"description": ""}, "Tre grannar vid ett bord", True),
        ({"description": "Ett bord"}, "", True),
        ({"description": "", "is_decorative": True}, "", True),
    ],
)
def test_a_picture_is_published_with_a_description(
    on_the_image: dict[str, Any], on_the_page: str, published: bool, vantor: Branch, vantor_desk: Desk
) -> None:
    picture = site_image(encoded(drawing(80, 60), "PNG"), "bord.png", collection=vantor_desk.folder, **on_the_image)
    answer = write(vantor_desk, vantor, title="Med bild", slug="", image=str(picture.pk), image_alt=on_the_page)
    assert (answer.status_code == 302) == published
    assert bool(slugs("Med bild")) == published
    if not published:
        assert answer.context["form"].errors.keys() == {"image_alt"}


def test_a_draft_may_wait_for_its_description(vantor: Branch, vantor_desk: Desk) -> None:
    picture = site_image(encoded(drawing(80, 60), "PNG"), "bord.png", collection=vantor_desk.folder, description="")
    address = reverse("wagtailadmin_pages:add", args=["articles", "article", vantor.index.pk])
    fields = as_sent(vantor_desk.client, address) | {"body-count": "0", "title": "Halvfärdig", "image": str(picture.pk)}
    assert vantor_desk.client.post(address, fields).status_code == 302
    assert slugs("Halvfärdig") == ["halvfärdig"]
