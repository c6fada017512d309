"""Only what a person agreed to is public, and a withdrawal is at once and everywhere."""

import json
from collections.abc import Callable

import pytest
from django.db import transaction
from django.test import Client

from articles.models import Article, ArticleAuthor
from cms.core import preview
from cms.core.blocks.base import WireBlock
from cms.core.models import PreviewDraft
from cms.pipeline.publish import redact, worker
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.models import Identity, Publication
from organisation.models import OrganisationPage, Person, Unit
from tests.admin.conftest import Desk, vantor_desk
from tests.build import Branch, assign, day, make_article, make_person
from tests.organisation import public
from tests.organisation.conftest import NAME, Board
from tests.pipeline.stored import assert_law, body_of

__all__ = ["vantor_desk"]  # a fixture

pytestmark = pytest.mark.django_db
SPELLINGS = [NAME, json.dumps(NAME)[1:-1], "Kanarina", "ordforande.vantor"]
WORDS = [NAME, "Kanarina", "Kanar"]


def public_answers(client: Client) -> list[str]:
    """What a stranger can read of the organisation and of both sites, also by searching for the name."""
    return [text for _, text in public.answers(client, tuple(WORDS))]


def assert_nowhere(client: Client, kept: tuple[str, ...] = ()) -> None:
    """Neither in an answer nor in a stored row, before the worker has done anything.

    `kept`: kinds whose rows stay while a consent stands; no address answers with them.
    """
    for text in [*public_answers(client), *public.stored(kept)]:
        assert not [spelling for spelling in SPELLINGS if spelling in text], text


def test_who_agreed_is_shown_with_what_they_agreed_to(board: Board, client: Client) -> None:
    unit = client.get("/api/v1/organisation/units/vantor/").json()
    [holder] = unit["bodies"][0]["posts"][0]["holders"]
    assert holder["person"]["name"] == NAME
    assert holder["person"]["email"] == "ordforande.vantor@example.se"
    assert holder["person"]["portrait"]["alt"] == NAME
    assert holder["start_date"] == day(-1).isoformat()
    assert NAME in body_of(board.page)


@pytest.mark.parametrize("field", ["consent_portrait", "consent_mailbox"])
def test_portrait_and_mailbox_ask_for_leave_of_their_own(board: Board, client: Client, field: str) -> None:
    setattr(board.person, field, False)
    board.person.save()
    shown = body_of(board.page)
    assert NAME in shown
    assert ('"portrait":{' if field == "consent_portrait" else "ordforande.vantor") not in shown
    assert ('"portrait":null' in shown) == (field == "consent_portrait")
    assert_law()


@pytest.mark.parametrize("way", ["withdraw", "never", "delete", "end", "remove", "unit"])
def test_a_person_leaves_everywhere_at_once(board: Board, client: Client, way: str) -> None:
    assert NAME in "".join(public_answers(client))
    if way == "withdraw":
        board.person.consent_withdrawn_on = day()
        board.person.save()
    elif way == "never":
        board.person.consent_on = None
        board.person.save()
    elif way == "delete":
        board.person.delete()
    elif way == "end":
        board.assignment.end_date = day()
        board.assignment.save()
    elif way == "remove":
        board.assignment.delete()
    else:
        unit = Unit.objects.get(slug="vantor")
        unit.dissolution_date = day()
        unit.save()
    kept = {"end": ("person",), "remove": ("person",), "unit": ("person", "assignment")}.get(way, ())
    assert_nowhere(client, kept)
    assert_law()
    assert_nowhere(client, kept)


def test_a_page_that_cannot_be_rendered_loses_the_name_too(
    board: Board, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: object, *args: object) -> None:
        raise ValueError

    monkeypatch.setattr(OrganisationPage, "members", broken)
    board.person.consent_withdrawn_on = day()
    board.person.save()
    assert NAME not in body_of(board.page)
    assert_nowhere(client)


@pytest.mark.parametrize("field", ["consent_portrait", "consent_mailbox"])
def test_a_page_that_cannot_be_rendered_shows_nothing_that_was_taken_back(
    board: Board, monkeypatch: pytest.MonkeyPatch, field: str
) -> None:
    """It cannot tell the name without the portrait, so it tells neither until it can be rendered."""
    worker.drain()
    assert '"portrait":{' in body_of(board.page)
    with monkeypatch.context() as patch:
        patch.setattr(OrganisationPage, "members", lambda *args: 1 / 0)
        setattr(board.person, field, False)
        board.person.save()
        shown = body_of(board.page)
        assert ('"portrait":{' if field == "consent_portrait" else "ordforande.vantor") not in shown
    Publication.objects.update(retry_at=None)
    worker.drain()
    assert NAME in body_of(board.page)
    assert_law()


def test_the_last_day_comes_by_itself(board: Board, client: Client, clock: Callable[[int], None]) -> None:
    board.assignment.end_date = day(3)
    board.assignment.save()
    worker.drain()
    assert NAME in body_of(board.page)
    clock(2)
    worker.drain()
    assert NAME in body_of(board.page)
    clock(3)
    worker.drain()
    assert_nowhere(client, ("person",))
    assert_law()


def test_what_is_nothing_without_the_person_goes_with_them(board: Board) -> None:
    """Whichever of the two the worker comes to first."""
    uuid = Identity.objects.get(kind="person", object_id=board.person.pk).uuid
    with transaction.atomic():
        Publication.objects.filter(pk=uuid).delete()
        redact.redact_mentions({("person", board.person.pk): uuid})
    assert not Publication.objects.filter(kind="assignment", identity__object_id=board.assignment.pk).exists()
    assert NAME not in body_of(board.page)


def test_a_withdrawal_of_a_later_day_comes_by_itself(
    board: Board, client: Client, clock: Callable[[int], None]
) -> None:
    board.person.consent_withdrawn_on = day(1)
    board.person.save()
    worker.drain()
    assert NAME in body_of(board.page)
    clock(1)
    worker.drain()
    assert_nowhere(client)
    assert_law()


def test_a_term_begins_by_itself(board: Board, vantor: Branch, clock: Callable[[int], None]) -> None:
    person = make_person(vantor.unit, "Framtid Exempel", consent_on=day(1))
    assign(person, board.body.posts.get(role="member"), start_date=day(2))
    worker.drain()
    assert "Framtid" not in body_of(board.page)
    clock(2)
    worker.drain()
    assert "Framtid" in body_of(board.page)
    assert_law()


def test_without_consent_nothing_is_stored_of_a_person(board: Board, vantor: Branch) -> None:
    person = make_person(vantor.unit, "Hemlig Exempel", consent_on=None)
    assign(person, board.body.posts.get(role="member"))
    worker.drain()
    assert not Publication.objects.filter(body__contains="Hemlig").exists()
    assert not Identity.objects.filter(kind="person", object_id=person.pk, publication__isnull=False).exists()


def test_who_comes_back_is_shown_again(board: Board, client: Client) -> None:
    board.person.consent_withdrawn_on = day()
    board.person.save()
    worker.drain()
    person = Person.objects.get(pk=board.person.pk)
    person.consent_on, person.consent_withdrawn_on = day(), None
    person.save()
    worker.drain()
    assert NAME in body_of(board.page)
    assert_law()


def test_free_text_is_the_editors_own(board: Board, vantor: Branch) -> None:
    """What somebody wrote into a text is not of the register: it stays until an editor changes it."""
    assert issubclass(Article._meta.get_field("body").stream_block.child_blocks["paragraph"].__class__, WireBlock)
    article = make_article(vantor, "Referat", body=[("paragraph", f"<p>{NAME} hälsade välkommen.</p>")])
    board.person.consent_withdrawn_on = day()
    board.person.save()
    assert NAME in body_of(article)


def test_an_author_out_of_the_register_leaves_with_their_consent(board: Board, vantor: Branch, client: Client) -> None:
    article = make_article(vantor, "Årets möte")
    article.authors = [ArticleAuthor(person=board.person), ArticleAuthor(name="Redaktionen", title="Vantör")]
    article.save_revision().publish()
    worker.drain()
    written = json.loads(body_of(article))["authors"]
    assert [author["name"] for author in written] == [NAME, "Redaktionen"]
    telling = {name for name, text in public.answers(client, tuple(WORDS)) if NAME in text}
    assert telling >= {"articles", "pages", "page", "resolve", "feed_json", "feed_atom", "changes"}  # where one looks
    assert telling >= {"site_unit", "unit"}
    assert written[0]["person"] == str(Identity.objects.get(kind="person", object_id=board.person.pk).uuid)
    board.person.consent_withdrawn_on = day()
    board.person.save()
    assert_nowhere(client)
    assert [author["name"] for author in json.loads(body_of(article))["authors"]] == ["Redaktionen"]
    assert_law()


def test_an_author_is_titled_by_what_they_are_trusted_with(board: Board, vantor: Branch) -> None:
    article = make_article(vantor, "Årets möte")
    article.authors = [ArticleAuthor(person=board.person)]
    article.save_revision().publish()
    worker.drain()
    assert json.loads(body_of(article))["authors"][0]["title"] == board.assignment.post.title
    board.assignment.end_date = day()
    board.assignment.save()
    worker.drain()
    assert json.loads(body_of(article))["authors"][0]["title"] == ""
    assert_law()


@pytest.mark.parametrize("way", ["withdraw", "delete", "end"])
def test_a_preview_that_was_sent_names_nobody_who_left(
    board: Board, client: Client, vantor_desk: Desk, way: str
) -> None:
    """It was rendered while they were shown, and its token opens it for an hour."""
    page = board.page
    address = RenderContext().houses.locate(page.path, page.url_path)
    token = PreviewDraft.open(
        user=vantor_desk.user,
        site_id=address.house.site_id,
        page_id=page.pk,
        language="sv",
        body=preview.draft_text(page, address, RenderContext(preview=True)),
    )
    url = f"/api/v1/sites/{address.house.slug}/preview/"
    assert NAME in client.get(url, {"token": token}).content.decode()
    if way == "withdraw":
        board.person.withdraw(day())
    elif way == "delete":
        board.person.delete()
    else:
        board.assignment.end_date = day()
        board.assignment.save()
    answer = client.get(url, {"token": token})
    assert answer.status_code == 404
    assert NAME not in answer.content.decode()
