"""Withdrawal: at once and everywhere, and why."""

import pytest
from django.test import Client
from wagtail.models import PageViewRestriction

from cms.pipeline.publish import worker
from cms.pipeline.publish.models import Identity, Publication
from home.models import ContentPage
from tests.api.test_schema import complaints
from tests.build import Branch, link_to, make_article, make_page, text
from tests.pipeline.stored import assert_law, body_of, changes, placement_of, version

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("way", ["unpublish", "delete", "restrict"])
def test_withdrawal_is_at_once(vantor: Branch, varmland: Branch, way: str) -> None:
    """Before the worker has done anything, on every site that mentions it."""
    article = make_article(vantor, "Bortglömd rubrik")
    mention = make_page(
        varmland,
        body=[
            text(link_to(article)),
            ("button", {"label": "Läs", "link": {"page": article}}),
            ("cards", {"heading": "", "items": [{"title": "Kort", "text": "", "link": {"page": article}}]}),
            ("quote", {"text": "Citat", "attribution": "", "source": {"page": article}}),
        ],
    )
    varmland.frontend.header = [("item", {"label": "Dit", "link": {"page": article}, "children": []})]
    varmland.frontend.save()
    worker.drain()
    identity = str(Identity.objects.get(kind="page", object_id=article.pk).uuid)
    frame = Publication.objects.get(kind="frame", identity__object_id=varmland.frontend.pk)
    assert body_of(mention).count(identity) == 4
    assert identity in frame.body

    if way == "unpublish":
        article.unpublish()
    elif way == "delete":
        article.delete()
    else:
        PageViewRestriction.objects.create(page=article, restriction_type=PageViewRestriction.LOGIN)

    frame.refresh_from_db()
    for publication in Publication.objects.all():
        assert identity not in publication.body, publication
        assert "Bortglömd rubrik" not in publication.body
    assert '"header":[]' in frame.body
    assert placement_of(article) is None
    assert_law()


def test_the_reason_is_told(vantor: Branch) -> None:
    first, second, third = (make_article(vantor, title) for title in ("Ett", "Två", "Tre"))
    before = version(vantor)
    first.unpublish()
    second.delete()
    PageViewRestriction.objects.create(page=third, restriction_type=PageViewRestriction.LOGIN)
    reasons = [(op, reason) for op, _, reason in changes(vantor, before)]
    assert reasons == [("delete", "unpublished"), ("delete", "deleted"), ("delete", "restricted")]


def test_what_was_redacted_is_still_as_the_schema_says(vantor: Branch, varmland: Branch, client: Client) -> None:
    """Until the worker has rendered properly, front ends read the redacted text."""
    page = make_page(vantor, "Så behandlar vi personuppgifter")
    mention = make_page(
        varmland,
        body=[
            text(link_to(page)),
            ("button", {"label": "Läs", "link": {"page": page}}),
            ("cards", {"heading": "", "items": [{"title": "Kort", "text": "", "link": {"page": page}}]}),
            ("quote", {"text": "Citat", "attribution": "", "source": {"page": page}}),
        ],
    )
    varmland.frontend.header = [("item", {"label": "Dit", "link": {"page": page}, "children": []})]
    varmland.frontend.privacy_page = page
    varmland.frontend.save()
    worker.drain()
    page.unpublish()
    document = client.get("/api/v1/schema/").json()
    frame = client.get("/api/v1/sites/varmland/").json()
    assert frame["legal"]["privacy"] == {"kind": "page", "available": False}
    assert complaints(document, "Frame", frame) == []
    found = client.get("/api/v1/sites/varmland/resolve/", {"path": placement_of(mention).path}).json()
    assert complaints(document, "Found", found) == []
    worker.drain()
    assert client.get("/api/v1/sites/varmland/").json()["legal"]["privacy"] is None


def test_a_deleted_draft_leaves_what_links_to_it(vantor: Branch) -> None:
    """It was never public, so nothing is withdrawn; but a link to a draft is one thing, a link to nothing another."""
    draft = vantor.home.add_child(instance=ContentPage(title="Utkast", live=False))
    card = {"title": "Kort", "text": "", "link": {"page": draft}}
    page = make_page(vantor, "Länkar", body=[("cards", {"heading": "", "items": [card]})])
    assert '"available":false' in body_of(page)
    worker.drain()
    draft.delete()
    worker.drain()
    assert '"available":false' not in body_of(page)
    assert_law()
