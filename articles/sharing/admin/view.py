"""What the views of sharing have in common."""

from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin


class SharingView(WagtailAdminTemplateMixin):
    """Its title stands in the header, behind the way there."""

    def get_breadcrumbs_items(self) -> list[dict[str, str]]:
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]
