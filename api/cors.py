"""CORS by site: which browser origins may read what. Answered from the cache on every request."""

import re
from typing import Any

from corsheaders.signals import check_request_enabled
from django.conf import settings
from django.http import HttpRequest

from cms.sites import origins

_OURS = re.compile(settings.CORS_URLS_REGEX)
_SITE = re.compile(r"^/api/v1/sites/([^/]+)/")


def connect() -> None:
    check_request_enabled.connect(_allowed, dispatch_uid="grenverk.cors")


def _allowed(sender: Any, request: HttpRequest, **kwargs: Any) -> bool:
    origin = request.headers.get("Origin", "")
    # Asked for every address: below the admin's or the media's, a yes would open those too.
    if not origin or not _OURS.match(request.path_info):
        return False
    site = _SITE.match(request.path_info)
    return origins.allowed(origin, site[1] if site else origins.ANY_SITE)
