"""Change: when something changed in a site's sight; Counter: how many times."""

from django.db import models
from wagtail.models import Site


class Op(models.TextChoices):
    UPSERT = "upsert"
    DELETE = "delete"


class Reason(models.TextChoices):
    """Why; the words of the wire contract."""

    PUBLISHED = "published"
    UNPUBLISHED = "unpublished"
    DELETED = "deleted"
    MOVED = "moved"
    RESTRICTED = "restricted"
    EXPIRED = "expired"
    SHARED = "shared"
    RECALLED = "recalled"
    CHANGED = "changed"


# What may come back under its address answers 410 meanwhile; what became private answers like what never was.
GONE = {Reason.UNPUBLISHED, Reason.DELETED, Reason.EXPIRED, Reason.RECALLED}


class Counter(models.Model):
    """A site's newest sequence number. Its row is the lock that makes numbers visible in order."""

    site = models.OneToOneField(Site, primary_key=True, on_delete=models.CASCADE, related_name="+")
    version = models.BigIntegerField(default=0)
    floor = models.BigIntegerField(default=0)  # the newest number that was forgotten: older cursors are expired

    def __str__(self) -> str:
        return f"{self.site_id}: {self.version}"


class Change(models.Model):
    """One row per (site, sequence number)."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+")
    seq = models.BigIntegerField()
    op = models.CharField(max_length=8, choices=Op)
    kind = models.CharField(max_length=16)
    type = models.CharField(max_length=32)
    identity = models.UUIDField()
    path = models.TextField(blank=True)
    previous_path = models.TextField(blank=True)
    url = models.TextField(blank=True)
    content_hash = models.CharField(max_length=32, blank=True)
    reason = models.CharField(max_length=16, choices=Reason)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["site", "seq"], name="one_change_a_number")]
        indexes = [
            models.Index(fields=["site", "identity", "seq"], name="change_of_a_thing"),
            models.Index(fields=["at"], name="change_at"),
        ]

    def __str__(self) -> str:
        return f"{self.site_id}/{self.seq} {self.op} {self.identity}"
