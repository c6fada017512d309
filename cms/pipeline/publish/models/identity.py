"""Identity: which UUID an object has on the wire."""

import uuid

from django.db import models


class Identity(models.Model):
    """Object ↔ UUID, for good.

    A table of its own: a unique field on the page would break Wagtail's copy and alias, which save the copied
    row under a new primary key. The row outlives its object, so a deleted page's id never comes back.
    """

    uuid = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    kind = models.CharField(max_length=16)
    object_id = models.BigIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "object_id"], name="one_identity_an_object")]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id} = {self.uuid}"
