"""An editor's own drafts: what they wrote last and readers cannot see yet."""

from collections.abc import Sequence
from typing import Any

from django.db.models import BigIntegerField, Q, QuerySet
from django.db.models.functions import Cast
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page, TaskState, WorkflowState

from articles.desk.row import MOST, Row, row
from articles.desk.schedule import scheduled_pks
from articles.desk.sites import OwnSite, site_of
from cms.core import dates, states, viewer


def drafts(user: Any, sites: Sequence[OwnSite]) -> list[Row]:
    """Newest first. What has a date to go live stands under what happens soon, what is handed in under approvals."""
    unseen = Q(live=False) | Q(has_unpublished_changes=True)
    written = Q(owner=user) | Q(latest_revision__user=user)
    own = Page.objects.filter(unseen, written, pk__in=viewer.own_pages(user).values("pk"))
    own = own.exclude(pk__in=scheduled_pks()).exclude(pk__in=_handed_in())
    own = own.annotate_approved_schedule().prefetch_workflow_states()
    pages = list(own.order_by("-latest_revision_created_at")[:MOST])
    answers = _answers(pages)
    return [
        row(
            page,
            states.words(page),
            _who(answers.get(page.pk)),
            _changed(page),
            _site(page, sites),
            comment=answers[page.pk].comment if page.pk in answers else "",
        )
        for page in pages
    ]


def _handed_in() -> "QuerySet[Any]":
    """The pages that are in an approval, as a subquery. Its numbers are texts, which PostgreSQL tells from numbers."""
    states = WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS, base_content_type__model="page")
    return states.annotate(page_pk=Cast("object_id", BigIntegerField())).values("page_pk")


def _answers(pages: Sequence[Page]) -> dict[int, TaskState]:
    """Of those that were sent back, who did and what they wrote."""
    sent_back = {
        state.current_task_state_id: page.pk
        for page in pages
        if (state := page.current_workflow_state) and state.status == WorkflowState.STATUS_NEEDS_CHANGES
    }
    answers = TaskState.objects.filter(pk__in=sent_back).select_related("finished_by")
    return {sent_back[answer.pk]: answer for answer in answers}


def _who(answer: TaskState | None) -> str:
    return f"läst av {get_user_display_name(answer.finished_by)}" if answer and answer.finished_by else ""


def _changed(page: Page) -> str:
    return f"ändrad {dates.moment(page.latest_revision_created_at)}" if page.latest_revision_created_at else ""


def _site(page: Page, sites: Sequence[OwnSite]) -> str:
    """Which site, for who has several."""
    return site_of(page, sites) if len(sites) > 1 else ""
