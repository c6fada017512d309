"""Mails about approvals: in Swedish, after the commit, with the right address, to the site's own people only."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.mail import EmailMultiAlternatives
from django.db import transaction
from django.test import Client
from django.urls import reverse
from wagtail.models import Comment, PageSubscription
from wagtail.users.models import UserProfile

from articles.models import Article
from cms.core import dates, notices
from tests.admin.conftest import CANARY, Desk
from tests.admin.reading import english
from tests.admin.test_refusal import BAD, form, unshowable  # noqa: F401
from tests.admin.test_schedule import at, typed
from tests.admin.test_start_page import draft
from tests.admin.test_workflow import answer, edit, hand_in
from tests.build import Branch

pytestmark = pytest.mark.django_db
BASE = "https://cms.example.org"


@pytest.fixture(autouse=True)
def address(settings: Any) -> None:
    settings.WAGTAILADMIN_BASE_URL = BASE


@pytest.fixture
def sent(django_capture_on_commit_callbacks: Any) -> Any:
    """What was sent when a request's transaction was committed: `with sent() as mails`."""

    class Sending:
        def __enter__(self) -> list[EmailMultiAlternatives]:
            mail.outbox.clear()
            self.capture = django_capture_on_commit_callbacks(execute=True)
            self.capture.__enter__()
            return mail.outbox

        def __exit__(self, *fault: Any) -> None:
            assert mail.outbox == [], "sent before the commit"
            self.capture.__exit__(*fault)

    return Sending


def html(message: EmailMultiAlternatives) -> str:
    return message.alternatives[0][0]


def assert_swedish(message: EmailMultiAlternatives) -> None:
    for text in (message.subject, message.body.replace(BASE, "")):
        assert not english(text), text
    assert "\n" not in message.subject
    assert 'lang="sv"' in html(message)
    assert "<img" not in html(message)  # nothing is loaded from anywhere


def test_the_editors_hear_of_what_waits(vantor_desk: Desk, vantor_writer: Desk, sent: Any) -> None:
    with sent() as mails:
        article = hand_in(vantor_writer, "Torg & möte")
    (message,) = mails
    assert message.to == ["vantor@example.se"]
    assert message.subject == "Väntar på ditt godkännande: Torg & möte"
    assert "Sanna har skrivit ”Torg & möte” för Vantor" in message.body
    assert f"{BASE}{edit(article)}" in message.body
    assert f"{BASE}/admin/account/#tab-notifications" in message.body
    assert "”Torg &amp; möte”" in html(message)
    assert f'href="{BASE}{edit(article)}"' in html(message)
    assert_swedish(message)


def test_the_writer_hears_that_it_is_published_and_where(
    vantor_desk: Desk, vantor_writer: Desk, vantor: Branch, sent: Any
) -> None:
    hand_in(vantor_writer)
    with sent() as mails:
        answer(vantor_desk, "Torgmöte", "approve", comment="Fin text!")
    (message,) = mails
    assert message.to == ["writer-vantor@example.se"]
    assert message.subject == "Godkänd: Torgmöte"
    assert "editor-vantor har godkänt ”Torgmöte”." in message.body
    assert "Fin text!" in message.body
    assert f"Den syns nu här:\nVantor: {vantor.frontend.base_url}/aktuellt/artikeln/" in message.body
    assert_swedish(message)


def test_the_writer_hears_when_it_will_be_published(vantor_desk: Desk, vantor_writer: Desk, sent: Any) -> None:
    starts, ends = at(2), at(5)
    hand_in(vantor_writer, go_live_at=typed(starts), expire_at=typed(ends))
    with sent() as mails:
        answer(vantor_desk, "Torgmöte", "approve")
    for text in (mails[0].body, html(mails[0])):
        assert f"Den publiceras {dates.moment(starts)}." in text
        assert f"Den tas bort från webben {dates.moment(ends)}." in text
        assert "syns" not in text
    assert_swedish(mails[0])


def test_the_writer_hears_what_to_change(vantor_desk: Desk, vantor_writer: Desk, sent: Any) -> None:
    article = hand_in(vantor_writer)
    with sent() as mails:
        answer(vantor_desk, "Torgmöte", "reject", comment="Vem talar <när>?")
    (message,) = mails
    assert message.to == ["writer-vantor@example.se"]
    assert message.subject == "Behöver ändras: Torgmöte"
    assert "editor-vantor har läst ”Torgmöte” och vill att du ändrar" in message.body
    assert "”Vem talar <när>?”" in message.body
    assert "Vem talar &lt;när&gt;?" in html(message)
    assert f"{BASE}{edit(article)}" in message.body
    assert_swedish(message)


def test_a_refused_approval_tells_nobody(vantor_desk: Desk, vantor_writer: Desk, sent: Any) -> None:
    hand_in(vantor_writer, text=BAD)
    with sent() as mails:
        answer(vantor_desk, "Torgmöte", "approve")
    assert mails == []


def test_nobody_outside_of_the_site_hears(
    vantor_desk: Desk, vantor_writer: Desk, varmland_desk: Desk, root: Client, sent: Any
) -> None:
    """Not the other sites' editors, not superusers, not who has left, and nobody twice."""
    group = vantor_desk.user.groups.get()
    gone = User.objects.create_user("gone", "gone@example.se", is_active=False)
    quiet = User.objects.create_user("quiet", "quiet@example.se")
    for user in (gone, quiet):
        user.groups.add(group)
    UserProfile.objects.update_or_create(user=quiet, defaults={"submitted_notifications": False})
    with sent() as mails:
        hand_in(vantor_writer)
    assert [message.to for message in mails] == [["vantor@example.se"]]


def test_a_reviewer_who_has_lost_the_site_hears_no_more(vantor_desk: Desk, vantor_writer: Desk, sent: Any) -> None:
    hand_in(vantor_writer)
    vantor_writer.user.groups.clear()
    with sent() as mails:
        answer(vantor_desk, "Torgmöte", "reject", comment="Hemligt")
    assert mails == []


def test_what_is_rolled_back_is_not_told(vantor_desk: Desk, vantor_writer: Desk, vantor: Branch, sent: Any) -> None:
    article = draft(vantor_writer, vantor, "Ångrad")
    with sent() as mails, transaction.atomic():
        vantor.home.get_workflow().start(article, vantor_writer.user)
        transaction.set_rollback(True)
    assert mails == []


def test_what_is_loaded_in_silence_is_not_told(
    vantor_desk: Desk, vantor_writer: Desk, vantor: Branch, sent: Any
) -> None:
    article = draft(vantor_writer, vantor, "Inläst")
    with sent() as mails, notices.silence():
        vantor.home.get_workflow().start(article, vantor_writer.user)
    assert mails == []


def comment_on(article: Article, desk: Desk, text: str) -> dict[str, Any]:
    """The form with a new comment beside the title."""
    fields = form(article.title, "möjligt") | {"slug": article.slug}
    prefix = "comments-0-"
    return fields | {
        "comments-TOTAL_FORMS": "1",
        f"{prefix}contentpath": "title",
        f"{prefix}text": text,
        f"{prefix}position": "",
        f"{prefix}id": "",
        f"{prefix}DELETE": "",
        f"{prefix}resolved": "",
        f"{prefix}replies-TOTAL_FORMS": "0",
        f"{prefix}replies-INITIAL_FORMS": "0",
        f"{prefix}replies-MIN_NUM_FORMS": "0",
        f"{prefix}replies-MAX_NUM_FORMS": "1000",
    }


def test_comments_are_told_after_the_commit_and_to_who_may_read_them(
    vantor_desk: Desk, vantor_writer: Desk, varmland_desk: Desk, vantor: Branch, sent: Any
) -> None:
    article = draft(vantor_writer, vantor, "Kommenterad", slug="kommenterad")
    for desk in (vantor_writer, varmland_desk):
        PageSubscription.objects.create(page=article, user=desk.user, comment_notifications=True)
    with sent() as mails:
        vantor_desk.client.post(edit(article), comment_on(article, vantor_desk, f"{CANARY}: stämmer datumet?"))
    assert Comment.objects.get(page=article).text.startswith(CANARY)
    (message,) = mails
    assert message.to == ["writer-vantor@example.se"]
    assert CANARY in message.body
    assert_swedish(message)


def test_which_mails_one_gets_is_chosen_in_swedish(vantor_writer: Desk) -> None:
    page = vantor_writer.client.get(reverse("wagtailadmin_account")).content.decode()
    assert 'id="tab-notifications"' in page or 'href="#tab-notifications"' in page
    for words in ("Få mejl när din sida är godkänd", "Få mejl när någon begär ändringar"):
        assert words in page
