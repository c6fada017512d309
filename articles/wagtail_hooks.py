"""Where articles join Wagtail's admin."""

from typing import Any

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path, reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Page

from articles.desk.panels import furnish
from articles.models import Article
from articles.sharing import actions
from articles.sharing.admin import urls as sharing
from articles.sharing.admin.own import own_frontends


@hooks.register("construct_homepage_panels")
def desk(request: HttpRequest, panels: list[Any]) -> None:
    furnish(request, panels)


@hooks.register("construct_homepage_summary_items", order=1000)  # last: after all that others put there
def no_counts(request: HttpRequest, items: list[Any]) -> None:
    """How many pages and images there are helps nobody; the desk says what there is to do."""
    items.clear()


@hooks.register("register_admin_urls")
def sharing_urls() -> list[URLPattern | URLResolver]:
    return [path("", include(sharing))]


@hooks.register("insert_global_admin_css")
def sharing_style() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("articles/sharing.css"))


class InboxItem(MenuItem):
    """For whoever speaks for a site."""

    def is_shown(self, request: HttpRequest) -> bool:
        return bool(own_frontends(request.user).exists())


@hooks.register("register_admin_menu_item")
def inbox() -> MenuItem:
    return InboxItem("Erbjudna artiklar", reverse("sharing:inbox"), icon_name="mail", order=150)


@hooks.register("register_page_header_buttons")
def share_button(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Any:
    """In the menu beside the title of an article."""
    if issubclass(page.specific_class or Page, Article) and page.permissions_for_user(user).can_publish():
        label = "Visa på fler webbplatser"
        yield Button(label, reverse("sharing:share", args=[page.pk]), icon_name="site", priority=45)


@hooks.register("register_log_actions")
def log_actions(log: Any) -> None:
    for action, (label, message) in actions.LOGGED.items():
        log.register_action(action, label, message)
