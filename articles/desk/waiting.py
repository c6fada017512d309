"""What the user has handed in and somebody else is to approve."""

from collections.abc import Sequence
from typing import Any

from wagtail.models import Page, WorkflowState

from articles.desk.reviews import reviewable
from articles.desk.row import MOST, Row, row
from articles.desk.sites import OwnSite, site_of
from cms.core import dates, viewer


def waiting(user: Any, sites: Sequence[OwnSite]) -> list[Row]:
    """The one that was handed in last first. What the user may approve stands under reviews."""
    states = WorkflowState.objects.filter(
        status=WorkflowState.STATUS_IN_PROGRESS, requested_by=user, base_content_type__model="page"
    ).exclude(current_task_state__in=reviewable(user))
    states = list(states.select_related("current_task_state").order_by("-current_task_state__started_at")[:MOST])
    own = viewer.own_pages(user)
    pages = Page.objects.filter(pk__in=own.values("pk")).in_bulk([int(state.object_id) for state in states])
    found = []
    for state in states:
        page = pages.get(int(state.object_id))
        if page and state.current_task_state:
            since = f"inlämnad {dates.moment(state.current_task_state.started_at)}"
            found.append(row(page, since, site_of(page, sites) if len(sites) > 1 else ""))
    return found
