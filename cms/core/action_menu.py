"""The buttons below a page's form: what this person came to do stands first, and what only confuses is left out."""

from typing import Any

from django.forms import Media
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from wagtail.admin.action_menu import ActionMenuItem, WorkflowMenuItem

from cms.core import reach

LATER = "Godkänn, publiceras senare"
# To hand in again and to begin the approval anew are the same to a writer; they differ in the history only.
TWICE = {"action-restart-workflow"}
# While a page waits for this person's approval, approving is the way to publish it.
NOT_WHILE_REVIEWING = {"action-publish", "action-cancel-workflow"}


def arrange(items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    """Approving stands first for who may approve, publishing for who may publish, handing in for the rest."""
    reviewing = any(isinstance(item, WorkflowMenuItem) for item in items)
    left_out = TWICE | NOT_WHILE_REVIEWING if reviewing else TWICE
    items[:] = [item for item in items if item.name not in left_out]
    if reviewing:
        first = next((item for item in items if item.name == "approve" and not item.launch_modal), None)
        if first and _starts_later(context):
            first.label = LATER
    else:
        named = {item.name: item for item in items}
        first = named.get("action-publish") or named.get("action-submit")
    if first:
        items.remove(first)
        items.insert(0, Main(first, _reach(context)))


class Main(ActionMenuItem):
    """An action as the main one. Enter in a field presses a form's first button: before this stands one that saves."""

    def __init__(self, item: ActionMenuItem, reach: str) -> None:
        super().__init__(order=item.order)
        self.item, self.name, self.label, self.reach = item, item.name, item.label, reach

    def render_html(self, parent_context: Any) -> SafeString:
        enter = mark_safe("<button type='submit' hidden></button>")
        told = format_html("<p class='grenverk-reach'>{}</p>", self.reach) if self.reach else mark_safe("")
        return enter + told + self.item.render_html(parent_context)

    @property
    def media(self) -> Media:
        return self.item.media


def _reach(context: dict[str, Any]) -> str:
    if context.get("view") == "create":
        return reach.told_of_new(context.get("parent_page"))
    return reach.told(context.get("page"))


def _starts_later(context: dict[str, Any]) -> bool:
    page = context.get("page")
    return bool(page and page.go_live_at and page.go_live_at > timezone.now())
