"""What waits for the user's approval."""

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page, TaskState

from articles.desk.row import MOST, Row, row
from articles.desk.sites import OwnSite, site_of
from cms.core import dates


def reviews(user: Any, sites: Sequence[OwnSite]) -> list[Row]:
    """The one that has waited longest first."""
    states = list(_reviewable(user).select_related("revision__user").order_by("started_at")[:MOST])
    pages = Page.objects.in_bulk([int(state.revision.object_id) for state in states])
    found = []
    for state in states:
        page = pages.get(int(state.revision.object_id))
        if page:
            who = state.revision.user
            sender = f"från {get_user_display_name(who)}" if who else ""
            site = site_of(page, sites) if len(sites) > 1 else ""
            found.append(row(page, sender, f"inlämnad {dates.moment(state.started_at)}", site))
    return found


def _reviewable(user: Any) -> "QuerySet[TaskState]":
    """Wagtail asks each task in turn, which costs a query for each site's; here all approvals by group at once."""
    states = TaskState.objects.filter(
        status=TaskState.STATUS_IN_PROGRESS,
        task__active=True,
        task__groupapprovaltask__isnull=False,
        revision__base_content_type__model="page",
    )
    if user.is_superuser:
        return states
    return states.filter(task__groupapprovaltask__groups__in=user.groups.all()).distinct()
