"""A contact out of the register: offered to the person's own unit only, and gone with their consent."""

import html
import json
import re
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from cms.core.blocks.body import body_field
from cms.pipeline.publish.models import Identity
from home.models import ContentPage
from tests.admin.conftest import Desk, make_desk
from tests.admin.forms import as_sent
from tests.build import Branch, day, make_page, make_person
from tests.organisation.conftest import NAME, Board
from tests.organisation.test_consent import assert_nowhere
from tests.pipeline.stored import assert_law, body_of

pytestmark = pytest.mark.django_db
ESCAPED = re.compile(r"\\u([0-9a-f]{4})")
EMPTY = dict.fromkeys(["heading", "person", "name", "role", "email", "phone", "address", "image"], "")


def blocks_of(page: ContentPage) -> list[Any]:
    return json.loads(body_of(page))["body"]


def test_a_contact_out_of_the_register_leaves_with_their_consent(board: Board, vantor: Branch, client: Client) -> None:
    contact = {"heading": "Ring oss", "person": str(board.person.pk), "phone": "08-123 45 67"}
    page = make_page(vantor, body=[("contact", contact), ("paragraph", "<p>Kvar</p>")])
    [block, _] = blocks_of(page)
    assert block["value"] == {
        "heading": "Ring oss",
        "person": str(Identity.objects.get(kind="person", object_id=board.person.pk).uuid),
        "name": NAME,
        "role": "Ordförande",
        "email": "ordforande.vantor@example.se",
        "phone": "08-123 45 67",
        "address": "",
        "image": block["value"]["image"],
    }
    assert block["value"]["image"]["alt"] == NAME
    board.person.consent_withdrawn_on = day()
    board.person.save()
    assert_nowhere(client)
    assert [kept["type"] for kept in blocks_of(page)] == ["paragraph"]
    assert_law()


def said(answer: HttpResponse) -> str:
    """The screen; Wagtail hands a stream field's words to its script as JSON."""
    return ESCAPED.sub(lambda found: chr(int(found[1], 16)), html.unescape(answer.content.decode()))


def send(desk: Desk, page: ContentPage, value: dict[str, str], action: str) -> HttpResponse:
    """The page's form with one contact block in its body, as a browser sends it."""
    url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    form = {name: field for name, field in as_sent(desk.client, url).items() if not name.startswith("body-")}
    form |= {"body-count": "1", "body-0-deleted": "", "body-0-order": "0", "body-0-type": "contact", "body-0-id": ""}
    form |= {f"body-0-value-{name}": content for name, content in (EMPTY | value).items()}
    return desk.client.post(url, form | {action: "1"})


@pytest.mark.parametrize("action", ["action-publish", "action-save"])
def test_a_foreign_person_is_refused(vantor: Branch, varmland: Branch, action: str) -> None:
    desk, page = make_desk(vantor), make_page(vantor, body=[("paragraph", "<p>Förut</p>")])
    foreign = make_person(varmland.unit, "Främmande Exempelsson")
    own = make_person(vantor.unit, "Egen Exempelsson")
    for pk in (foreign.pk, 999_999, "x"):
        answer = send(desk, page, {"person": str(pk)}, action)
        assert answer.status_code == 200
        assert "Välj ett giltigt alternativ" in said(answer)
        assert foreign.name not in said(answer)
        assert [block.block_type for block in page.get_latest_revision_as_object().body] == ["paragraph"]
    assert send(desk, page, {"person": str(own.pk)}, action).status_code == 302
    [saved] = ContentPage.objects.get(pk=page.pk).get_latest_revision_as_object().body
    assert saved.value["person"] == str(own.pk)


def test_each_editor_is_offered_their_own_people(vantor: Branch, varmland: Branch) -> None:
    branches = [vantor, varmland]
    names = [f"{branch.frontend.slug} Exempelsson" for branch in branches]
    for branch, name in zip(branches, names, strict=True):
        make_person(branch.unit, name)
    for branch, name in zip(branches, names, strict=True):
        add = reverse("wagtailadmin_pages:add", args=["home", "contentpage", branch.home.pk])
        screen = said(make_desk(branch).client.get(add))
        assert [shown for shown in names if shown in screen] == [name]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ({}, "Skriv ett namn, eller välj en person."),
        ({"person": "own", "name": "Någon"}, "Lämna tomt när du har valt en person."),
        ({"person": "own", "email": "a@example.se"}, "Lämna tomt när du har valt en person."),
        ({"name": "Kansliet", "phone": "ring"}, "Skriv numret med siffror, till exempel 08-123 45 67."),
    ],
)
def test_what_does_not_go_together_is_said_in_swedish(vantor: Branch, value: dict[str, str], words: str) -> None:
    desk, page = make_desk(vantor), make_page(vantor)
    if "person" in value:
        value = value | {"person": str(make_person(vantor.unit).pk)}
    answer = send(desk, page, value, "action-publish")
    assert words in said(answer)


def test_a_half_written_contact_may_be_saved_as_a_draft(vantor: Branch) -> None:
    desk, page = make_desk(vantor), make_page(vantor)
    assert send(desk, page, {"heading": "Ring"}, "action-save").status_code == 302


def test_the_field_of_a_body_asks_the_register_at_each_form(vantor: Branch) -> None:
    """A choice list that was read once would show new people only after a restart."""
    block = body_field().stream_block.child_blocks["contact"].child_blocks["person"]
    make_person(vantor.unit, "Sen Exempelsson")
    assert "Sen Exempelsson" in dict(block.field.choices).values()
