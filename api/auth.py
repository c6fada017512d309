"""Tokens of front ends: `Authorization: Bearer gv_…`."""

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from django.utils import timezone

from api.errors import Problem
from api.throttle import client_address, count
from cms.sites.models import FrontendToken, hash_token

SECONDS = 30  # how long a token's row is remembered


def token_of(request: HttpRequest) -> FrontendToken | None:
    """The token that the request shows; None if it shows none. 401 for anything else, always the same."""
    header = request.headers.get("Authorization", "")
    if not header:
        return None
    scheme, _, text = header.partition(" ")
    token = _known(text.strip()) if scheme.lower() == "bearer" else None
    if token is None or not token.valid(timezone.now()):
        # Guessing counts against the address, as an anonymous request does.
        count(f"address:{client_address(request)}", settings.THROTTLE_ANONYMOUS)
        raise Problem(401, "unauthorized", "The token is not valid.", headers={"WWW-Authenticate": "Bearer"})
    return token


def _known(text: str) -> FrontendToken | None:
    hashed = hash_token(text)
    key = f"token:{hashed}"
    found: FrontendToken | bool | None = cache.get(key)
    if found is None:
        found = FrontendToken.objects.filter(token_hash=hashed).first() or False
        cache.set(key, found, SECONDS)
    return found or None
