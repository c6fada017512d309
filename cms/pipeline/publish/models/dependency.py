"""Dependency: why a publication renders again; Touch: what was touched and must still be told."""

from django.db import models
from django.utils import timezone

from cms.pipeline.publish.models.publication import Publication


class Dependency(models.Model):
    """What a publication reached while it was rendered: a linked page, an image, a unit, a site."""

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="dependencies")
    kind = models.CharField(max_length=16)
    object_id = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["publication", "kind", "object_id"], name="one_dependency_an_object")
        ]
        indexes = [models.Index(fields=["kind", "object_id"], name="dependency_object")]
        verbose_name_plural = "dependencies"

    def __str__(self) -> str:
        return f"{self.publication_id} on {self.kind} {self.object_id}"


class Touch(models.Model):
    """An outbox: the worker raises `wanted` of all that depends on the object, after the touch was committed.

    Done after the commit, so that a publication which gained the dependency meanwhile is found too, and so that
    an editor's request never waits for a thousand dependants.
    """

    kind = models.CharField(max_length=16)
    object_id = models.BigIntegerField()
    at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}"
