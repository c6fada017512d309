"""Patrol: how far sweep and audit have come, and what they mended; Beat: which workers live."""

from django.db import models


class Patrol(models.Model):
    """One row per patrol. `position`: where its round goes on, in words of its own."""

    name = models.CharField(primary_key=True, max_length=16)
    position = models.TextField(blank=True)
    mended = models.BigIntegerField(default=0)
    rounds = models.BigIntegerField(default=0)
    round_at = models.DateTimeField(null=True, blank=True)  # when the last round ended

    def __str__(self) -> str:
        return self.name


class Beat(models.Model):
    """A worker's sign of life."""

    name = models.CharField(primary_key=True, max_length=100)  # host and process
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
