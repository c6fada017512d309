"""The two stores over HTTP: the public ladder for everybody, the private store for the admin's people."""

from pathlib import PurePosixPath

from django.core.exceptions import SuspiciousOperation
from django.core.files.base import File
from django.core.files.storage import Storage, storages
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

CONTENT_TYPES = {
    ".avif": "image/avif",
    ".webp": "image/webp",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".heic": "image/heic",
}
OTHER = "application/octet-stream"


@require_safe
def public_media(request: HttpRequest, path: str) -> FileResponse:
    """A file of the ladder. For your own machine and small installations; larger ones put a CDN over the store."""
    response = _respond(storages["public"], path)
    # The name holds a hash of the content, so a copy is good for ever.
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    response["Access-Control-Allow-Origin"] = "*"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


@require_safe
def private_media(request: HttpRequest, path: str) -> FileResponse:
    """An original or a thumbnail, for those who may use the admin; for all others it does not exist."""
    if not request.user.has_perm("wagtailadmin.access_admin"):
        raise Http404
    response = _respond(storages["default"], path)
    response["Cache-Control"] = "private, max-age=600"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


def _respond(storage: Storage, path: str) -> FileResponse:
    """The file, as a picture if its name says so, else as something to save and never to show."""
    content_type = CONTENT_TYPES.get(PurePosixPath(path).suffix.lower(), OTHER)
    response = FileResponse(_open(storage, path), content_type=content_type, as_attachment=content_type == OTHER)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _open(storage: Storage, path: str) -> File:
    try:
        return storage.open(path)
    except (OSError, ValueError, SuspiciousOperation) as error:
        # Missing, a folder, a NUL byte in the name, a way out of the store: all the same to the caller.
        raise Http404 from error
