"""Where the sites join Wagtail's admin."""

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.models import Page
from wagtail.permissions import register_permission_policy

from cms.core import viewer
from cms.sites import own_filters
from cms.sites.admin import FrontendViewSet
from cms.sites.models import Frontend, Redirect
from cms.sites.policy import PEOPLE_MAY_ALL, SitePolicy
from cms.sites.redirect_admin import RedirectViewSet

SITES = SitePolicy(Frontend, root_page="site__root_page")

register_permission_policy(Frontend, SITES)
register_permission_policy(Redirect, SitePolicy(Redirect, "frontend__site__root_page", PEOPLE_MAY_ALL, house=SITES))
own_filters.narrow()


@hooks.register("register_admin_viewset")
def frontend_viewset() -> FrontendViewSet:
    return FrontendViewSet()


@hooks.register("register_admin_viewset")
def redirect_viewset() -> RedirectViewSet:
    return RedirectViewSet()


@hooks.register("insert_global_admin_css")
def style() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("sites/admin.css"))


@hooks.register("construct_page_chooser_queryset")
def choosable(pages: "QuerySet[Page]", request: HttpRequest) -> "QuerySet[Page]":
    """An editor links to pages of their own, and to what other sites show the world."""
    return viewer.visible(pages, request.user)


@hooks.register("construct_reports_menu")
def fewer_reports(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """The report on page types names the last edited page of all sites; see fence.py."""
    if not _superuser(request.user):
        menu_items[:] = [item for item in menu_items if item.name != "page-types-usage"]


def _superuser(user: Any) -> bool:
    return bool(user.is_superuser)
