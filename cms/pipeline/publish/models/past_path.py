"""PastPath: where a thing used to be."""

from django.db import models
from wagtail.models import Site


class PastPath(models.Model):
    """A path that a site no longer answers with a page, and why: 410 if it was withdrawn, a redirect if it moved."""

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+")
    path_key = models.CharField(max_length=36)
    path = models.TextField(blank=True)
    identity = models.UUIDField()
    reason = models.CharField(max_length=16)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["site", "path_key"], name="one_past_a_path")]
        indexes = [models.Index(fields=["site", "identity"], name="past_of_a_thing")]

    def __str__(self) -> str:
        return f"{self.site_id}: {self.identity} {self.reason}"
