"""The schedule, as an editor sets it in the form and the worker keeps it."""

from datetime import datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, PageLogEntry, Revision
from wagtail.signals import page_unpublished

from articles.models import Article
from cms.core import dates
from cms.pipeline.publish import schedule, worker
from cms.pipeline.publish.models import Placement
from tests.admin.conftest import Desk
from tests.admin.forms import as_sent
from tests.admin.test_announce import PUBLISH, said, words
from tests.admin.test_refusal import BAD, assert_refused, form, shown, unshowable  # noqa: F401
from tests.admin.test_start_page import draft, listed
from tests.admin.test_workflow import answer, edit, hand_in
from tests.build import Branch, make_article

pytestmark = pytest.mark.django_db


def at(days: float) -> datetime:
    """So many days from now, to the minute."""
    return timezone.localtime(timezone.now() + timedelta(days=days)).replace(second=0, microsecond=0)


def typed(when: datetime) -> str:
    """As the form takes it."""
    return when.strftime("%Y-%m-%d %H:%M")


class Clock:
    """Time that moves when it is told to, and a worker that looks at it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.monkeypatch = monkeypatch

    def move_to(self, when: datetime) -> None:
        self.monkeypatch.setattr(timezone, "now", lambda: when + timedelta(minutes=1))
        call_command("worker", "--once", stdout=StringIO())


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    return Clock(monkeypatch)


def test_an_article_written_for_later_gets_the_date_when_it_goes_live(
    vantor_desk: Desk, vantor: Branch, clock: Clock
) -> None:
    """Wagtail's create view saves the page as live first: that must not become its date."""
    later = at(4)
    url = reverse("wagtailadmin_pages:add", args=["articles", "article", vantor.index.pk])
    fields = form("På fredag", "möjligt", **{"action-publish": "action-publish"})
    fields["go_live_at"] = typed(later)
    vantor_desk.client.post(url, fields)
    article = Article.objects.get(slug="artikeln")
    assert not article.live
    assert article.first_published_at is None
    clock.move_to(later)
    placement = Placement.objects.get(site=vantor.site, publication__identity__object_id=article.pk, kind="page")
    assert placement.shown_at >= later


def test_a_writers_article_goes_live_and_off_the_web_on_its_days_once_it_is_approved(
    vantor_desk: Desk, vantor_writer: Desk, vantor: Branch, clock: Clock
) -> None:
    starts, ends = at(2), at(5)
    article = hand_in(vantor_writer, go_live_at=typed(starts), expire_at=typed(ends))
    assert f"publiceras {dates.moment(starts)}" in listed(vantor_desk, "reviews")
    assert "Torgmöte" not in listed(vantor_desk, "upcoming")

    response = answer(vantor_desk, "Torgmöte", "approve")
    assert f"Artikeln ”Torgmöte” publiceras {dates.moment(starts)} på Vantor." in words(said(response))
    for desk in (vantor_desk, vantor_writer):
        assert f"Torgmöte Publiceras {dates.moment(starts)}" in listed(desk, "upcoming")
        assert f"Torgmöte Tas bort från webben {dates.moment(ends)}" in listed(desk, "upcoming")
        assert "Torgmöte" not in listed(desk, "drafts")
    call_command("worker", "--once", stdout=StringIO())
    assert not any("Torgmöte" in body for body in shown(vantor))

    clock.move_to(starts)
    assert any("Torgmöte" in body for body in shown(vantor))
    clock.move_to(ends)
    assert not any("Torgmöte" in body for body in shown(vantor))
    assert Page.objects.get(pk=article.pk).expired
    assert PageLogEntry.objects.filter(page=article.pk, action="wagtail.unpublish.scheduled").exists()


def test_what_was_not_approved_in_time_does_not_go_live_by_itself(
    vantor_desk: Desk, vantor_writer: Desk, vantor: Branch, clock: Clock
) -> None:
    starts = at(2)
    hand_in(vantor_writer, go_live_at=typed(starts))
    clock.move_to(starts)
    assert not any("Torgmöte" in body for body in shown(vantor))
    answer(vantor_desk, "Torgmöte", "approve")
    assert any("Torgmöte" in body for body in shown(vantor))


def test_a_refusal_on_the_day_is_told_to_who_wrote_and_who_approved(
    vantor_desk: Desk, vantor_writer: Desk, vantor: Branch, clock: Clock, mailoutbox: list[Any], settings: Any
) -> None:
    settings.WAGTAILADMIN_BASE_URL = "https://cms.example.org"
    starts = at(2)
    article = hand_in(vantor_writer, text=BAD, go_live_at=typed(starts))
    other = make_article(vantor, "En annan", expire_at=starts)
    answer(vantor_desk, "Torgmöte", "approve")
    clock.move_to(starts)
    clock.move_to(starts + timedelta(hours=1))
    assert sorted(mail.to[0] for mail in mailoutbox) == ["vantor@example.se", "writer-vantor@example.se"]
    for mail in mailoutbox:
        assert_refused(mail.body, vantor)
        assert f"https://cms.example.org{edit(article)}" in mail.body
    assert "Torgmöte" in listed(vantor_writer, "drafts")
    assert not Page.objects.get(pk=other.pk).live


def test_who_has_left_the_site_is_not_told(
    vantor_desk: Desk, vantor_writer: Desk, clock: Clock, mailoutbox: list[Any]
) -> None:
    starts = at(2)
    hand_in(vantor_writer, text=BAD, go_live_at=typed(starts))
    answer(vantor_desk, "Torgmöte", "approve")
    vantor_writer.user.groups.clear()
    clock.move_to(starts)
    assert [mail.to for mail in mailoutbox] == [["vantor@example.se"]]


def test_an_address_taken_meanwhile_is_refused_in_words_and_stops_nothing(
    vantor_desk: Desk, vantor: Branch, clock: Clock, mailoutbox: list[Any]
) -> None:
    starts = at(2)
    late, fine = draft(vantor_desk, vantor, "För sen", slug="sen"), draft(vantor_desk, vantor, "I tid", slug="tid")
    for article in (late, fine):
        article.go_live_at = starts
        article.save_revision(user=vantor_desk.user).publish(user=vantor_desk.user)
    taken = draft(vantor_desk, vantor, "Först")
    Page.objects.filter(pk=late.pk).update(slug="flyttad")
    Page.objects.filter(pk=taken.pk).update(slug="sen")
    clock.move_to(starts)
    assert (Page.objects.get(pk=late.pk).live, Page.objects.get(pk=fine.pk).live) == (False, True)
    assert "”För sen” kan inte publiceras: Webbadressen ”sen” används redan" in mailoutbox[0].body
    assert not Revision.objects.filter(approved_go_live_at__isnull=False).exists()


def test_a_fault_in_one_item_leaves_the_others_alone(
    vantor_desk: Desk, vantor: Branch, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    starts = at(2)
    items = [draft(vantor_desk, vantor, title) for title in ("Först", "Mitten", "Sist")]
    for number, article in enumerate(items):
        article.go_live_at = starts + timedelta(seconds=number)
        article.save_revision(user=vantor_desk.user).publish(user=vantor_desk.user)
    proper = Revision.publish

    def publish(revision: Revision, **arguments: Any) -> Any:
        if revision.object_str == "Mitten":
            raise RuntimeError("a fault of ours")
        return proper(revision, **arguments)

    monkeypatch.setattr(Revision, "publish", publish)
    clock.move_to(starts)
    assert [Page.objects.get(pk=article.pk).live for article in items] == [True, False, True]
    assert schedule.run_due() == 0
    monkeypatch.setattr(Revision, "publish", proper)
    worker.drain()
    assert Page.objects.get(pk=items[1].pk).live


def test_what_is_called_off_while_the_worker_is_at_the_list_stays_as_it_is(
    vantor_desk: Desk, vantor: Branch, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An editor who was quicker than the worker has the last word."""
    starts = at(2)
    leaving = [make_article(vantor, title, expire_at=starts) for title in ("Gammal", "Förlängd")]
    coming = [draft(vantor_desk, vantor, title) for title in ("Först", "Inställd")]
    for number, article in enumerate(coming):
        article.go_live_at = starts + timedelta(seconds=number)
        article.save_revision(user=vantor_desk.user).publish(user=vantor_desk.user)
    found = Page.objects.filter(pk=leaving[1].pk), Revision.objects.filter(object_id=str(coming[1].pk))

    def call_off(*args: Any, **kwargs: Any) -> None:
        found[0].update(expire_at=starts + timedelta(days=1))
        found[1].update(approved_go_live_at=None)

    page_unpublished.connect(call_off, weak=False, dispatch_uid="called off")
    try:
        clock.move_to(starts)
    finally:
        page_unpublished.disconnect(dispatch_uid="called off")
    assert [Page.objects.get(pk=page.pk).live for page in [*leaving, *coming]] == [False, True, True, False]


def save(desk: Desk, page: Article, **fields: str) -> str:
    """Save without publishing, and read what is said."""
    whole = as_sent(desk.client, edit(page)) | {"body-count": "0"} | fields
    whole = {name: value for name, value in whole.items() if not name.startswith("action-")}
    return words(said(desk.client.post(edit(page), whole)))


def test_days_that_are_saved_in_the_draft_alone_are_said_to_be(vantor_desk: Desk, vantor: Branch) -> None:
    live, leaves = make_article(vantor, "Höstmöte"), at(5)
    html = save(vantor_desk, live, expire_at=typed(leaves))
    assert "Artikeln ”Höstmöte” är sparad." in html
    assert f"Dagarna (tas bort från webben {dates.moment(leaves)}) är bara sparade i utkastet" in html
    assert "först när du trycker på ”Publicera”." in html
    later = at(2)
    unseen = draft(vantor_desk, vantor, "Vårmöte")
    html = save(vantor_desk, unseen, go_live_at=typed(later))
    assert f"(publiceras {dates.moment(later)})" in html
    assert "först när du trycker på ”Publicera senare”." in html


def test_days_that_hold_are_not_said_to_wait(vantor_desk: Desk, vantor: Branch) -> None:
    live, leaves = make_article(vantor, "Höstmöte"), typed(at(5))
    vantor_desk.client.post(
        edit(live), as_sent(vantor_desk.client, edit(live)) | {"body-count": "0", "expire_at": leaves} | PUBLISH
    )
    assert "utkastet" not in save(vantor_desk, live, title="Höstmötet")
    html = save(vantor_desk, live, expire_at="")
    assert "Dagarna (inga dagar) är bara sparade i utkastet" in html


def test_a_writers_days_wait_for_somebody_who_approves(vantor_writer: Desk, vantor: Branch) -> None:
    html = save(vantor_writer, draft(vantor_writer, vantor, "Vårmöte"), go_live_at=typed(at(2)))
    assert "gäller först när någon har godkänt det." in html


def test_what_saves_itself_is_saved_without_a_word(vantor_desk: Desk, vantor: Branch) -> None:
    page = draft(vantor_desk, vantor, "Vårmöte")
    whole = as_sent(vantor_desk.client, edit(page)) | {"body-count": "0", "go_live_at": typed(at(2))}
    whole = {name: value for name, value in whole.items() if not name.startswith("action-")}
    answer = vantor_desk.client.post(edit(page), whole, headers={"accept": "application/json"})
    assert answer.json()["success"]
    assert "utkastet" not in said(answer)
