"""The API that the admin's own pages call: only what the editor may choose."""

from typing import Any

from django.http import HttpRequest, JsonResponse
from django.urls import URLPattern, path
from django.views import View
from rest_framework.authentication import SessionAuthentication
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.permissions import policy_registry


class OwnImages(ImagesAdminAPIViewSet):
    """Wagtail's lists the images of all folders."""

    # Wagtail leaves this to the settings, and those are for the public API, which knows no users.
    authentication_classes = [SessionAuthentication]

    def get_queryset(self) -> Any:
        images = super().get_queryset()
        policy = policy_registry.get_by_type(images.model)
        own = policy.instances_user_has_any_permission_for(self.request.user, ["choose", "change"])
        return images.filter(pk__in=own.values("pk"))


class NoDocuments(View):
    """Wagtail 8 names this address on every page of the admin, also where documents are not installed."""

    model = type(None)  # the router looks here for the endpoint of a model

    def get(self, request: HttpRequest) -> JsonResponse:
        return JsonResponse({"meta": {"total_count": 0}, "items": []})

    @classmethod
    def get_urlpatterns(cls) -> list[URLPattern]:
        """What the router asks for."""
        return [path("", cls.as_view(), name="listing")]
