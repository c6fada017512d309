"""The two stores over HTTP: public pictures and files for everybody, the private store for the admin's people."""

from pathlib import PurePosixPath

from django.core.exceptions import SuspiciousOperation
from django.core.files.base import File
from django.core.files.storage import Storage, storages
from django.http import FileResponse, Http404, HttpRequest
from django.views.decorators.http import require_safe

from cms.media.document import PRIVATE_FOLDER, PUBLIC_FOLDER
from cms.media.document_types import OTHER, TYPES

CONTENT_TYPES = {
    ".avif": "image/avif",
    ".webp": "image/webp",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".heic": "image/heic",
}
DOWNLOADS = {f".{ending}": kind.content_type for ending, kind in TYPES.items()}
FOR_EVER = "public, max-age=31536000, immutable"
FOR_AN_HOUR = "public, max-age=3600"


@require_safe
def public_media(request: HttpRequest, path: str) -> FileResponse:
    """A picture or a file. For your own machine and small installations; larger ones put a CDN over the store."""
    response = respond(storages["public"], path)
    # The name holds a hash of the content, so a copy is good for ever; but files are withdrawn, and leave caches then.
    response["Cache-Control"] = FOR_AN_HOUR if path.startswith(f"{PUBLIC_FOLDER}/") else FOR_EVER
    response["Access-Control-Allow-Origin"] = "*"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


@require_safe
def private_media(request: HttpRequest, path: str) -> FileResponse:
    """An original or a thumbnail, for those who may use the admin; for all others it does not exist."""
    if not request.user.has_perm("wagtailadmin.access_admin") or _is_document(path):
        raise Http404
    response = respond(storages["default"], path)
    response["Cache-Control"] = "private, max-age=600"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response


def respond(storage: Storage, path: str) -> FileResponse:
    """The file, as a picture if its name says so, else as something to save and never to show."""
    suffix = PurePosixPath(path).suffix.lower()
    content_type = CONTENT_TYPES.get(suffix) or DOWNLOADS.get(suffix, OTHER)
    response = FileResponse(
        _open(storage, path),
        content_type=content_type,
        as_attachment=suffix not in CONTENT_TYPES,
        filename=PurePosixPath(path).name,
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _is_document(path: str) -> bool:
    """Documents have a door of their own, which asks for more; see document_views.py."""
    return PRIVATE_FOLDER in PurePosixPath(path).parts


def _open(storage: Storage, path: str) -> File:
    try:
        return storage.open(path)
    except (OSError, ValueError, SuspiciousOperation) as error:
        # Missing, a folder, a NUL byte in the name, a way out of the store: all the same to the caller.
        raise Http404 from error
