"""The API that the admin's own pages call: only what the editor may choose."""

from typing import Any

from rest_framework.authentication import SessionAuthentication
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.permissions import policy_registry


class Own:
    """What the editor may choose or change; Wagtail's own lists hold the things of all folders."""

    # Wagtail leaves this to the settings, and those are for the public API, which knows no users.
    authentication_classes = [SessionAuthentication]

    def get_queryset(self) -> Any:
        found = super().get_queryset()  # type: ignore[misc]
        policy = policy_registry.get_by_type(found.model)
        own = policy.instances_user_has_any_permission_for(self.request.user, ["choose", "change"])  # type: ignore[attr-defined]
        return found.filter(pk__in=own.values("pk"))


class OwnImages(Own, ImagesAdminAPIViewSet):
    pass


class OwnDocuments(Own, DocumentsAdminAPIViewSet):
    pass
