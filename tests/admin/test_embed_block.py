"""Pasting an address: what is taken is kept in its plain form, what is not is refused in words that help."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from articles.models import Article
from cms.media.models import SiteImage
from tests.admin.conftest import Desk, Secrets
from tests.admin.forms import as_sent
from tests.admin.test_own_media import EMPTY_LINK
from tests.build import Branch, make_article
from tests.organisation.test_contact_block import said

pytestmark = pytest.mark.django_db
FILM = "https://www.youtube.com/watch?v=aqz-KE-bpKQ"


@pytest.fixture
def article(vantor: Branch) -> Article:
    return make_article(vantor, "Vår egen")


def send(desk: Desk, article: Article, url: str, action: str = "action-publish", **more: Any) -> HttpResponse:
    """The article's form with one embed block, as a browser sends it."""
    value = {"url": url, "title": "Talet på torget", "thumbnail": "", "caption": "", "transcript": EMPTY_LINK} | more
    form = as_sent(desk.client, reverse("wagtailadmin_pages:edit", args=[article.pk]))
    form |= nested_form_data({"body": streamfield([("embed", value)])})
    return desk.client.post(reverse("wagtailadmin_pages:edit", args=[article.pk]), form | {action: "1"})


def body(article: Article) -> list[Any]:
    return [block["value"] for block in Article.objects.get(pk=article.pk).body.raw_data]


def test_the_plain_address_is_kept(vantor_desk: Desk, article: Article) -> None:
    assert send(vantor_desk, article, "  youtu.be/aqz-KE-bpKQ?si=delad-av-mig ").status_code == 302
    assert [value["url"] for value in body(article)] == [FILM]


REFUSED = {
    "https://www.tiktok.com/@nagon/video/1": "Det som går är YouTube, Vimeo, Sveriges Radio och OpenStreetMap.",
    "https://youtube.com.evil.example/watch?v=aqz-KE-bpKQ": "Därifrån går det inte att bädda in något.",
    "javascript:alert(1)": "Därifrån går det inte att bädda in något.",
    "https://www.youtube.com/@nagon": f"men inte till en film. Den ska se ut så här: {FILM}",
    "https://sverigesradio.se/avsnitt/ett-namn": "leder till Sveriges Radio, men inte till ett avsnitt.",
    '<iframe src="https://www.youtube.com/embed/aqz-KE-bpKQ"></iframe>': "inte koden för att bädda in den",
    "https://youtu.be/" + "a" * 600: "500 tecken",
}


@pytest.mark.parametrize("action", ["action-publish", "action-save"])
@pytest.mark.parametrize("url", REFUSED)
def test_a_refusal_says_what_to_do(url: str, action: str, vantor_desk: Desk, article: Article) -> None:
    answer = send(vantor_desk, article, url, action)
    assert answer.status_code == 200
    assert REFUSED[url] in said(answer)
    assert body(article) == []


@pytest.mark.parametrize("missing", [{"url": ""}, {"title": ""}])
def test_address_and_heading_are_needed_to_publish_and_not_to_save(
    missing: dict[str, str], vantor_desk: Desk, article: Article
) -> None:
    given = {"url": FILM, "title": "Talet"} | missing
    assert send(vantor_desk, article, given["url"], title=given["title"]).status_code == 200
    assert send(vantor_desk, article, given["url"], "action-save", title=given["title"]).status_code == 302
    assert body(article) == []  # what is published


def test_a_foreign_picture_is_refused(vantor_desk: Desk, article: Article, secrets: Secrets) -> None:
    send(vantor_desk, article, FILM, thumbnail=str(secrets.image.pk))
    assert body(article) == []
    assert SiteImage.objects.filter(pk=secrets.image.pk).exists()


def test_all_that_is_wrong_is_told_at_once(vantor_desk: Desk, article: Article) -> None:
    answer = send(vantor_desk, article, "https://evil.example.com/video", title="")
    assert "Därifrån går det inte att bädda in något" in said(answer)
    assert said(answer).count("Det här behöver fyllas i.") == 1
