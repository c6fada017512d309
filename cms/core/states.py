"""Where a page stands, in words an editor does not have to learn."""

from datetime import datetime

from django.utils import timezone
from django.utils.formats import date_format
from wagtail.models import Page


def words(page: Page) -> str:
    """What lists and forms show as the page's state, with the day if one is chosen."""
    if page.live:
        return _live(page)
    if page.expired:
        return "Borttagen från webben"
    if page.approved_schedule:
        return f"Publiceras {moment(page.go_live_at)}" if page.go_live_at else "Publiceras senare"
    return "Väntar på godkännande" if page.workflow_in_progress else "Utkast"


def moment(when: datetime) -> str:
    """`1 december kl. 8.00`, in the editor's time zone; the year where it is not the current one."""
    local = timezone.localtime(when)
    year = "" if local.year == timezone.localtime().year else " Y"
    return date_format(local, rf"j F{year} \k\l. G.i")


def _live(page: Page) -> str:
    if page.approved_schedule:
        return "Publicerad, ny version publiceras senare"
    if page.workflow_in_progress:
        return "Publicerad, ändringar väntar på godkännande"
    if page.has_unpublished_changes:
        return "Publicerad, med ändringar som inte är publicerade"
    return f"Publicerad till {moment(page.expire_at)}" if page.expire_at else "Publicerad"
