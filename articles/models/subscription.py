"""Subscription: what a site does with what another one shares."""

from typing import Any

from django.db import models

from cms.pipeline.publish.publishing import publishing
from cms.sites.models import Frontend


class Mode(models.TextChoices):
    ALL = "all", "Visa allt"
    CHOOSE = "choose", "Välj en i taget"
    NOTHING = "nothing", "Visa inget"


class Subscription(models.Model):
    """One receiver, one sender. Without one, what comes from above is shown, and the rest waits to be chosen."""

    receiver = models.ForeignKey(Frontend, models.CASCADE, related_name="subscriptions", verbose_name="Mottagare")
    sender = models.ForeignKey(Frontend, models.CASCADE, related_name="+", verbose_name="Avsändare")
    mode = models.CharField("Det som de delar", max_length=8, choices=Mode)

    class Meta:
        verbose_name = "prenumeration"
        verbose_name_plural = "prenumerationer"
        constraints = [models.UniqueConstraint(fields=["receiver", "sender"], name="one_mode_a_sender")]

    def __str__(self) -> str:
        return f"{self.sender} → {self.receiver}: {self.get_mode_display()}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        with publishing():
            super().save(*args, **kwargs)
