"""FrontendToken: what a front end shows to be served more often."""

import hashlib
import secrets
from datetime import datetime, timedelta

from django.db import models
from django.utils import timezone

from cms.sites.models.frontend import Frontend


class FrontendToken(models.Model):
    """What a front end shows to be served more often. Stored hashed; belongs to one site; expires."""

    frontend = models.ForeignKey(Frontend, on_delete=models.CASCADE, related_name="tokens")
    name = models.CharField("Namn", max_length=80)
    token_hash = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(auto_now_add=True)
    expires_at = models.DateTimeField("Gäller till")
    revoked_at = models.DateTimeField("Återkallad", null=True, blank=True)

    class Meta:
        verbose_name = "nyckel"
        verbose_name_plural = "nycklar"

    def __str__(self) -> str:
        return f"{self.name} ({self.frontend})"

    @classmethod
    def issue(cls, frontend: Frontend, name: str, lifetime: timedelta) -> str:
        """Make a token. It is shown this once and never again."""
        token = "gv_" + secrets.token_urlsafe(32)
        cls.objects.create(
            frontend=frontend, name=name, token_hash=hash_token(token), expires_at=timezone.now() + lifetime
        )
        return token

    def valid(self, now: datetime) -> bool:
        return self.revoked_at is None and self.expires_at > now


def hash_token(token: str) -> str:
    """Tokens have 256 bits of chance in them, so a plain hash cannot be guessed backwards."""
    return hashlib.sha256(token.encode()).hexdigest()
