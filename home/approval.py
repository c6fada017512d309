"""Approval: what a site's writers hand in is approved by the site's own editors, in one step."""

from django.contrib.auth.models import Group
from wagtail.models import GroupApprovalTask, Page, Task, Workflow, WorkflowPage, WorkflowTask

from home.groups import ProvisioningError

NAME = "Godkännande"
WAGTAILS = "Moderators approval"  # what its migrations bind to the whole tree, in English


def make_approval(label: str, home: Page, editors: Group) -> Workflow:
    """The workflow of the site with this root page; one that an administrator has chosen for it already stays."""
    chosen = WorkflowPage.objects.filter(page=home).select_related("workflow").first()
    if chosen:
        return chosen.workflow
    name = f"{NAME}: {label}"
    workflow = Workflow.objects.filter(name=name).first()
    if workflow and workflow.workflow_pages.exists():
        raise ProvisioningError(f"The workflow “{name}” already belongs to another site.")
    workflow = workflow or _workflow(name, editors)
    WorkflowPage.objects.create(page=home, workflow=workflow)
    return workflow


def _workflow(name: str, editors: Group) -> Workflow:
    workflow = Workflow.objects.create(name=name)
    task = GroupApprovalTask.objects.create(name=name)
    task.groups.add(editors)
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return workflow


def retire_wagtails() -> None:
    """Take away the workflow that Wagtail puts over all sites; where it was used, its history stays."""
    for workflow in Workflow.objects.filter(name=WAGTAILS):
        workflow.deactivate()
        if not workflow.workflow_states.exists():
            Task.objects.filter(name=WAGTAILS, workflow_tasks__workflow=workflow).delete()
            workflow.delete()
