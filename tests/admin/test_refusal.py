"""A page that cannot be shown is refused with the block's name, keeps its draft, and stops nothing else."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.core.management import call_command
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Page, Revision, TaskState, Workflow, WorkflowPage, WorkflowTask
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from articles.models import Article
from cms.core.blocks.quote import QuoteBlock
from cms.pipeline.publish import schedule
from cms.pipeline.publish.models import Placement
from tests.admin.conftest import Desk
from tests.build import Branch, make_article

BAD = "omöjligt"
PART = "”Citat”"


@pytest.fixture(autouse=True)
def unshowable(monkeypatch: pytest.MonkeyPatch) -> None:
    """One value of a quote cannot be shown."""
    proper = QuoteBlock.shape

    def shape(self: QuoteBlock, value: Any, context: Any) -> Any:
        if value["text"] == BAD:
            raise ValueError("no shape for this")
        return proper(self, value, context)

    monkeypatch.setattr(QuoteBlock, "shape", shape)


def quote(text: str) -> list[tuple[str, dict[str, str]]]:
    return [("quote", {"text": text})]


def form(title: str, text: str, **buttons: str) -> dict[str, Any]:
    """The article form, filled in."""
    source = {"page": "", "url": "", "email": "", "phone": ""}
    fields = {
        "title": title,
        "slug": "artikeln",
        "lead": "",
        "body": streamfield([("quote", {"text": text, "attribution": "", "source": source})]),
        "authors": inline_formset([]),
        "comments": inline_formset([]),
    }
    return nested_form_data(fields) | buttons


def said(response: HttpResponse) -> str:
    return " ".join(str(message) for message in get_messages(response.wsgi_request))


def shown(branch: Branch) -> set[str]:
    """The stored bodies of everything public on a site."""
    return set(Placement.objects.filter(site=branch.site).values_list("publication__body", flat=True))


def assert_refused(message: str, branch: Branch) -> None:
    assert "kan inte publiceras" in message
    assert PART in message
    assert not any(BAD in body for body in shown(branch))


def newest_text(page: Page) -> str:
    latest = Page.objects.get(pk=page.pk).get_latest_revision_as_object()
    return latest.body[0].value["text"]


def test_a_live_page_keeps_its_public_text(vantor_desk: Desk, vantor: Branch) -> None:
    article = make_article(vantor, "Artikeln", slug="artikeln", body=quote("möjligt"))
    url = reverse("wagtailadmin_pages:edit", args=[article.pk])
    answer = vantor_desk.client.post(url, form("Ny rubrik", BAD, **{"action-publish": "action-publish"}))
    assert_refused(said(answer), vantor)
    assert "Utkastet är sparat" in said(answer)
    assert "publicerad" not in said(answer)
    assert newest_text(article) == BAD
    article.refresh_from_db()
    assert (article.title, article.draft_title, article.has_unpublished_changes) == ("Artikeln", "Ny rubrik", True)
    assert any("möjligt" in body and "Artikeln" in body for body in shown(vantor))
    assert vantor_desk.client.get(url).status_code == 200


def test_a_new_page_becomes_a_draft(vantor_desk: Desk, vantor: Branch) -> None:
    url = reverse("wagtailadmin_pages:add", args=["articles", "article", vantor.index.pk])
    answer = vantor_desk.client.post(url, form("Helt ny", BAD, **{"action-publish": "action-publish"}))
    assert_refused(said(answer), vantor)
    made = Article.objects.get(slug="artikeln")
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[made.pk])
    assert not made.live
    assert newest_text(made) == BAD


def test_autosaved_forms_are_told_in_json(vantor_desk: Desk, vantor: Branch) -> None:
    """Wagtail's form may post in the background; a refusal must be an answer that it understands."""
    article = make_article(vantor, "Artikeln", slug="artikeln", body=quote("möjligt"))
    url = reverse("wagtailadmin_pages:edit", args=[article.pk])
    fields = form("Ny rubrik", BAD, **{"action-publish": "action-publish"})
    answer = vantor_desk.client.post(url, fields, headers={"accept": "application/json"})
    assert answer.json()["success"]
    assert_refused(said(answer), vantor)
    assert newest_text(article) == BAD
    assert not any(BAD in body for body in shown(vantor))


def test_bulk_publishing_does_the_rest(vantor_desk: Desk, vantor: Branch) -> None:
    drafts = [
        vantor.index.add_child(instance=Article(title=title, live=False, body=quote(text)))
        for title, text in [("Först", "möjligt"), ("Mitten", BAD), ("Sist", "tänkbart")]
    ]
    for draft in drafts:
        draft.save_revision()
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    answer = vantor_desk.client.post(url, query_params={"id": [page.pk for page in drafts], "next": "/admin/"})
    assert_refused(said(answer), vantor)
    assert "Mitten" in said(answer)
    assert said(answer).count("är publicerad.") == 2
    assert [Page.objects.get(pk=draft.pk).live for draft in drafts] == [True, False, True]
    assert newest_text(drafts[1]) == BAD
    assert sum("möjligt" in body or "tänkbart" in body for body in shown(vantor)) == 2


def test_bulk_publishing_leaves_what_follows_another_page(vantor_desk: Desk, vantor: Branch) -> None:
    alias = make_article(vantor, "Förlagan").create_alias(update_slug="kopia")
    alias.unpublish()
    draft = vantor.index.add_child(instance=Article(title="Först", live=False))
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    answer = vantor_desk.client.post(url, query_params={"id": [alias.pk, draft.pk], "next": "/admin/"})
    assert "är en kopia som följer en annan sida" in said(answer)
    assert [Page.objects.get(pk=page.pk).live for page in (alias, draft)] == [False, True]


def test_bulk_publishing_of_what_lies_below_does_the_rest(vantor_desk: Desk, vantor: Branch) -> None:
    vantor.index.unpublish()
    drafts = [
        vantor.index.add_child(instance=Article(title=text, live=False, body=quote(text)))
        for text in ("möjligt", BAD, "tänkbart")
    ]
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    query = {"id": [vantor.index.pk], "next": "/admin/"}
    answer = vantor_desk.client.post(url, {"include_descendants": "on"}, query_params=query)
    assert_refused(said(answer), vantor)
    assert [Page.objects.get(pk=draft.pk).live for draft in drafts] == [True, False, True]


@pytest.fixture
def in_review(vantor_desk: Desk, vantor: Branch) -> TaskState:
    """A live article whose new text waits for approval by the site's own people."""
    workflow = Workflow.objects.create(name="Granskning")
    task = GroupApprovalTask.objects.create(name="Läs igenom")
    task.groups.add(*vantor_desk.user.groups.all())
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=vantor.home)
    article = make_article(vantor, "Artikeln", slug="artikeln", body=quote("möjligt"))
    article.body = [("quote", {"text": BAD})]
    article.save_revision(user=vantor_desk.user)
    return workflow.start(article, vantor_desk.user).current_task_state


def test_approval_is_refused_and_stays_possible(in_review: TaskState, vantor_desk: Desk, vantor: Branch) -> None:
    article = in_review.workflow_state.content_object
    url = reverse("wagtailadmin_pages:workflow_action", args=[article.pk, "approve", in_review.pk])
    answer = vantor_desk.client.post(url, {"next": "/admin/"})
    assert answer.status_code < 400
    assert_refused(said(answer), vantor)
    assert newest_text(article) == BAD
    in_review.refresh_from_db()
    assert in_review.status == TaskState.STATUS_IN_PROGRESS
    assert any("möjligt" in body for body in shown(vantor))


def test_approval_in_the_dialogue_is_refused(in_review: TaskState, vantor_desk: Desk, vantor: Branch) -> None:
    article = in_review.workflow_state.content_object
    url = reverse("wagtailadmin_pages:workflow_action", args=[article.pk, "approve", in_review.pk])
    answer = vantor_desk.client.post(url, {"comment": "Bra"}, headers={"x-requested-with": "XMLHttpRequest"})
    assert answer.json()["step"] == "success"
    assert_refused(said(answer), vantor)


def test_approval_on_the_form_is_refused_and_saves_the_edit(
    in_review: TaskState, vantor_desk: Desk, vantor: Branch
) -> None:
    article = in_review.workflow_state.content_object
    url = reverse("wagtailadmin_pages:edit", args=[article.pk])
    buttons = {"action-workflow-action": "true", "workflow-action-name": "approve"}
    answer = vantor_desk.client.post(url, form("Ny rubrik", BAD, **buttons))
    assert_refused(said(answer), vantor)
    in_review.refresh_from_db()
    assert in_review.status == TaskState.STATUS_IN_PROGRESS
    assert Page.objects.get(pk=article.pk).draft_title == "Ny rubrik"


def run_worker() -> None:
    schedule.run_due()


def run_command() -> None:
    call_command("publish_scheduled", verbosity=0)


@pytest.mark.parametrize("run", [run_worker, run_command])
def test_the_schedule_does_the_rest(
    run: Any, vantor_desk: Desk, vantor: Branch, mailoutbox: list[Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    soon = timezone.now() + timedelta(hours=1)
    drafts = [
        vantor.index.add_child(instance=Article(title=text, live=False, body=quote(text), go_live_at=soon))
        for text in ("möjligt", BAD, "tänkbart")
    ]
    for draft in drafts:
        draft.save_revision(user=vantor_desk.user).publish(user=vantor_desk.user)
    ends = make_article(vantor, "Tar slut")
    type(ends).objects.filter(pk=ends.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    assert Revision.objects.filter(approved_go_live_at__isnull=False).count() == 3
    real_now = timezone.now
    monkeypatch.setattr(timezone, "now", lambda: real_now() + timedelta(hours=2))
    run()
    run()  # what was refused is not tried for ever
    assert [Page.objects.get(pk=draft.pk).live for draft in drafts] == [True, False, True]
    assert newest_text(drafts[1]) == BAD
    assert not Page.objects.get(pk=ends.pk).live
    assert not any("Tar slut" in body for body in shown(vantor))
    assert len(mailoutbox) == 1
    assert_refused(mailoutbox[0].body, vantor)
    history = vantor_desk.client.get(reverse("wagtailadmin_pages:history", args=[drafts[1].pk])).content.decode()
    assert "kan inte publiceras" in history


def test_the_admins_api_refuses_too(vantor: Branch, root: Client) -> None:
    draft = vantor.index.add_child(instance=Article(title="Utkast", live=False, body=quote(BAD)))
    draft.save_revision()
    answer = root.generic("POST", f"/admin/api/main/pages/{draft.pk}/action/publish/")
    assert_refused(said(answer), vantor)
    assert not Page.objects.get(pk=draft.pk).live
