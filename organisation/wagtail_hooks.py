"""Where the organisation joins Wagtail's admin."""

from typing import Any

from django.templatetags.static import static
from django.urls import URLPattern, URLResolver, include, path
from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSetGroup
from wagtail.permissions import register_permission_policy

from cms.sites.policy import PEOPLE_MAY_ALL, SitePolicy
from organisation.admin import annual_meeting, comparing
from organisation.admin.allocation import AllocationPolicy, AllocationViewSet
from organisation.admin.assignment import AssignmentViewSet
from organisation.admin.body import BodyViewSet
from organisation.admin.person import PersonViewSet
from organisation.admin.post import PostViewSet
from organisation.admin.unit import UnitViewSet
from organisation.admin.withdraw import WITHDRAWN
from organisation.models import Assignment, Body, Person, Post, SeatAllocation, Unit

HOUSE = "frontend__site__root_page"
UNITS = SitePolicy(Unit, HOUSE)

register_permission_policy(Unit, UNITS)
for model, unit in {Body: "unit", Post: "unit", Person: "unit", Assignment: "post__unit"}.items():
    register_permission_policy(model, SitePolicy(model, f"{unit}__{HOUSE}", PEOPLE_MAY_ALL, house=UNITS))
register_permission_policy(SeatAllocation, AllocationPolicy(SeatAllocation, f"body__unit__{HOUSE}", {"view"}))
comparing.register()


class OrganisationGroup(ViewSetGroup):
    """The organisation in the main menu. Whatever else belongs there registers with the hook."""

    menu_label = "Organisation"
    menu_icon = "group"
    menu_order = 160
    submenu_hook = "register_organisation_menu_item"
    items = (PersonViewSet, AssignmentViewSet, PostViewSet, BodyViewSet, AllocationViewSet, UnitViewSet)


@hooks.register("register_admin_viewset")
def organisation() -> OrganisationGroup:
    return OrganisationGroup()


@hooks.register("insert_global_admin_css")
def style() -> str:
    return format_html('<link rel="stylesheet" href="{}">', static("organisation/admin.css"))


@hooks.register("register_log_actions")
def log_actions(actions: Any) -> None:
    actions.register_action(WITHDRAWN, "Ta tillbaka samtycke", "Samtycket togs tillbaka")


@hooks.register("register_admin_urls")
def annual_meeting_urls() -> list[URLPattern | URLResolver]:
    return [path("efter-arsmotet/", include(annual_meeting.urls))]


@hooks.register("register_organisation_menu_item")
def annual_meeting_item() -> MenuItem:
    return annual_meeting.menu_item()
