"""Where a page stands, in words an editor does not have to learn."""

from wagtail.models import Page, WorkflowState

from cms.core import dates

SENT_BACK = "Skickad tillbaka för ändringar"


def words(page: Page) -> str:
    """What lists and forms show as the page's state, with the day if one is chosen.

    Ask for pages with `annotate_approved_schedule().prefetch_workflow_states()`, or each one costs two queries.
    """
    if page.live:
        return _live(page)
    workflow = page.current_workflow_state
    if workflow:
        return SENT_BACK if _sent_back(workflow) else "Väntar på godkännande"
    if page.approved_schedule:
        return f"Publiceras {dates.moment(page.go_live_at)}" if page.go_live_at else "Publiceras senare"
    if page.expired:
        return f"Borttagen från webben {dates.near_day(page.expire_at)}" if page.expire_at else "Borttagen från webben"
    return "Avpublicerad" if page.first_published_at else "Utkast"


def _live(page: Page) -> str:
    if page.approved_schedule:
        return "Publicerad, ny version publiceras senare"
    workflow = page.current_workflow_state
    if workflow:
        what = "skickade tillbaka" if _sent_back(workflow) else "väntar på godkännande"
        return f"Publicerad, ändringar {what}"
    if page.has_unpublished_changes:
        return "Publicerad, med ändringar som inte är publicerade"
    return f"Publicerad till {dates.moment(page.expire_at)}" if page.expire_at else "Publicerad"


def _sent_back(workflow: WorkflowState) -> bool:
    return bool(workflow.status == WorkflowState.STATUS_NEEDS_CHANGES)
