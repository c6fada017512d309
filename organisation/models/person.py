"""Person: somebody with an assignment, and what they have agreed to show."""

from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models

from cms.pipeline.publish.publishing import publishing
from organisation.models.period import covering, covers, today


def agreeing(day: date) -> models.Q:
    """Those who may be named on that day, as a condition on Person."""
    return models.Q(consent_on__isnull=False) & covering(day, "consent_on", "consent_withdrawn_on")


class Person(models.Model):
    """A member's name tells a political opinion (GDPR, article 9): nothing is public without a consent with a date.

    A unit keeps its own register; somebody with assignments in two units stands in both, with a consent in each.
    """

    unit = models.ForeignKey("organisation.Unit", models.CASCADE, related_name="people", verbose_name="Enhet")
    name = models.CharField("Namn", max_length=120)
    portrait = models.ForeignKey(
        "media.SiteImage", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="Porträtt"
    )
    mailbox = models.EmailField(
        "Brevlåda",
        blank=True,
        help_text="En adress som hör till uppdraget, till exempel ordforande@…, inte personens egen.",
    )
    consent_on = models.DateField(
        "Sade ja till att synas", null=True, blank=True, help_text="Utan ett datum här visas personen ingenstans."
    )
    consent_portrait = models.BooleanField("Har sagt ja till att porträttet visas", default=False)
    consent_mailbox = models.BooleanField("Har sagt ja till att brevlådan visas", default=False)
    consent_withdrawn_on = models.DateField(
        "Tog tillbaka sitt ja",
        null=True,
        blank=True,
        help_text="Från den dagen visas personen ingenstans.",
    )
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Konto i redigeringen",
    )

    class Meta:
        verbose_name = "person"
        verbose_name_plural = "personer"
        ordering = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def save(self, *args: Any, **kwargs: Any) -> None:
        with publishing():
            super().save(*args, **kwargs)

    def agrees(self, day: date) -> bool:
        """Whether the person's name may be shown on that day."""
        return self.consent_on is not None and covers(self.consent_on, self.consent_withdrawn_on, day)

    def may_withdraw(self, day: date) -> bool:
        """Whether there is a consent to take back: one that stands on that day, or one of a later day."""
        return self.consent_on is not None and (self.consent_withdrawn_on is None or self.consent_withdrawn_on > day)

    def withdraw(self, day: date) -> None:
        """Take the consent back from that day on, or before it has begun."""
        if self.consent_on is None:
            raise ValueError("no consent to take back")
        self.consent_withdrawn_on = max(day, self.consent_on)
        self.save()

    def clean(self) -> None:
        super().clean()
        if self.consent_on and self.consent_on > today():
            raise ValidationError({"consent_on": "Dagen har inte kommit än. Skriv dagen då personen sade ja."})
        if self.consent_withdrawn_on and not self.consent_on:
            raise ValidationError({"consent_withdrawn_on": "Det finns inget ja att ta tillbaka."})
        if self.consent_withdrawn_on and self.consent_on and self.consent_withdrawn_on < self.consent_on:
            raise ValidationError({"consent_withdrawn_on": "Dagen ligger före den då personen sade ja."})
