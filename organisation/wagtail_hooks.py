"""Where the organisation joins Wagtail's admin."""

from wagtail import hooks
from wagtail.permissions import register_permission_policy

from cms.sites.policy import SitePolicy
from organisation.admin.unit import UnitViewSet
from organisation.models import Unit

register_permission_policy(Unit, SitePolicy(Unit, root_page="frontend__site__root_page"))


@hooks.register("register_admin_viewset")
def unit_viewset() -> UnitViewSet:
    return UnitViewSet()
