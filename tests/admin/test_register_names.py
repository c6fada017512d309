"""Who writes without publishing chooses from the register, and reads no name there that nobody may read."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from articles.models import Article, ArticleAuthor
from cms.media.models import SiteImage
from organisation.models import Person
from tests.admin.admin_urls import address, views
from tests.admin.conftest import CANARY, Desk
from tests.admin.forms import as_sent, body
from tests.build import Branch, day, make_article, make_person
from tests.media.pictures import drawing, encoded, site_image
from tests.organisation.test_contact_block import said

pytestmark = pytest.mark.django_db
CONTACT = dict.fromkeys(["heading", "name", "role", "email", "phone", "address"], "") | {"image": None}


@pytest.fixture
def picture(vantor_desk: Desk) -> SiteImage:
    return site_image(encoded(drawing(60, 40), "PNG"), "bild.png", collection=vantor_desk.folder)


@pytest.fixture
def silent(vantor: Branch, picture: SiteImage) -> Person:
    """Stands in the register, by a name that would be the first of a list, and never agreed to be named."""
    return make_person(vantor.unit, f"A {CANARY}", consent_on=None, portrait=picture)


@pytest.fixture
def open_one(vantor: Branch) -> Person:
    return make_person(vantor.unit, "Ylva Exempelsson")


@pytest.fixture
def article(vantor: Branch, silent: Person, open_one: Person) -> Article:
    """With both as authors, the silent one once more as contact, and each in one version only."""
    article = make_article(vantor, "Torgmöte", body=[("contact", CONTACT | {"person": str(silent.pk)})])
    for who in (silent, open_one):
        article.authors = [ArticleAuthor(person=who)]
        article.save_revision()
    article.authors = [ArticleAuthor(person=silent), ArticleAuthor(person=open_one)]
    article.save_revision().publish()
    return Article.objects.get(pk=article.pk)


def forms(article: Article) -> list[str]:
    add = reverse("wagtailadmin_pages:add", args=["articles", "article", article.get_parent().pk])
    return [add, reverse("wagtailadmin_pages:edit", args=[article.pk])]


def unnamed(who: Person) -> str:
    return f"En person som inte visas på webben (nummer {who.pk})"


def compared(client: Client, article: Article, one: Any = "earliest", other: Any = "latest") -> str:
    return body(client.get(reverse("wagtailadmin_pages:revisions_compare", args=[article.pk, one, other])))


def test_a_writer_reads_only_names_that_are_public(vantor_writer: Desk, article: Article, silent: Person) -> None:
    gone = make_person(silent.unit, f"B {CANARY}", consent_withdrawn_on=day())
    for url in forms(article):
        screen = said(vantor_writer.client.get(url))
        assert CANARY not in screen
        assert screen.count("Ylva Exempelsson") >= 2  # as author, and as contact
        assert screen.index("Ylva Exempelsson") < screen.index(unnamed(silent)) < screen.index(unnamed(gone))


def test_who_publishes_there_is_told_who_is_not_shown(
    vantor_desk: Desk, root: Client, article: Article, silent: Person
) -> None:
    for client in (vantor_desk.client, root):
        for url in forms(article):
            screen = said(client.get(url))
            assert screen.count(f"{silent.name} (visas inte på webben)") >= 2
            assert "Ylva Exempelsson (visas" not in screen
            assert "En person som inte visas" not in screen


def test_a_writer_saves_a_page_that_somebody_silent_is_chosen_for(
    vantor_writer: Desk, article: Article, silent: Person, open_one: Person
) -> None:
    url = forms(article)[1]
    form = {name: value for name, value in as_sent(vantor_writer.client, url).items() if not name.startswith("action-")}
    form |= {"title": "Ny rubrik", "body-count": "1", "body-0-type": "contact", "body-0-order": "0", "body-0-id": ""}
    form |= {f"body-0-value-{name}": value or "" for name, value in CONTACT.items()}
    form |= {"body-0-deleted": "", "body-0-value-person": str(silent.pk)}
    answer = vantor_writer.client.post(url, form)
    assert answer.status_code == 302, answer.context["form"].errors
    saved = Article.objects.get(pk=article.pk).get_latest_revision_as_object()
    assert saved.title == "Ny rubrik"
    assert [author.person for author in saved.authors.all()] == [silent, open_one]
    assert [block.value["person"] for block in saved.body] == [str(silent.pk)]
    refused = vantor_writer.client.post(url, form | {"title": ""})
    assert refused.status_code == 200
    assert CANARY not in said(refused)


def test_the_page_of_changes_names_whom_its_reader_may_read_of(
    vantor_desk: Desk, vantor_writer: Desk, article: Article, silent: Person
) -> None:
    first, *_, last = article.revisions.order_by("pk").values_list("pk", flat=True)
    told = compared(vantor_writer.client, article, first, last)
    assert CANARY not in told
    assert unnamed(silent) in told
    assert f"{silent.name} (visas inte på webben)" in compared(vantor_desk.client, article, first, last)


def test_no_view_of_the_admin_names_somebody_silent_to_a_writer(
    vantor_writer: Desk, article: Article, silent: Person, picture: SiteImage
) -> None:
    client = vantor_writer.client
    client.raise_request_exception = False  # Wagtail stumbles over some addresses that it never makes
    values = {
        "revision_id": article.latest_revision_id,
        "revision_id_a": "earliest",
        "revision_id_b": "latest",
        "image_id": picture.pk,
        "app_label": "organisation",
        "model_name": "person",
        "filter_spec": "width-100",
    }
    told, urls = [], set()
    for name, parameters in views():
        numbers = (article.pk, silent.pk, picture.pk) if parameters else (article.pk,)
        urls |= {address(name, {key: values.get(key, pk) for key in parameters}) for pk in numbers} - {None}
    for url in sorted(urls):
        told += [url] if CANARY in body(client.get(url)) else []
    for url in (reverse("wagtailadmin_pages:search"), reverse("wagtailimages:index"), reverse("wagtailadmin_home")):
        told += [url] if CANARY in body(client.get(url, {"q": CANARY[:7]})) else []
    assert told == []
    assert len(urls) > 200


def test_many_authors_read_the_register_once(vantor_desk: Desk, article: Article, silent: Person) -> None:
    counts = []
    for more in (0, 8):
        article.authors = [*article.authors.all(), *(ArticleAuthor(name=f"Skribent {at}") for at in range(more))]
        article.save_revision().publish()
        vantor_desk.client.get(forms(article)[1])
        with CaptureQueriesContext(connection) as queries:
            vantor_desk.client.get(forms(article)[1])
        counts.append(sum("organisation_person" in query["sql"] for query in queries))
    assert counts[0] == counts[1]
