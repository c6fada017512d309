"""Rate limits: so many requests a minute for an address, more for a token. Counted by tally.py."""

import time
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest

from api.errors import Problem
from api.tally import WINDOW, counted, tally
from cms.sites.models import FrontendToken


@dataclass(frozen=True)
class Allowance:
    """What is left of this minute; told in the RateLimit headers."""

    limit: int
    remaining: int
    reset: int

    def headers(self) -> dict[str, str]:
        return {
            "RateLimit-Limit": str(self.limit),
            "RateLimit-Remaining": str(self.remaining),
            "RateLimit-Reset": str(self.reset),
        }


def spend(request: HttpRequest, token: FrontendToken | None) -> Allowance:
    """Count one request; a 429 if the minute's allowance is used up."""
    who = f"token:{token.pk}" if token else f"address:{client_address(request)}"
    limit = settings.THROTTLE_TOKEN if token else settings.THROTTLE_ANONYMOUS
    return count(who, limit)


def refuse_if_spent(who: str, limit: int) -> None:
    """A 429 if the minute's allowance is used up; counts nothing."""
    now = time.time()
    _check(counted(who, now) + 1, limit, now)


def count(who: str, limit: int) -> Allowance:
    """Count one; a 429 if the minute's allowance is used up."""
    now = time.time()
    return _check(tally.count(who, limit, now), limit, now)


def _check(used: int, limit: int, now: float) -> Allowance:
    allowance = Allowance(limit, max(0, limit - used), WINDOW - int(now % WINDOW))
    if used > limit:
        headers = allowance.headers() | {"Retry-After": str(allowance.reset)}
        raise Problem(429, "too-many-requests", f"At most {limit} requests a minute.", headers=headers)
    return allowance


def client_address(request: HttpRequest) -> str:
    """The reader's address. X-Forwarded-For counts only as far as our own proxies wrote it."""
    direct: str = request.META.get("REMOTE_ADDR", "")
    hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
    proxies = settings.TRUSTED_PROXIES
    if proxies and len(hops) >= proxies:
        return hops[-proxies]
    return direct
