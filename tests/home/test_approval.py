"""Approval as it is provisioned: each site's own writers and editors, in Swedish, once."""

import pytest
from django.contrib.auth.models import Group, User
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import GroupApprovalTask, Page, Task, Workflow, WorkflowPage, WorkflowTask
from wagtail.permissions import policy_registry

from articles.models import Article
from home.approval import WAGTAILS, make_approval, retire_wagtails
from home.groups import ProvisioningError
from home.provisioning import Provisioned, UnitFacts, provision

pytestmark = pytest.mark.django_db


def make_riks() -> Provisioned:
    return provision(UnitFacts("riks", "Vänsterpartiet", "national"), label="Riks", base_url="http://localhost:9203")


@pytest.fixture
def riks() -> Provisioned:
    return make_riks()


@pytest.fixture
def varmland(riks: Provisioned) -> Provisioned:
    facts = UnitFacts("varmland", "Vänsterpartiet Värmland", "district", parent="riks")
    return provision(facts, label="Värmland", base_url="http://localhost:9202")


def member(group: Group) -> User:
    user = User.objects.create_user(f"medlem-{group.pk}")
    user.groups.add(group)
    return user


def counts() -> list[int]:
    return [model.objects.count() for model in (Group, Workflow, WorkflowPage, WorkflowTask, Task)]


def test_the_sites_editors_approve_what_is_written_there(riks: Provisioned, varmland: Provisioned) -> None:
    for place, label in ((riks, "Riks"), (varmland, "Värmland")):
        workflow = place.index.get_workflow()
        assert workflow == place.workflow
        assert workflow.name == f"Godkännande: {label}"
        (task,) = GroupApprovalTask.objects.filter(workflow_tasks__workflow=workflow)
        assert list(task.groups.all()) == [place.editors]


def test_a_second_run_makes_nothing_twice(riks: Provisioned) -> None:
    before = counts()
    again = make_riks()
    assert counts() == before
    assert (again.workflow, again.writers) == (riks.workflow, riks.writers)


def test_another_workflow_chosen_by_an_administrator_stays(riks: Provisioned) -> None:
    own = Workflow.objects.create(name="Två läser")
    WorkflowPage.objects.filter(page=riks.home).update(workflow=own)
    assert make_riks().workflow == own


def test_a_site_without_approval_gets_its_own_back(riks: Provisioned) -> None:
    before = counts()
    WorkflowPage.objects.all().delete()
    assert make_riks().workflow == riks.workflow
    assert counts() == before


def test_another_sites_workflow_is_not_taken_over(riks: Provisioned, varmland: Provisioned) -> None:
    WorkflowPage.objects.filter(page=varmland.home).delete()
    with pytest.raises(ProvisioningError, match="another site"):
        make_approval("Riks", varmland.home, varmland.editors)


def test_a_writer_writes_and_does_not_publish(varmland: Provisioned, riks: Provisioned) -> None:
    user = member(varmland.writers)
    assert user.has_perm("wagtailadmin.access_admin")
    own = varmland.index.permissions_for_user(user)
    assert (own.can_add_subpage(), own.can_edit(), own.can_publish()) == (True, True, False)
    assert not own.can_publish_subpage()
    assert not own.can_unpublish()
    for page in (riks.home, riks.index, Page.objects.get(depth=1)):
        other = page.permissions_for_user(user)
        assert (other.can_add_subpage(), other.can_edit(), other.can_publish()) == (False, False, False)


@pytest.mark.parametrize("model", [get_image_model(), get_document_model()])
def test_a_writer_adds_and_chooses_in_the_own_folder(varmland: Provisioned, model: type) -> None:
    policy, user = policy_registry.get_by_type(model), member(varmland.writers)
    for action in ("add", "choose"):
        assert list(policy.collections_user_has_permission_for(user, action)) == [varmland.collection]
    mine, other = model(collection=varmland.collection, uploaded_by_user=user), model(collection=varmland.collection)
    assert policy.user_has_permission_for_instance(user, "change", mine)
    assert not policy.user_has_permission_for_instance(user, "change", other)


def test_a_writer_is_told_by_the_own_site_only(varmland: Provisioned, riks: Provisioned) -> None:
    Group.objects.filter(pk=varmland.writers.pk).update(name="Skribenter: Stockholm")
    facts = UnitFacts("stockholm", "Vänsterpartiet Stockholm", "district", parent="riks")
    with pytest.raises(ProvisioningError, match="another site"):
        provision(facts, label="Stockholm", base_url="http://localhost:9205")


def test_wagtails_own_workflow_is_gone(riks: Provisioned) -> None:
    assert not Workflow.objects.filter(name=WAGTAILS).exists()
    assert not Task.objects.filter(name=WAGTAILS).exists()
    assert Page.objects.get(depth=1).get_workflow() is None


def test_where_it_was_used_its_history_stays_but_nobody_is_offered_it(riks: Provisioned) -> None:
    old = Workflow.objects.create(name=WAGTAILS)
    task = GroupApprovalTask.objects.create(name=WAGTAILS)
    WorkflowTask.objects.create(workflow=old, task=task, sort_order=0)
    WorkflowPage.objects.create(workflow=old, page=Page.objects.get(depth=1))
    article = riks.index.add_child(instance=Article(title="Gammal", live=False))
    article.save_revision()
    state = old.start(article, member(riks.writers))
    retire_wagtails()
    old.refresh_from_db()
    state.refresh_from_db()
    assert (old.active, state.status) == (False, "cancelled")
    assert not WorkflowPage.objects.filter(workflow=old).exists()
