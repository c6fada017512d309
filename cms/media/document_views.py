"""The original of a document: for those who may choose or change it, and for all others it does not exist."""

from django.core.files.storage import storages
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe
from wagtail.permissions import policy_registry

from cms.media.document import SiteDocument
from cms.media.views import respond

MAY = ["choose", "change", "delete"]


@require_safe
def private_document(request: HttpRequest, pk: int, filename: str) -> FileResponse:
    """The original, to be saved and never shown."""
    policy = policy_registry.get_by_type(SiteDocument)
    if not request.user.has_perm("wagtailadmin.access_admin"):
        raise Http404
    own = policy.instances_user_has_any_permission_for(request.user, MAY)
    document = own.filter(pk=pk).first() if pk < 2**63 else None
    if document is None or document.filename != filename:
        raise Http404
    response = respond(storages["default"], document.file.name)
    response["Cache-Control"] = "private, no-cache"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
