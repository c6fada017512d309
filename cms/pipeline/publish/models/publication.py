"""Publication: what front ends may see of one thing."""

from django.db import models

from cms.pipeline.publish.models.identity import Identity


class Publication(models.Model):
    """The finished JSON of one page, frame, unit or image: one row a thing, the same bytes for every site.

    `body` and `card` are JSON objects as text, without the members that a placement adds. `wanted` rises when
    something that the thing shows was touched; the worker renders until `rendered` has caught up.
    """

    identity = models.OneToOneField(Identity, primary_key=True, on_delete=models.PROTECT, related_name="publication")
    kind = models.CharField(max_length=16)
    type = models.CharField(max_length=32)
    body = models.TextField()
    card = models.TextField(blank=True)
    content_hash = models.CharField(max_length=32)
    anchor = models.TextField(blank=True)  # when it changes, what lies below is placed anew in the same transaction
    wanted = models.BigIntegerField(default=1)
    rendered = models.BigIntegerField(default=0)
    behind_since = models.DateTimeField(null=True, blank=True)  # while `wanted` is ahead
    fingerprint = models.CharField(max_length=32)  # of the code and settings that rendered it
    render_again_at = models.DateTimeField(null=True, blank=True)
    failure = models.TextField(blank=True)  # why the last render by the worker failed
    attempts = models.PositiveIntegerField(default=0)
    retry_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["retry_at"], condition=models.Q(wanted__gt=models.F("rendered")), name="publication_undone"
            ),
            models.Index(fields=["kind", "type"], name="publication_kind"),
            models.Index(
                fields=["render_again_at"],
                condition=models.Q(render_again_at__isnull=False),
                name="publication_appointment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.type} {self.identity_id}"
