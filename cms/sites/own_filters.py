"""What the filters of Wagtail's lists and reports offer: people, workflows and sites of the user's own pages only.

Wagtail narrows the rows to what one may change, and then offers the names of everybody on all sites to filter them by.
"""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import CharField, Q, QuerySet
from django.db.models.functions import Cast
from django.http import HttpRequest
from wagtail.admin.views.pages.listing import PageFilterSet
from wagtail.admin.views.reports import audit_logging, locked_pages, workflows
from wagtail.models import Page, PageLogEntry, Site, Task, Workflow, WorkflowState

from cms.core import viewer


def narrow() -> None:
    """Put our questions in the place of Wagtail's; its filters are shared by all lists that have them."""
    listing, tasks = PageFilterSet.base_filters, workflows.WorkflowTasksReportFilterSet.base_filters
    report, locked = (
        workflows.WorkflowReportFilterSet.base_filters,
        locked_pages.LockedPagesReportFilterSet.base_filters,
    )
    listing["owner"].queryset = lambda request: _people(_pages(request).values("owner"))
    listing["edited_by"].queryset = lambda request: _people(_edits(request).values("user"))
    listing["site"].queryset = lambda request: Site.objects.filter(root_page__in=_pages(request).values("pk"))
    report["requested_by"].queryset = lambda request: _people(_states(request).values("requested_by"))
    report["workflow"].queryset = tasks["workflow"].queryset = _workflows
    tasks["task"].queryset = lambda request: Task.objects.filter(workflow_tasks__workflow__in=_workflows(request))
    locked["locked_by"].queryset = lambda request: _people(_pages(request).values("locked_by"))
    # It asks all the entries that there are, rather than those that the report shows.
    audit_logging.SiteHistoryReportFilterSet.get_users_queryset = lambda filters: audit_logging.get_users_for_filter(
        filters.request.user
    )
    locked_pages.LockedPagesView.get_queryset = _own_locked


_locked = locked_pages.LockedPagesView.get_queryset


def _own_locked(view: Any) -> "QuerySet[Page]":
    """Wagtail adds what the user has locked anywhere, also on a site that they have left."""
    found: QuerySet[Page] = _locked(view).filter(pk__in=_pages(view.request).values("pk"))
    return found


def _pages(request: HttpRequest) -> "QuerySet[Page]":
    return viewer.own_pages(request.user)


def _edits(request: HttpRequest) -> "QuerySet[PageLogEntry]":
    return PageLogEntry.objects.filter(action="wagtail.edit", page__in=_pages(request).values("pk"))


def _states(request: HttpRequest) -> "QuerySet[WorkflowState]":
    numbers = _pages(request).annotate(number=Cast("pk", CharField())).values("number")
    return WorkflowState.objects.filter(base_content_type__model="page", object_id__in=numbers)


def _workflows(request: HttpRequest) -> "QuerySet[Workflow]":
    """Those that the own pages have today, or once went through."""
    used = Q(pk__in=_states(request).values("workflow"))
    bound = Q(workflow_pages__page__in=_pages(request).values("pk"))
    return Workflow.objects.filter(used | bound).distinct().order_by("name")


def _people(pks: Any) -> "QuerySet[Any]":
    users = get_user_model()
    found: QuerySet[Any] = users.objects.filter(pk__in=pks).order_by(users.USERNAME_FIELD)
    return found
