"""Where the core joins Wagtail's admin."""

from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogFormatter

from cms.core import action_menu, comparing, guide, languages, privacy, wagtail_names
from cms.core.admin_api import OwnDocuments, OwnImages
from cms.core.bulk_publish import PublishEachAction
from cms.core.page_edit import page_viewset

# Not as a decorator: the hook wants the class itself. After Wagtail's own, whose place it takes.
hooks.register("register_bulk_action", PublishEachAction, order=100)
hooks.register("construct_page_action_menu", action_menu.arrange)
privacy.explain()
wagtail_names.in_swedish()
languages.are_told_where_they_differ()
comparing.register()


@hooks.register("register_log_actions")
def log_actions(actions) -> None:
    @actions.register_action("grenverk.publish.refused")
    class Refused(LogFormatter):
        """The reason is what the editor reads in the page's history."""

        label = "Publicering stoppad"

        def format_message(self, log_entry) -> str:
            return log_entry.data.get("reason", self.label)


@hooks.register("construct_admin_api", order=100)  # after Wagtail's own, whose place it takes
def admin_api(router) -> None:
    router.register_endpoint("images", OwnImages)
    router.register_endpoint("documents", OwnDocuments)


@hooks.register("insert_global_admin_css")
def brand_style() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("core/brand.css"))


@hooks.register("insert_global_admin_css")
def block_chooser() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("core/block-chooser.css"))


@hooks.register("register_admin_viewset")
def pages():
    return page_viewset


@hooks.register("insert_global_admin_css")
def phone_style() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("core/phone.css"))


@hooks.register("insert_global_admin_js")
def phone_script() -> str:
    return format_html('<script src="{}"></script>', static("core/phone.js"))


@hooks.register("insert_global_admin_css")
def described_style() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("core/described.css"))


@hooks.register("insert_global_admin_css")
def link_style() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("core/link.css"))


@hooks.register("insert_global_admin_js")
def described_script() -> str:
    return format_html('<script src="{}"></script>', static("core/described.js"))


@hooks.register("register_admin_urls")
def guide_urls() -> list:
    return [path("handbok/", guide.page, name="guide"), path("handbok/<path:name>", guide.page)]


@hooks.register("register_help_menu_item")
def guide_item() -> MenuItem:
    return MenuItem("Handbok för redaktörer", reverse("guide"), name="handbok", icon_name="help", order=100)


@hooks.register("construct_help_menu")
def help_in_swedish(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """Wagtail's own guide and its news are in English, and about much that is not here."""
    menu_items[:] = [item for item in menu_items if "wagtail.org" not in item.url]
