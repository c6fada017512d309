"""The buttons below a page's form: what this person came to do stands first, and what only confuses is left out."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone
from wagtail.admin.action_menu import ActionMenuItem, PublishMenuItem, WorkflowMenuItem

LATER = "Godkänn, publiceras senare"
# To hand in again and to begin the approval anew are the same to a writer; they differ in the history only.
TWICE = {"action-restart-workflow"}
# While a page waits for this person's approval, approving is the way to publish it.
NOT_WHILE_REVIEWING = {"action-publish", "action-cancel-workflow"}


class PublishFirst(PublishMenuItem):
    """Wagtail's own, but Enter in a field saves the draft."""

    template_name = "core/publish_first.html"


def arrange(items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    """Approving stands first for who may approve, publishing for who may publish, handing in for the rest."""
    reviewing = any(isinstance(item, WorkflowMenuItem) for item in items)
    left_out = TWICE | NOT_WHILE_REVIEWING if reviewing else TWICE
    items[:] = [item for item in items if item.name not in left_out]
    if reviewing:
        approve = next(item for item in items if item.name == "approve" and not item.launch_modal)
        if _starts_later(context):
            approve.label = LATER
        _first(items, approve)
    elif publish := next((item for item in items if isinstance(item, PublishMenuItem)), None):
        items.remove(publish)
        items.insert(0, PublishFirst(publish.order))
    elif submit := next((item for item in items if item.name == "action-submit"), None):
        _first(items, submit)


def _first(items: list[ActionMenuItem], item: ActionMenuItem) -> None:
    items.remove(item)
    items.insert(0, item)


def _starts_later(context: dict[str, Any]) -> bool:
    page = context.get("page")
    return bool(page and page.go_live_at and page.go_live_at > timezone.now())
