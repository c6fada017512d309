"""The buttons below a page's form: the main one is what the editor came to do."""

import pytest
from bs4 import Tag
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import GroupApprovalTask, GroupPagePermission, Workflow, WorkflowPage, WorkflowTask
from wagtail.test.utils import WagtailTestUtils

from articles.models import Article
from cms.core.reach import told
from tests.admin.conftest import Desk
from tests.build import Branch, link_to, make_article, make_page, text

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


# --- panels beside the form ---


def test_no_panel_of_checks_counts_what_it_cannot_see(vantor_desk: Desk, vantor: Branch) -> None:
    article = make_article(vantor, "Nämnd")
    for address in (add(vantor), reverse("wagtailadmin_pages:edit", args=[article.pk])):
        page = WagtailTestUtils.get_soup(vantor_desk.client.get(address).content)
        names = [panel["data-side-panel"] for panel in page.select("[data-side-panel]")]
        assert "preview" in names
        assert "checks" not in names


# --- how far a publishing reaches ---


def reach(desk: Desk, page: Article) -> str:
    told = form(desk, reverse("wagtailadmin_pages:edit", args=[page.pk])).find(class_="grenverk-reach")
    return told.get_text() if told else ""


def test_before_the_button_stands_how_far_it_reaches(vantor_desk: Desk, vantor: Branch, varmland: Branch) -> None:
    article = make_article(vantor, "Nämnd")
    assert reach(vantor_desk, article) == "Det här syns på Vantor."
    make_page(vantor, "Här", body=[text(link_to(article))])
    assert reach(vantor_desk, article) == "Det här syns på Vantor och ändrar 1 sida."
    make_page(varmland, "Där", body=[text(link_to(article))])
    varmland.frontend.header = [("item", {"label": "Dit", "link": {"page": article}, "children": []})]
    varmland.frontend.save()
    assert (
        reach(vantor_desk, article) == "Det här syns på 2 webbplatser och ändrar 2 sidor och menyerna på 1 webbplats."
    )


def test_a_new_page_will_be_seen_where_it_is_written(vantor_desk: Desk, vantor: Branch) -> None:
    told = form(vantor_desk, add(vantor)).find(class_="grenverk-reach")
    assert told.get_text() == "När det publiceras syns det på Vantor."


def test_a_draft_that_is_saved_says_the_same_before_it_is_published(vantor_desk: Desk, vantor: Branch) -> None:
    draft = vantor.index.add_child(instance=Article(title="Utkast", live=False))
    assert reach(vantor_desk, draft) == "När det publiceras syns det på Vantor."


def test_telling_how_far_it_reaches_costs_the_same_for_one_and_for_twenty(vantor: Branch) -> None:
    article = make_article(vantor, "Nämnd")
    counts = set()
    for number in (1, 20):
        for _ in range(number):
            make_page(vantor, f"Sida {Article.objects.count()} {number} {_}", body=[text(link_to(article))])
        with CaptureQueriesContext(connection) as captured:
            told(article)
        counts.add(len(captured))
    assert len(counts) == 1


def test_pages_below_are_changed_by_another_name_alone(vantor_desk: Desk, vantor: Branch) -> None:
    above = make_page(vantor, "Om oss")
    for number in range(3):
        make_page(vantor, f"Under {number}", under=above)
    make_page(vantor, "Nämner", body=[text(link_to(above))])
    assert reach(vantor_desk, above) == "Det här syns på Vantor och ändrar 1 sida."
    above.lead = "Ny ingress"
    above.save_revision()
    assert reach(vantor_desk, above) == "Det här syns på Vantor och ändrar 1 sida."
    above.title = "Om föreningen"
    above.save_revision()
    assert reach(vantor_desk, above) == "Det här syns på Vantor och ändrar 4 sidor."
