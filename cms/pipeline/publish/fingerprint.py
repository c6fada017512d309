"""The fingerprint of what renders: a deployment that may change bytes makes stored rows stale."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.core.files.storage import storages

# The apps whose code decides the bytes; api/ only hands them on.
RENDERING = ("cms", "articles", "home", "organisation")


@cache
def fingerprint() -> str:
    """A hash of the rendering code, of the media base, of the public address and of whom embeds may come from."""
    digest = hashlib.blake2b(digest_size=16)
    base = Path(settings.BASE_DIR)
    for app in RENDERING:
        for source in sorted((base / app).rglob("*.py")):
            if "migrations" not in source.parts:
                digest.update(source.read_bytes())
    digest.update(f"{settings.PUBLIC_URL}|{storages['public'].url('x')}".encode())
    digest.update(f"{settings.EMBED_PROVIDERS}|{settings.PEERTUBE_HOSTS}".encode())
    return digest.hexdigest()
