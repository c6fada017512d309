"""Documents are public while something public mentions them: their words, their bytes, and their going."""

from datetime import timedelta
from functools import partial

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.utils import timezone
from wagtail.documents.forms import get_document_form
from wagtail.models import Collection

from cms.core import preview
from cms.core.page import BasePage
from cms.media import document_copy, retired
from cms.media.document import SiteDocument
from cms.media.retired import RetiredFile
from cms.pipeline.publish import worker
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.models import Dependency, Identity, Publication
from home.models import ContentPage
from tests.build import Branch, make_page, publish
from tests.media import documents, pictures
from tests.media.documents import mentions
from tests.pipeline.stored import assert_law

pytestmark = pytest.mark.django_db


@pytest.fixture
def commits(django_capture_on_commit_callbacks):
    """`with commits():` ends as a commit does."""
    return partial(django_capture_on_commit_callbacks, execute=True)


@pytest.fixture
def document(stores) -> SiteDocument:
    return documents.site_document(name="Årsmöte 2026.pdf", title="Våra stadgar")


@pytest.fixture
def page(document: SiteDocument, vantor: Branch, commits) -> BasePage:
    with commits():
        made = make_page(vantor, body=mentions(document))
    return made


def wire(client: Client, page: BasePage) -> list[dict]:
    answer = client.get(f"/api/v1/sites/vantor/pages/{identity('page', page.pk)}/").json()
    return [block["value"] for block in answer["body"]]


def identity(kind: str, pk: int) -> str:
    return str(Identity.objects.get(kind=kind, object_id=pk).uuid)


def download(client: Client, url: str):
    assert url.startswith(settings.PUBLIC_URL + "/media/files/")
    return client.get(url.removeprefix(settings.PUBLIC_URL))


def test_what_front_ends_read(page: BasePage, document: SiteDocument, client: Client) -> None:
    document.refresh_from_db()
    own, titled, button, cards, paragraph = wire(client, page)
    url = settings.PUBLIC_URL + f"/media/files/{document.digest[:2]}/{document.digest}/%C3%85rsm%C3%B6te-2026.pdf"
    assert own == {
        "id": identity("file", document.pk),
        "title": "Våra stadgar",
        "url": url,
        "filename": "Årsmöte-2026.pdf",
        "size": len(documents.pdf()),
        "content_type": "application/pdf",
    }
    assert titled == own | {"title": "Egen rubrik"}
    link = {"kind": "file", "type": "application/pdf", "id": own["id"], "site": None, "path": None, "url": url}
    assert button["link"] == cards["items"][0]["link"] == link | {"title": "Våra stadgar", "available": True}
    assert paragraph["html"] == (f'<p>Läs <a href="{url}" data-id="{own["id"]}" data-type="file">våra stadgar</a>.</p>')
    assert client.get(f"/api/v1/sites/vantor/files/{own['id']}/").json() | {"content_hash": ""} == own | {
        "content_hash": ""
    }


def test_the_copy_is_saved_and_never_shown(page: BasePage, client: Client) -> None:
    response = download(client, wire(client, page)[0]["url"])
    assert response.status_code == 200
    assert b"".join(response.streaming_content) == documents.pdf()
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Disposition"] == "attachment; filename*=utf-8''%C3%85rsm%C3%B6te-2026.pdf"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert response["Cache-Control"] == "public, max-age=3600"


def test_a_document_that_nothing_mentions_is_not_public(
    document: SiteDocument, vantor: Branch, stores, client, commits
) -> None:
    page = vantor.home.add_child(instance=ContentPage(title="Utkast", body=mentions(document), live=False))
    page.save_revision()
    worker.drain()
    assert stores.public == []
    name = identity("file", document.pk)
    never = client.get("/api/v1/sites/vantor/files/00000000-0000-4000-8000-000000000000/")
    other = client.get(f"/api/v1/sites/vantor/files/{name}/")
    assert (other.status_code, other.content) == (404, never.content)
    assert client.get(f"/media/{document.public_name}").status_code == 404
    assert client.get(f"/documents/{document.pk}/{document.filename}").status_code == 404
    with commits():
        publish(page)
    assert len(stores.public) == 1  # before the worker has done anything
    assert client.get(f"/api/v1/sites/vantor/files/{name}/").status_code == 200
    assert client.get(f"/api/v1/sites/varmland/files/{name}/").status_code == 404


def test_the_copy_goes_with_the_last_mention(
    page: BasePage, document: SiteDocument, vantor: Branch, stores, client: Client, commits
) -> None:
    other = make_page(vantor, "En till", body=[("file", {"document": document, "title": ""})])
    page.unpublish()
    worker.drain()
    assert len(stores.public) == 1
    other.body = []
    publish(other)
    with commits():
        worker.drain()
    assert stores.public == []
    assert client.get(f"/api/v1/sites/vantor/files/{identity('file', document.pk)}/").status_code == 404
    page.refresh_from_db()
    with commits():
        publish(page)
    assert len(stores.public) == 1
    assert_law()


def test_a_new_title_reaches_every_mention(page: BasePage, document: SiteDocument, client: Client) -> None:
    document.refresh_from_db()
    document.title = "Stadgar 2027"
    document.save()
    worker.drain()
    own, titled, button, *_ = wire(client, page)
    assert (own["title"], titled["title"]) == ("Stadgar 2027", "Egen rubrik")
    assert button["link"]["title"] == "Stadgar 2027"
    assert_law()


def replace(document: SiteDocument, user, content: bytes, name: str) -> None:
    file = pictures.upload(content, name)
    data = {"title": "Stadgar", "collection": Collection.get_first_root_node().pk}
    form = get_document_form(SiteDocument)(data, {"file": file}, instance=document, user=user)
    assert form.is_valid(), form.errors
    form.save()


def test_a_replaced_file_answers_at_both_addresses_for_a_while(
    page: BasePage, document: SiteDocument, stores, client: Client, admin_user, commits
) -> None:
    document.refresh_from_db()
    before = wire(client, page)[0]["url"]
    with commits():
        replace(document, admin_user, documents.pdf("Nya"), "Nya stadgar.pdf")
    assert len(stores.public) == 2  # the new one stands before anything tells of it
    worker.drain()
    after = wire(client, page)[0]["url"]
    assert (before != after, after.endswith("/Nya-stadgar.pdf")) == (True, True)
    assert [download(client, url).status_code for url in (before, after)] == [200, 200]
    assert len(stores.private) == 1
    RetiredFile.objects.update(delete_after=timezone.now() - timedelta(seconds=1))
    retired.delete_due()
    assert [download(client, url).status_code for url in (before, after)] == [404, 200]
    assert_law()


def test_a_rollback_loses_no_file(
    page: BasePage, document: SiteDocument, stores, client: Client, admin_user, commits
) -> None:
    document.refresh_from_db()
    url = wire(client, page)[0]["url"]
    before = set(stores.private)
    with commits(), transaction.atomic():
        replace(document, admin_user, documents.pdf("Nya"), "Nya.pdf")
        transaction.set_rollback(True)
    with commits(), transaction.atomic():
        SiteDocument.objects.get().delete()
        transaction.set_rollback(True)
    worker.drain()
    stored = SiteDocument.objects.get()
    assert before <= set(stores.private)
    with stored.file.open() as file:
        assert file.read() == documents.pdf()
    assert download(client, url).status_code == 200


def test_a_deleted_file_is_gone_at_once(
    page: BasePage, document: SiteDocument, stores, client: Client, commits
) -> None:
    """Before the worker has done anything, everywhere it was mentioned."""
    name = identity("file", document.pk)
    url = wire(client, page)[0]["url"]
    with commits():
        SiteDocument.objects.get().delete()
    assert stores.private == stores.public == []
    assert not [row for row in Publication.objects.all() if name in row.body or "Årsmöte-2026" in row.body]
    assert client.get(f"/api/v1/sites/vantor/files/{name}/").status_code == 404
    assert download(client, url).status_code == 404
    button, cards, paragraph = wire(client, page)
    assert button["link"] == cards["items"][0]["link"] == {"kind": "file", "available": False}
    assert paragraph["html"] == "<p>Läs våra stadgar.</p>"
    worker.drain()
    button, cards, paragraph = wire(client, page)
    assert (button["link"]["available"], cards["items"][0]["link"]) == (False, None)
    assert paragraph["html"] == "<p>Läs våra stadgar.</p>"
    assert not Dependency.objects.filter(publication__identity__kind="file").exists()
    assert_law()


def test_the_same_file_twice_stays_while_one_is_left(page: BasePage, vantor: Branch, stores, commits) -> None:
    twin = documents.site_document(name="Årsmöte 2026.pdf")
    with commits():
        make_page(vantor, "En till", body=[("file", {"document": twin, "title": ""})])
    assert len(stores.public) == 1
    with commits():
        SiteDocument.objects.exclude(pk=twin.pk).get().delete()
        worker.drain()
    assert len(stores.public) == 1


def test_the_worker_puts_out_what_a_crash_has_left(page: BasePage, stores, client: Client) -> None:
    url = wire(client, page)[0]["url"]
    SiteDocument.objects.update(copied_as="", copied_from="")
    stores.public[0].write_bytes(b"half")
    assert document_copy.settle_missing(10) == 1
    assert b"".join(download(client, url).streaming_content) == documents.pdf()
    assert document_copy.settle_missing(10) == 0


def test_a_preview_leads_to_the_original(document: SiteDocument, vantor: Branch, stores) -> None:
    page = make_page(vantor)
    page.body = mentions(document)
    context = RenderContext(preview=True)
    draft = preview.draft_text(page, context.houses.locate(page.path, page.url_path), context)
    assert document.url in draft
    assert "/media/files/" not in draft
    assert stores.public == []


def test_the_menu_leads_to_a_file_while_it_is_there(
    document: SiteDocument, vantor: Branch, client: Client, commits
) -> None:
    item = {"label": "Stadgar", "link": {"file": document}, "children": []}
    vantor.frontend.header = [("item", item)]
    with commits():
        vantor.frontend.save()
    header = client.get("/api/v1/sites/vantor/").json()["navigation"]["header"]
    assert header[0]["link"]["kind"] == "file"
    assert download(client, header[0]["link"]["url"]).status_code == 200
    document.delete()
    assert client.get("/api/v1/sites/vantor/").json()["navigation"]["header"] == []
    assert_law()


def test_files_add_no_query_to_reading(
    page: BasePage, vantor: Branch, client: Client, django_assert_num_queries
) -> None:
    for one in (make_page(vantor, "Tom"), page):
        address = f"/api/v1/sites/vantor/pages/{identity('page', one.pk)}/"
        with django_assert_num_queries(2):
            client.get(address)


def test_a_broken_row_is_no_file(document: SiteDocument, vantor: Branch, client: Client, stores) -> None:
    """A row from elsewhere, whose file was never read."""
    SiteDocument.objects.update(digest="", file_size=None)
    page = make_page(vantor, body=mentions(document))
    worker.drain()
    assert [value.get("link") for value in wire(client, page)][:1] == [{"kind": "file", "available": False}]
    assert stores.public == []


def test_what_it_was_before_is_gone_with_it(
    page: BasePage, document: SiteDocument, stores, client: Client, admin_user, commits
) -> None:
    """A replaced file answers for the grace period, but not when the document itself is deleted."""
    document.refresh_from_db()
    urls = [wire(client, page)[0]["url"]]
    for words in ("Nya", "Nyare"):
        with commits():
            replace(document, admin_user, documents.pdf(words), f"{words}.pdf")
        worker.drain()
        document.refresh_from_db()
        urls.append(wire(client, page)[0]["url"])
    assert [download(client, url).status_code for url in urls] == [200] * 3
    with commits():
        document.delete()
    assert [download(client, url).status_code for url in urls] == [404] * 3
    assert stores.public == stores.private == []
    assert not RetiredFile.objects.exists()
