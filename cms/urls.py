"""What answers where: the admin, media, the API (named by string: it stands above)."""

from django.urls import include, path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.utils.urlpatterns import decorate_urlpatterns

from cms.core.publishing_views import publishes
from cms.media.document_views import private_document
from cms.media.views import private_media, public_media

urlpatterns = [
    path("", include("api.urls")),  # first: it is asked most
    path("", RedirectView.as_view(pattern_name="wagtailadmin_home")),  # whoever comes here by hand is an editor
    path("media/<path:path>", public_media, name="public_media"),
    path("admin/dokument/<int:pk>/<str:filename>", private_document, name="private_document"),
    path("admin/media/<path:path>", private_media, name="private_media"),
    path("admin/", include(decorate_urlpatterns(wagtailadmin_urls.urlpatterns, publishes))),
]

handler500 = "cms.core.trouble.server_error"
