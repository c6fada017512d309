"""The state of a page in words that everybody knows."""

from wagtail.models import Page, WorkflowState

from cms.core import dates


def state(page: Page) -> str:
    """Where a page is on its way to the readers.

    Ask for the pages with `prefetch_workflow_states()`, or each one costs a query.
    """
    workflow = page.current_workflow_state
    if workflow and workflow.status == WorkflowState.STATUS_NEEDS_CHANGES:
        return "Skickad tillbaka: ändra och lämna in igen"
    if workflow:
        return "Väntar på godkännande"
    if page.live:
        return "Publicerad, men med ändringar som inte är publicerade" if page.has_unpublished_changes else "Publicerad"
    if page.expired and page.expire_at:
        return f"Borttagen från webben {dates.near_day(page.expire_at)}"
    return "Avpublicerad" if page.first_published_at else "Utkast"
