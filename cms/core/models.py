"""Models of the core: drafts that are shown outside the admin for a while."""

import hashlib
import secrets
from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from wagtail.models import Site

PREVIEW_LIFETIME = timedelta(hours=1)


class PreviewDraft(models.Model):
    """A draft as it was rendered, opened by a token that belongs to one page, one site and one user.

    Only the token's hash is stored: who reads the database cannot open a draft on the front end.
    """

    token_hash = models.CharField(max_length=64, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+")
    page = models.ForeignKey(
        "wagtailcore.Page", null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )  # null: a page that was not saved yet
    language = models.CharField(max_length=12)
    body = models.TextField()
    expires_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"{self.page_id} on {self.site_id} for {self.user_id}"

    @classmethod
    def open(cls, *, user: models.Model, site_id: int, page_id: int | None, language: str, body: str) -> str:
        """Store a rendered draft in place of this user's last one of the page; the token that opens it."""
        token = secrets.token_urlsafe(32)
        now = timezone.now()
        cls.objects.filter(expires_at__lte=now).delete()
        cls.objects.filter(user=user, site_id=site_id, page_id=page_id).delete()
        cls.objects.create(
            token_hash=_hash(token),
            user=user,
            site_id=site_id,
            page_id=page_id,
            language=language,
            body=body,
            expires_at=now + PREVIEW_LIFETIME,
        )
        return token

    @classmethod
    def find(cls, token: str, site_id: int) -> "PreviewDraft | None":
        """The draft behind a token on this site; None if it is wrong, another site's, expired, or its user is gone."""
        valid = cls.objects.filter(token_hash=_hash(token), site_id=site_id, expires_at__gt=timezone.now())
        return valid.filter(user__is_active=True).first()


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
