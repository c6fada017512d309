"""The buttons below a page's form: the main one is what the editor came to do."""

import pytest
from bs4 import Tag
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail.models import GroupApprovalTask, GroupPagePermission, Workflow, WorkflowPage, WorkflowTask
from wagtail.test.utils import WagtailTestUtils

from articles.models import Article
from tests.admin.conftest import Desk
from tests.build import Branch, make_article

pytestmark = pytest.mark.django_db


def form(desk: Desk, address: str) -> Tag:
    return WagtailTestUtils.get_soup(desk.client.get(address).content).find("form", {"data-edit-form": True})


def buttons(form: Tag) -> list[str]:
    """What stands in the footer, the main button first; the hidden one counts not."""
    footer = form.find("nav", {"class": "actions--primary"})
    shown = [one for one in footer.select("button, a") if not one.has_attr("hidden")]
    return [" ".join(one.get_text().split()) for one in shown]


def add(branch: Branch) -> str:
    return reverse("wagtailadmin_pages:add", args=["articles", "article", branch.index.pk])


def test_who_may_publish_does_it_with_one_tap(vantor_desk: Desk, vantor: Branch) -> None:
    assert buttons(form(vantor_desk, add(vantor)))[0] == "Publicera"
    live = make_article(vantor, "Redan ute")
    assert buttons(form(vantor_desk, reverse("wagtailadmin_pages:edit", args=[live.pk])))[0] == "Publicera"


@pytest.fixture
def only_writes(vantor_desk: Desk) -> None:
    """Nobody may publish."""
    GroupPagePermission.objects.filter(permission=Permission.objects.get(codename="publish_page")).delete()


def assert_enter_saves(form: Tag) -> None:
    """A browser answers Enter with the first submit button of the form."""
    found = form.find_all("button", {"type": "submit"})
    first = next(one for one in found if not one.find_parent("template"))  # dialogues that are not open yet
    assert not first.has_attr("name")
    assert first.has_attr("hidden")


def test_enter_in_a_field_does_not_publish(vantor_desk: Desk, vantor: Branch) -> None:
    assert_enter_saves(form(vantor_desk, add(vantor)))


@pytest.mark.usefixtures("only_writes")
def test_who_may_not_publish_hands_in(vantor_desk: Desk, vantor: Branch) -> None:
    new = form(vantor_desk, add(vantor))
    assert buttons(new)[0].startswith("Skicka för godkännande")
    assert "Publicera" not in buttons(new)
    assert_enter_saves(new)


@pytest.mark.usefixtures("only_writes")
def test_where_nobody_approves_one_saves(vantor_desk: Desk, vantor: Branch) -> None:
    WorkflowPage.objects.all().delete()
    assert buttons(form(vantor_desk, add(vantor)))[0] == "Spara utkast"


def test_a_page_that_waits_is_answered_first(vantor_desk: Desk, vantor: Branch) -> None:
    workflow = Workflow.objects.create(name="Godkännande")
    task = GroupApprovalTask.objects.create(name="Läs igenom")
    task.groups.add(*vantor_desk.user.groups.all())
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=workflow, page=vantor.home)
    draft = vantor.index.add_child(instance=Article(title="Inlämnad", live=False))
    draft.save_revision(user=vantor_desk.user)
    workflow.start(draft, vantor_desk.user)
    assert buttons(form(vantor_desk, reverse("wagtailadmin_pages:edit", args=[draft.pk])))[0] != "Publicera"
