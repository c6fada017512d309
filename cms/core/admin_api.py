"""The API that the admin's own pages call: only what the editor may choose."""

from typing import Any

from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.permissions import policy_registry


class OwnImages(ImagesAdminAPIViewSet):
    """Wagtail's lists the images of all folders."""

    def get_queryset(self) -> Any:
        images = super().get_queryset()
        policy = policy_registry.get_by_type(images.model)
        own = policy.instances_user_has_any_permission_for(self.request.user, ["choose", "change"])
        return images.filter(pk__in=own.values("pk"))


class NoDocuments(ImagesAdminAPIViewSet):
    """Wagtail 8 names this address on every page of the admin, also where documents are not installed."""

    name = "documents"

    def get_queryset(self) -> Any:
        return super().get_queryset().none()
