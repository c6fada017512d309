"""What waits for the user's approval."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from wagtail.admin.utils import get_user_display_name
from wagtail.models import GroupApprovalTask, Page, TaskState

from articles.desk.row import MOST, Review, Row, row
from articles.desk.sites import OwnSite, site_of
from cms.core import dates


def reviews(user: Any, sites: Sequence[OwnSite]) -> list[Row]:
    """The one that has waited longest first."""
    states = list(reviewable(user).select_related("revision__user").order_by("started_at")[:MOST])
    pages = Page.objects.select_related("latest_revision").in_bulk([int(state.revision.object_id) for state in states])
    found = []
    for state in states:
        page = pages.get(int(state.revision.object_id))
        if page:
            who = state.revision.user
            sender = f"från {get_user_display_name(who)}" if who else ""
            site = site_of(page, sites) if len(sites) > 1 else ""
            handed_in = f"inlämnad {dates.moment(state.started_at)}"
            found.append(row(page, sender, handed_in, _starts(page), site, review=_review(page, state)))
    return found


def is_reviewer(user: Any) -> bool:
    """Whether anything may ever wait for this person."""
    return bool(user.is_superuser) or _tasks(user).exists()


def reviewable(user: Any) -> "QuerySet[TaskState]":
    """Wagtail asks each task in turn, which costs a query for each site's; here all approvals by group at once."""
    states = TaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS,
        task__active=True,
        task__groupapprovaltask__isnull=False,
        revision__base_content_type__model="page",
    )
    return states if user.is_superuser else states.filter(task__in=_tasks(user).values("pk"))


def _tasks(user: Any) -> "QuerySet[GroupApprovalTask]":
    return GroupApprovalTask.objects.filter(active=True, groups__in=user.groups.all())


def _starts(page: Page) -> str:
    """When it goes live if it is approved; who presses the button should know."""
    chosen = page.latest_revision.content.get("go_live_at") if page.latest_revision else None
    when = parse_datetime(chosen) if chosen else None
    return f"publiceras {dates.moment(when)}" if when and when > timezone.now() else ""


def _review(page: Page, state: TaskState) -> Review:
    def action(name: str) -> str:
        return reverse("wagtailadmin_pages:workflow_action", args=[page.pk, name, state.pk])

    look = reverse("wagtailadmin_pages:workflow_preview", args=[page.pk, state.task_id])
    return Review(look=look, approve=action("approve"), reject=action("reject"))
