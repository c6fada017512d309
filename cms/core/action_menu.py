"""What stands at the bottom of a page's form: who may publish does it with one tap."""

from typing import Any

from django.http import HttpRequest
from wagtail.admin.action_menu import ActionMenuItem, PublishMenuItem, WorkflowMenuItem


class PublishFirst(PublishMenuItem):
    """Wagtail's own, but Enter in a field saves the draft."""

    template_name = "core/publish_first.html"


def publish_first(items: list[ActionMenuItem], request: HttpRequest, context: dict[str, Any]) -> None:
    """Make "Publicera" the main button, except where the page waits for an approval: then that is the answer."""
    if any(isinstance(item, WorkflowMenuItem) for item in items):
        return
    for item in items:
        if isinstance(item, PublishMenuItem):
            items.remove(item)
            items.insert(0, PublishFirst(item.order))
            return
