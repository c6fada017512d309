"""What Wagtail names without asking a catalogue, in Swedish: fields and columns that are called what the code calls
them, people who are called by their user names where all others are called by their own, and times of the day.
"""

from datetime import datetime
from typing import Any

from django.contrib.auth import get_user_model
from django.utils import timezone
from wagtail.admin.forms.workflows import WorkflowPageForm
from wagtail.admin.templatetags.wagtailadmin_tags import register, timesince_last_update
from wagtail.admin.ui.tables import Column, StatusFlagColumn
from wagtail.admin.utils import get_user_display_name
from wagtail.admin.views.reports.aging_pages import AgingPagesView
from wagtail.admin.views.reports.workflows import WorkflowTasksView, WorkflowView
from wagtail.sites.views import IndexView as SitesView
from wagtail.users.forms import PagePermissionsForm
from wagtail.users.utils import get_deleted_user_display_name

from cms.core.dates import moment

SITE_COLUMNS = {"site_name": "Namn", "root_page": "Startsida"}
EXPORT_HEADINGS = {
    "workflow": "Godkännande",
    "task": "Steg",
    "requested_by": "Skickad av",
    "started_at": "Skickad",
    "finished_at": "Klar",
    "finished_by": "Avgjord av",
}


def in_swedish() -> None:
    """Put our words in the place of Wagtail's."""
    SitesView.columns = [_column(column) for column in SitesView.columns]
    for form in (WorkflowPageForm, PagePermissionsForm):
        form.base_fields["page"].label = "Sida"
    for report in (WorkflowView, WorkflowTasksView):
        report.export_headings = EXPORT_HEADINGS | report.export_headings
    AgingPagesView.decorate_paginated_queryset = _with_publishers
    register.simple_tag(_last_update, name="timesince_last_update")


def _last_update(
    last_update: datetime, show_time_prefix: bool = False, user_display_name: str = "", use_shorthand: bool = True
) -> str:
    """ "i dag kl. 15.57 av Vera Vantör" for what is of today, as everywhere else."""
    if timezone.localdate(last_update) != timezone.localdate():
        return str(timesince_last_update(last_update, show_time_prefix, user_display_name, use_shorthand))
    return f"{moment(last_update)} av {user_display_name}" if user_display_name else moment(last_update)


def _column(column: Column) -> Column:
    if isinstance(column, StatusFlagColumn):
        return StatusFlagColumn(column.name, label="Förvald?", true_label="Förvald")
    return Column(column.name, label=SITE_COLUMNS[column.name]) if column.name in SITE_COLUMNS else column


def _with_publishers(view: AgingPagesView, pages: Any) -> Any:
    """Each page with the name of whoever published it last."""
    numbers = {page.last_published_by for page in pages} - {None}
    users = get_user_model().objects.in_bulk(numbers)
    for page in pages:
        number = page.last_published_by
        user = users.get(number)
        known = get_user_display_name(user) if user else get_deleted_user_display_name(user_id=number)
        page.last_published_by_user = known if number else ""
    return pages
