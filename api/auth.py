"""Tokens of front ends: `Authorization: Bearer gv_…`."""

from typing import Any

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.db.models.signals import post_delete, post_save
from django.http import HttpRequest
from django.utils import timezone

from api.errors import Problem
from api.throttle import client_address, count, refuse_if_spent
from cms.sites.models import FrontendToken, hash_token

SECONDS = 30  # how long a token's row is remembered


def token_of(request: HttpRequest) -> FrontendToken | None:
    """The token that the request shows; None if it shows none. 401 for anything else, always the same."""
    header = request.headers.get("Authorization", "")
    if not header:
        return None
    scheme, _, text = header.partition(" ")
    token = _known(text.strip(), request) if scheme.lower() == "bearer" else None
    if token is None or not token.valid(timezone.now()):
        count(_guesser(request), settings.THROTTLE_ANONYMOUS)
        raise Problem(401, "unauthorized", "The token is not valid.", headers={"WWW-Authenticate": "Bearer"})
    return token


def _known(text: str, request: HttpRequest) -> FrontendToken | None:
    hashed = hash_token(text)
    found: FrontendToken | None = cache.get(_key(hashed))
    if found is None:
        # Who has guessed too often is not told whether the next guess is right.
        refuse_if_spent(_guesser(request), settings.THROTTLE_ANONYMOUS)
        found = FrontendToken.objects.filter(token_hash=hashed).first()
        if found:
            cache.set(_key(hashed), found, SECONDS)
    return found


def _guesser(request: HttpRequest) -> str:
    """Wrong tokens are counted by themselves: a front end behind the same address may go on with a right one."""
    return f"guesses:{client_address(request)}"


def _key(hashed: str) -> str:
    return f"token:{hashed}"


def connect() -> None:
    """A token that is revoked, changed or deleted is read anew at once."""
    for signal in (post_save, post_delete):
        signal.connect(_forget, sender=FrontendToken, dispatch_uid="grenverk.token_changed")


def _forget(instance: FrontendToken, **kwargs: Any) -> None:
    transaction.on_commit(lambda: cache.delete(_key(instance.token_hash)))
