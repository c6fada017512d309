"""PurgedCache: a cache before the API that is told what changed; how far it is told; what no site's log tells."""

from django.db import models


class PurgedCache(models.Model):
    """One row per address in CACHE_PURGE_URLS."""

    url = models.CharField(max_length=500, unique=True)
    release = models.CharField(max_length=64, blank=True)  # whose answers it may hold
    everything = models.BooleanField(default=True)  # whatever it holds is due, not just what the log tells
    tags = models.BigIntegerField(default=0)  # how many were sent, ever
    told_at = models.DateTimeField(null=True, blank=True)  # when it took the last ones
    failures = models.IntegerField(default=0)  # since it last took any
    failure = models.TextField(blank=True)  # the last one, in words
    failing_since = models.DateTimeField(null=True, blank=True)
    retry_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.url


class PurgePosition(models.Model):
    """How far one cache was told of one site's changes: once, and once more (purge/backlog.py says why)."""

    cache = models.ForeignKey(PurgedCache, on_delete=models.CASCADE, related_name="positions")
    site_id = models.IntegerField()  # a number: what was told outlives the site
    seq = models.BigIntegerField()
    again = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["cache", "site_id"], name="one_position_a_cache_and_site")]

    def __str__(self) -> str:
        return f"{self.cache_id}/{self.site_id}: {self.seq}"


class PurgeNote(models.Model):
    """A tag that is stale for a reason that no site's log tells. Deleted when the cache was told twice."""

    cache = models.ForeignKey(PurgedCache, on_delete=models.CASCADE, related_name="notes")
    tag = models.TextField()
    at = models.DateTimeField()
    told = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["cache", "told", "at"], name="note_of_a_cache")]

    def __str__(self) -> str:
        return self.tag
