"""A form takes only the pictures and documents that its user may choose, whatever number is posted."""

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from articles.models import Article
from cms.media.document import SiteDocument
from cms.media.models import SiteImage
from cms.sites.models import Frontend
from tests.admin.conftest import CANARY, Desk, Secrets
from tests.admin.forms import as_sent
from tests.build import Branch, make_article
from tests.media.documents import site_document

pytestmark = pytest.mark.django_db
LISTING = "/admin/api/main/documents/"
EMPTY_LINK = {"page": "", "url": "", "email": "", "phone": "", "file": ""}
NEVER = 987_654


@pytest.fixture
def own(vantor_desk: Desk) -> SiteDocument:
    return site_document(title="Egna stadgar", collection=vantor_desk.folder)


@pytest.fixture
def article(vantor: Branch) -> Article:
    return make_article(vantor, "Vår egen")


def blocks(way: str, pk: int) -> list[tuple[str, Any]]:
    """A body that shows this document in one of the ways there are."""
    link = EMPTY_LINK | {"file": pk}
    return {
        "block": [("file", {"document": pk, "title": ""})],
        "button": [("button", {"label": "Läs", "link": link, "style": "primary"})],
        "text": [("paragraph", rich_text(f'<p><a linktype="document" id="{pk}">Läs</a></p>', features=FEATURES))],
    }[way]


FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul"]


def save(desk: Desk, article: Article, body: list[tuple[str, Any]], **more: Any) -> HttpResponse:
    url = reverse("wagtailadmin_pages:edit", args=[article.pk])
    form = as_sent(desk.client, url) | nested_form_data({"body": streamfield(body)}) | more
    return desk.client.post(url, form | {"action-publish": "1"})


@pytest.mark.parametrize("way", ["block", "button", "text"])
def test_a_foreign_document_is_refused_like_one_that_never_was(
    way: str, vantor_desk: Desk, article: Article, own: SiteDocument, secrets: Secrets
) -> None:
    answers = []
    for pk in (secrets.document.pk, NEVER):
        answer = save(vantor_desk, article, blocks(way, pk))
        answers.append((answer.status_code, answer.get("Location")))
        assert CANARY not in answer.content.decode()
        assert str(pk) not in str(Article.objects.get(pk=article.pk).body.raw_data)
    assert answers[0] == (302, reverse("wagtailadmin_home"))
    if way == "text":
        assert answers[1] == answers[0]  # elsewhere nobody can choose what is not there: an error in the field
    assert not SiteDocument.objects.get(pk=secrets.document.pk).copied_as
    answer = save(vantor_desk, article, blocks(way, own.pk))
    assert answer.status_code == 302
    assert str(own.pk) in str(Article.objects.get(pk=article.pk).body.raw_data)


def test_a_preview_and_a_new_page_refuse_it_too(vantor_desk: Desk, vantor: Branch, secrets: Secrets) -> None:
    add = reverse("wagtailadmin_pages:add", args=["articles", "article", vantor.index.pk])
    body = nested_form_data({"body": streamfield(blocks("block", secrets.document.pk))})
    form = as_sent(vantor_desk.client, add) | {"title": "Ny", "slug": "ny"} | body
    preview = reverse("wagtailadmin_pages:preview_on_add", args=["articles", "article", vantor.index.pk])
    for url in (add, preview):
        answer = vantor_desk.client.post(url, form)
        assert (answer.status_code, answer.get("Location")) == (302, reverse("wagtailadmin_home"))
    assert not Article.objects.filter(slug="ny").exists()


def test_a_foreign_picture_is_refused(vantor_desk: Desk, article: Article, secrets: Secrets) -> None:
    answer = save(vantor_desk, article, [], image=secrets.image.pk)
    assert answer.get("Location") == reverse("wagtailadmin_home")
    assert Article.objects.get(pk=article.pk).image is None


def test_what_stands_there_may_stay(vantor_desk: Desk, article: Article, secrets: Secrets) -> None:
    """Somebody who may choose everything has put it there."""
    article.body = [("file", {"document": secrets.document, "title": "Från distriktet"})]
    article.image = SiteImage.objects.get(pk=secrets.image.pk)
    article.save_revision().publish()
    described = {"title": "Ny rubrik", "image_alt": "Distriktets bild"}
    answer = save(vantor_desk, article, blocks("block", secrets.document.pk), **described)
    assert answer.get("Location") != reverse("wagtailadmin_home")
    assert Article.objects.get(pk=article.pk).title == "Ny rubrik"


def test_the_menu_refuses_a_foreign_document(vantor_desk: Desk, vantor: Branch, secrets: Secrets) -> None:
    url = reverse("webbplats:edit", args=[vantor.frontend.pk])
    item = {"label": "Stadgar", "link": EMPTY_LINK | {"file": secrets.document.pk}, "children-count": "0"}
    streams = nested_form_data({"header": streamfield([("item", item)]), "footer": streamfield([])})
    form = as_sent(vantor_desk.client, url) | streams | {"social-count": "0"}
    answer = vantor_desk.client.post(url, form)
    assert (answer.status_code, answer.get("Location")) == (302, reverse("wagtailadmin_home"))
    assert len(Frontend.objects.get(pk=vantor.frontend.pk).header) == 0


def test_lists_and_choosers_hold_the_own_documents(vantor_desk: Desk, own: SiteDocument, secrets: Secrets) -> None:
    get = vantor_desk.client.get
    assert [item["id"] for item in get(LISTING).json()["items"]] == [own.pk]
    assert get(f"{LISTING}{own.pk}/").status_code == 200
    assert get(f"{LISTING}{secrets.document.pk}/").status_code == get(f"{LISTING}{NEVER}/").status_code == 404
    for name in ("wagtaildocs:index", "wagtaildocs_chooser:choose"):
        page = get(reverse(name)).content.decode()
        assert own.title in page
        assert CANARY not in page
    assert Client().get(LISTING).status_code == 302  # to the login


def test_the_original_is_the_own_editors(vantor_desk: Desk, own: SiteDocument, secrets: Secrets) -> None:
    assert vantor_desk.client.get(own.url).status_code == 200
    assert vantor_desk.client.get(secrets.document.url).status_code == 404
    assert Client().get(own.url).status_code == 404
