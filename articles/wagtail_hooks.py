"""Where articles join Wagtail's admin."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from articles.desk.panels import furnish


@hooks.register("construct_homepage_panels")
def desk(request: HttpRequest, panels: list[Any]) -> None:
    furnish(request, panels)


@hooks.register("construct_homepage_summary_items", order=1000)  # last: after all that others put there
def no_counts(request: HttpRequest, items: list[Any]) -> None:
    """How many pages and images there are helps nobody; the desk says what there is to do."""
    items.clear()
