"""Wagtail 8 names the address of its documents on every page of the admin, also where documents are not installed."""

from typing import Any

from wagtail.images.api.admin.views import ImagesAdminAPIViewSet


class NoDocuments(ImagesAdminAPIViewSet):
    """An address under which nothing is found. Goes when files come."""

    name = "documents"

    def get_queryset(self) -> Any:
        return super().get_queryset().none()
