"""The start page of the admin: an editor's own sites, what waits for them, and nothing of others."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask
from wagtail.test.utils import WagtailTestUtils

from articles.models import Article
from cms.core import dates
from tests.admin.conftest import CANARY, Desk, Secrets, allow
from tests.build import Branch, make_article, make_site, publish

pytestmark = pytest.mark.django_db
LATER = timedelta(days=3)


def start(desk: Desk) -> str:
    return desk.client.get(reverse("wagtailadmin_home")).content.decode()


def listed(desk: Desk, name: str) -> str:
    """What one list of the start page says."""
    return " ".join(
        WagtailTestUtils.get_soup(start(desk)).find("section", {"aria-labelledby": f"desk-{name}"}).get_text().split()
    )


def draft(desk: Desk, branch: Branch, title: str, **fields: object) -> Article:
    article = branch.index.add_child(instance=Article(title=title, live=False, owner=desk.user, **fields))
    article.save_revision(user=desk.user)
    return article


def review(branch: Branch, approvers: Group) -> Workflow:
    """What is written on the site is approved by this group."""
    task = GroupApprovalTask.objects.create(name="Godkänn")
    task.groups.add(approvers)
    workflow = Workflow.objects.create(name=f"Godkännande {branch.frontend.slug}")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=branch.home)
    return workflow


def furnish(desk: Desk, branch: Branch, number: int = 0) -> None:
    """One of everything that the start page lists."""
    draft(desk, branch, f"Utkast {number}")
    publish(draft(desk, branch, f"Senare {number}", go_live_at=timezone.now() + LATER))
    make_article(branch, f"Publicerad {number}", owner=desk.user, expire_at=timezone.now() + LATER)
    changed = make_article(branch, f"Ändrad {number}", owner=desk.user)
    changed.save_revision(user=desk.user)
    workflow = review(branch, desk.user.groups.first())
    workflow.start(draft(desk, branch, f"Inlämnad {number}"), desk.user)
    sent_back = workflow.start(draft(desk, branch, f"Tillbaka {number}"), desk.user)
    sent_back.current_task_state.specific.reject(user=desk.user, comment=f"Kommentar {number}")


def test_an_editor_finds_their_own_site(vantor_desk: Desk, vantor: Branch, varmland: Branch) -> None:
    page = start(vantor_desk)
    add = reverse("wagtailadmin_pages:add", args=["articles", "article", vantor.index.pk])
    assert f'href="{add}"' in page
    assert vantor_desk.client.get(add).status_code == 200
    assert f'href="{vantor.frontend.base_url}/"' in page
    assert "Öppen för besökare" in page
    assert varmland.frontend.base_url not in page
    assert varmland.frontend.name not in page


def test_an_empty_desk_says_what_will_stand_there(vantor_desk: Desk, vantor: Branch) -> None:
    review(vantor, vantor_desk.user.groups.get())
    vantor.home.unpublish()
    vantor.index.unpublish()
    assert "Stängd" in start(vantor_desk)
    assert "Du har inga utkast" in listed(vantor_desk, "drafts")
    assert "Ingenting väntar" in listed(vantor_desk, "reviews")
    assert "Inget har en tid" in listed(vantor_desk, "upcoming")
    assert "Ingenting är publicerat" in listed(vantor_desk, "published")


def test_each_page_stands_where_it_belongs_in_plain_words(vantor_desk: Desk, vantor: Branch) -> None:
    furnish(vantor_desk, vantor)
    drafts, upcoming = listed(vantor_desk, "drafts"), listed(vantor_desk, "upcoming")
    assert "Utkast 0 Utkast · ändrad i dag kl. " in drafts
    assert "Ändrad 0 Publicerad, med ändringar som inte är publicerade" in drafts
    assert "Inlämnad 0" not in drafts
    assert "Senare 0" not in drafts
    appears = dates.moment(Article.objects.get(title="Senare 0").go_live_at)
    ends = dates.moment(Article.objects.get(title="Publicerad 0").expire_at)
    assert f"Senare 0 Publiceras {appears}" in upcoming
    assert f"Publicerad 0 Tas bort från webben {ends}" in upcoming
    assert "Inlämnad 0 från editor-vantor · inlämnad i dag kl. " in listed(vantor_desk, "reviews")
    published = listed(vantor_desk, "published")
    assert "Publicerad 0 Publicerad i dag kl. " in published
    assert "Se på Vantor" in published
    assert "Utkast 0" not in published
    assert "1 väntar på godkännande" in start(vantor_desk)
    address = f"{vantor.frontend.base_url}/aktuellt/publicerad-0/"
    assert f'href="{address}"' in start(vantor_desk)


def test_a_draft_that_was_sent_back_says_so(vantor_desk: Desk, vantor: Branch) -> None:
    article = draft(vantor_desk, vantor, "Tillbaka")
    state = review(vantor, vantor_desk.user.groups.first()).start(article, vantor_desk.user)
    state.current_task_state.specific.reject(user=vantor_desk.user, comment="Vem talar?")
    said = listed(vantor_desk, "drafts")
    assert "Tillbaka Skickad tillbaka för ändringar · läst av editor-vantor · ändrad i dag kl. " in said
    assert "Vem talar?" in said


def test_who_writes_but_does_not_publish_finds_the_site_too(vantor_desk: Desk, vantor: Branch) -> None:
    vantor_desk.user.groups.get().page_permissions.filter(permission__codename="publish_page").delete()
    add = reverse("wagtailadmin_pages:add", args=["articles", "article", vantor.index.pk])
    assert f'href="{add}"' in start(vantor_desk)


def test_who_belongs_nowhere_is_told_so(vantor_desk: Desk, vantor: Branch) -> None:
    vantor_desk.user.groups.get().page_permissions.all().delete()
    assert "Du hör inte till någon webbplats än" in start(vantor_desk)


def test_nothing_of_another_site_is_on_the_desk(
    vantor_desk: Desk, varmland_desk: Desk, varmland: Branch, secrets: Secrets
) -> None:
    """Not even what the user wrote there before they lost their leave to."""
    furnish(varmland_desk, varmland)
    for article in Article.objects.filter(path__startswith=varmland.home.path):
        article.owner = vantor_desk.user
        article.save()
        article.save_revision(user=vantor_desk.user)
    page = start(vantor_desk)
    for word in (
        CANARY,
        "Utkast 0",
        "Senare 0",
        "Publicerad 0",
        "Ändrad 0",
        "Inlämnad 0",
        "Kommentar 0",
        varmland.frontend.base_url,
    ):
        assert word not in page, word
    assert CANARY in start(varmland_desk)


def test_the_desk_asks_as_much_for_twenty_of_everything_as_for_one(vantor_desk: Desk, vantor: Branch) -> None:
    furnish(vantor_desk, vantor)
    start(vantor_desk)  # Wagtail reads the sites' roots once after each change
    with CaptureQueriesContext(connection) as one:
        page = start(vantor_desk)
    assert page.count('class="desk__card"') == 1
    for number in range(1, 20):
        other = make_site(f"site{number}", port=9100 + number)
        allow(vantor_desk.user.groups.get(), other)
        furnish(vantor_desk, other, number)
    for number in range(20, 40):
        draft(vantor_desk, vantor, f"Utkast {number}")
    start(vantor_desk)
    with CaptureQueriesContext(connection) as twenty:
        page = start(vantor_desk)
    assert page.count('class="desk__card"') == 12
    assert "Alla webbplatser" in page
    assert len(twenty) <= len(one)
