"""Offer: an article held out to a unit above, which accepts or declines it."""

from typing import Any

from django.conf import settings
from django.db import models

from articles.models.article import Article
from cms.pipeline.publish.publishing import publishing
from organisation.models import Unit


class Answer(models.TextChoices):
    WAITING = "waiting", "Väntar på svar"
    ACCEPTED = "accepted", "Tackade ja"
    DECLINED = "declined", "Tackade nej"


class Offer(models.Model):
    """One article, one receiver. It stands while the article's home lies below the unit."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="offers")
    unit = models.ForeignKey(Unit, models.CASCADE, related_name="+", verbose_name="Till")
    answer = models.CharField("Svar", max_length=8, choices=Answer, default=Answer.WAITING)
    offered_at = models.DateTimeField("Erbjuden")
    offered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField("Besvarad", null=True, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "erbjudande"
        verbose_name_plural = "erbjudanden"
        constraints = [models.UniqueConstraint(fields=["article", "unit"], name="one_offer_a_unit")]

    def __str__(self) -> str:
        return f"{self.article} → {self.unit}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        with publishing():
            super().save(*args, **kwargs)
