"""A writer hands in, an editor answers: on the start page, in the form, in Swedish, and nothing is public before."""

import re
from typing import Any

import pytest
from django.http import HttpResponse
from django.urls import reverse
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.test.utils import WagtailTestUtils

from articles.models import Article
from cms.core.states import SENT_BACK
from tests.admin.conftest import Desk
from tests.admin.forms import as_sent
from tests.admin.test_announce import said, words
from tests.admin.test_refusal import BAD, assert_refused, form, shown, unshowable  # noqa: F401
from tests.admin.test_refusal import said as refused
from tests.admin.test_start_page import draft, listed, start
from tests.build import Branch, make_article

pytestmark = pytest.mark.django_db
SUBMIT = {"action-submit": "action-submit"}


def hand_in(writer: Desk, title: str = "Torgmöte", text: str = "möjligt", **fields: str) -> Article:
    """As the writer does: the form of a new article, and its main button."""
    url = reverse("wagtailadmin_pages:add", args=["articles", "article", writer.branch.index.pk])
    answer = writer.client.post(url, form(title, text, **SUBMIT) | fields)
    assert answer.status_code == 302
    return Article.objects.get(draft_title=title)


def buttons(desk: Desk, url: str) -> list[str]:
    """The words on the buttons below a form, the main one first."""
    menu = WagtailTestUtils.get_soup(desk.client.get(url).content).find("nav", {"aria-label": "Knappar (längst ner)"})
    found = [" ".join(button.get_text().split()) for button in menu.find_all(["button", "a"])]
    return [text for text in found if text]


def answer(desk: Desk, title: str, action: str, **fields: str) -> HttpResponse:
    """Press what stands beside a page on the start page: the form there, with what it holds."""
    soup = WagtailTestUtils.get_soup(start(desk))
    row = next(li for li in soup.select("[aria-labelledby=desk-reviews] li") if title in li.get_text())
    address = next(form["action"] for form in row.find_all("form") if f"/{action}/" in form["action"])
    return desk.client.post(address, fields)


def edit(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def test_handing_in_is_a_writers_main_button(vantor_writer: Desk, vantor: Branch) -> None:
    add = reverse("wagtailadmin_pages:add", args=["articles", "article", vantor.index.pk])
    assert buttons(vantor_writer, add)[0] == "Skicka för godkännande"
    assert "Publicera" not in buttons(vantor_writer, add)
    own = draft(vantor_writer, vantor, "Eget utkast")
    assert buttons(vantor_writer, edit(own))[0] == "Skicka för godkännande"
    assert "Publicera" not in buttons(vantor_writer, edit(own))


def test_enter_in_a_field_saves_whatever_the_main_button_is(
    vantor_desk: Desk, vantor_writer: Desk, vantor: Branch
) -> None:
    """Browsers press the first button of a form then."""
    own, waiting = draft(vantor_writer, vantor, "Eget utkast"), hand_in(vantor_writer)
    for desk, page in ((vantor_writer, own), (vantor_desk, waiting)):
        soup = WagtailTestUtils.get_soup(desk.client.get(edit(page)).content)
        menu = soup.find("nav", {"aria-label": "Knappar (längst ner)"})
        assert menu.find("button").attrs == {"type": "submit", "hidden": ""}


def test_publishing_stays_an_editors_own(vantor_desk: Desk, vantor_writer: Desk, vantor: Branch) -> None:
    own = buttons(vantor_desk, edit(draft(vantor_desk, vantor, "Eget utkast")))
    assert {"Publicera", "Skicka för godkännande"} <= set(own)
    assert own[0] != "Skicka för godkännande"


def test_approving_is_the_main_button_of_who_may(vantor_desk: Desk, vantor_writer: Desk) -> None:
    article = hand_in(vantor_writer)
    found = buttons(vantor_desk, edit(article))
    assert found[0] == "Godkänn och publicera"
    assert "Begär ändringar" in found
    assert "Publicera" not in found
    later = hand_in(vantor_writer, "Sedan", slug="sedan", go_live_at="2100-01-01 08:00")
    assert buttons(vantor_desk, edit(later))[0] == "Godkänn, publiceras senare"


def test_what_is_handed_in_waits_on_both_start_pages(vantor_desk: Desk, vantor_writer: Desk, vantor: Branch) -> None:
    hand_in(vantor_writer)
    assert "Artikeln ”Torgmöte” väntar nu på godkännande." in words(said(answer_of(vantor_writer)))
    assert re.search(r"Torgmöte inlämnad i dag kl\. ", listed(vantor_writer, "waiting"))
    assert "Torgmöte" not in listed(vantor_writer, "drafts")
    assert "desk-reviews" not in start(vantor_writer)
    assert re.search(r"Torgmöte från Sanna · inlämnad i dag kl\. ", listed(vantor_desk, "reviews"))
    assert "desk-waiting" not in start(vantor_desk)
    assert not any("Torgmöte" in body for body in shown(vantor))


def answer_of(desk: Desk) -> HttpResponse:
    """Any answer: messages stand on the next page that is opened."""
    answer = HttpResponse()
    answer.client = desk.client
    return answer


def test_an_editor_approves_on_the_start_page(vantor_desk: Desk, vantor_writer: Desk, vantor: Branch) -> None:
    article = hand_in(vantor_writer)
    response = answer(vantor_desk, "Torgmöte", "approve")
    assert response.url == reverse("wagtailadmin_home")
    html = words(said(response))
    assert f"Artikeln ”Torgmöte” är publicerad. Den syns på Vantor: {vantor.frontend.base_url}/aktuellt/" in html
    article.refresh_from_db()
    assert article.live
    assert any("Torgmöte" in body for body in shown(vantor))
    assert "Torgmöte" not in listed(vantor_desk, "reviews")
    assert "Torgmöte" not in listed(vantor_writer, "waiting")


def test_an_editor_asks_for_changes_and_the_writer_reads_which(
    vantor_desk: Desk, vantor_writer: Desk, vantor: Branch
) -> None:
    article = hand_in(vantor_writer)
    response = answer(vantor_desk, "Torgmöte", "reject", comment="Vem talar <b>när</b>?")
    assert "Artikeln ”Torgmöte” är skickad tillbaka för ändringar till Sanna." in words(said(response))
    found = listed(vantor_writer, "drafts")
    assert f"Torgmöte {SENT_BACK} · läst av editor-vantor" in found
    assert "Vem talar <b>när</b>?" in found
    assert "Torgmöte" not in listed(vantor_desk, "reviews")
    assert not any("Torgmöte" in body for body in shown(vantor))

    assert buttons(vantor_writer, edit(article))[0] == "Skicka för godkännande igen"
    assert "Skicka för godkännande på nytt" not in buttons(vantor_writer, edit(article))
    vantor_writer.client.post(edit(article), form("Torgmöte på lördag", "tänkbart", **SUBMIT))
    assert "Torgmöte på lördag" in listed(vantor_desk, "reviews")
    answer(vantor_desk, "Torgmöte på lördag", "approve")
    assert any("tänkbart" in body for body in shown(vantor))


def test_what_an_editor_may_read_first_is_what_was_handed_in(vantor_desk: Desk, vantor_writer: Desk) -> None:
    hand_in(vantor_writer)
    look = WagtailTestUtils.get_soup(start(vantor_desk)).select_one(".desk__review a")["href"]
    response = vantor_desk.client.get(look)
    assert response.status_code == 302
    assert "?preview=" in response.url


def test_a_refused_approval_names_the_block_and_keeps_the_draft(
    vantor_desk: Desk, vantor_writer: Desk, vantor: Branch
) -> None:
    article = hand_in(vantor_writer, text=BAD)
    response = answer(vantor_desk, "Torgmöte", "approve")
    assert response.url == edit(article)
    assert_refused(refused(response), vantor)
    assert "Torgmöte" in listed(vantor_desk, "reviews")
    assert Article.objects.get(pk=article.pk).get_latest_revision_as_object().body[0].value["text"] == BAD


def test_an_address_taken_meanwhile_is_said_in_words(vantor_desk: Desk, vantor_writer: Desk, vantor: Branch) -> None:
    """Two drafts may want the same address; the second to be approved is told, in the place of a 500."""
    first, second = hand_in(vantor_writer, "Första"), draft(vantor_writer, vantor, "Andra", slug="andra")
    second.slug = "ny-adress"
    second.save_revision(user=vantor_writer.user)
    vantor.home.get_workflow().start(second, vantor_writer.user)
    Page.objects.filter(pk=first.pk).update(slug="ny-adress")
    response = answer(vantor_desk, "Andra", "approve")
    assert response.status_code == 302
    assert "adress" in refused(response)
    second.refresh_from_db()
    assert not second.live
    assert second.current_workflow_state.status == WorkflowState.STATUS_IN_PROGRESS


@pytest.mark.parametrize("action", ["approve", "reject"])
def test_nobody_else_may_answer(action: str, vantor_writer: Desk, varmland_desk: Desk, vantor: Branch) -> None:
    article = hand_in(vantor_writer)
    state = article.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[article.pk, action, state.pk])
    for desk in (vantor_writer, varmland_desk):
        assert desk.client.post(url, {"comment": "Nej"}).status_code in (302, 403, 404)
        assert "Torgmöte" not in start(varmland_desk)
    state.refresh_from_db()
    assert (state.status, state.comment) == (TaskState.STATUS_IN_PROGRESS, "")
    assert not any("Torgmöte" in body for body in shown(vantor))


def test_a_writer_publishes_by_no_button(vantor_writer: Desk, vantor: Branch) -> None:
    own = draft(vantor_writer, vantor, "Eget utkast", slug="eget")
    fields: dict[str, Any] = form("Eget utkast", "möjligt") | {"slug": "eget", "action-publish": "action-publish"}
    vantor_writer.client.post(edit(own), fields)
    vantor_writer.client.post(
        reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"]), query_params={"id": [own.pk]}
    )
    assert not Page.objects.get(pk=own.pk).live


def test_the_second_of_two_editors_is_told_that_it_is_done(vantor_desk: Desk, vantor_writer: Desk) -> None:
    article = hand_in(vantor_writer)
    state = article.current_workflow_task_state
    url = reverse("wagtailadmin_pages:workflow_action", args=[article.pk, "approve", state.pk]) + "?next=/admin/"
    vantor_desk.client.post(url)
    start(vantor_desk)  # which shows the message of the first
    assert "”Torgmöte” väntar inte på godkännande." in words(said(vantor_desk.client.post(url)))


def test_what_waits_is_locked_for_its_writer_in_words(vantor_desk: Desk, vantor_writer: Desk, vantor: Branch) -> None:
    article = hand_in(vantor_writer)
    page = vantor_writer.client.get(edit(article)).content.decode()
    assert "Bara den som får godkänna kan ändra något nu." in page
    fields = as_sent(vantor_writer.client, edit(article)) | {"body-count": "0", "action-cancel-workflow": "1"}
    vantor_writer.client.post(edit(article), fields)
    assert Article.objects.get(pk=article.pk).current_workflow_state is None
    assert "Torgmöte" in listed(vantor_writer, "drafts")


def test_changes_to_what_is_public_wait_too(vantor_desk: Desk, vantor_writer: Desk, vantor: Branch) -> None:
    article = make_article(vantor, "Torgmöte", slug="artikeln", body=[("quote", {"text": "möjligt"})])
    vantor_writer.client.post(edit(article), form("Torgmöte", "tänkbart", **SUBMIT))
    assert "Publicerad, ändringar väntar på godkännande" in Article.objects.get(pk=article.pk).status_string
    assert not any("tänkbart" in body for body in shown(vantor))
    answer(vantor_desk, "Torgmöte", "approve")
    assert any("tänkbart" in body for body in shown(vantor))
