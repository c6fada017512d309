"""Where the organisation joins Wagtail's admin."""

from django.urls import URLPattern, URLResolver, include, path
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.permissions import register_permission_policy

from cms.sites.policy import SitePolicy
from organisation.admin import annual_meeting
from organisation.admin.unit import UnitViewSet
from organisation.models import Unit

register_permission_policy(Unit, SitePolicy(Unit, root_page="frontend__site__root_page"))


@hooks.register("register_admin_viewset")
def unit_viewset() -> UnitViewSet:
    return UnitViewSet()


@hooks.register("register_admin_urls")
def annual_meeting_urls() -> list[URLPattern | URLResolver]:
    return [path("efter-arsmotet/", include(annual_meeting.urls))]


@hooks.register("register_admin_menu_item")
def annual_meeting_item() -> MenuItem:
    return annual_meeting.menu_item()
