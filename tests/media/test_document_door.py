"""Who may fetch a document's original, and through which door."""

import pytest
from django.urls import reverse

from cms.media.document import SiteDocument
from tests.media import documents

pytestmark = pytest.mark.django_db


@pytest.fixture
def document(stores) -> SiteDocument:
    return documents.site_document()


def test_the_original_is_for_those_who_may_choose_it(document: SiteDocument, stores, client, admin_client) -> None:
    response = admin_client.get(document.url)
    assert b"".join(response.streaming_content) == documents.pdf()
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Cache-Control"] == "private, no-cache"
    assert client.get(document.url).status_code == 404
    # the private store's own door does not know documents, whoever asks
    for name in (document.file.name, f"x/../{document.file.name}", f"./{document.file.name}"):
        assert admin_client.get(reverse("private_media", args=[name])).status_code == 404
    assert admin_client.get(f"/admin/dokument/{document.pk}/annat.pdf").status_code == 404
    assert admin_client.get(f"/admin/dokument/{10**30}/annat.pdf").status_code == 404
