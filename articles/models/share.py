"""Share: which sites an article is offered to, and whether it was taken back."""

from typing import Any

from django.conf import settings
from django.db import models

from articles.models.article import Article
from cms.pipeline.publish.publishing import publishing
from organisation.models import Unit


class Reach(models.TextChoices):
    """How far an article goes."""

    OWN = "own", "Bara på vår egen webbplats"
    BELOW = "below", "På våra distrikts och föreningars webbplatser"
    BRANCHES = "branches", "På alla partiföreningars webbplatser"
    CHOSEN = "chosen", "På webbplatser som vi väljer"


class Share(models.Model):
    """What the home site says of one article. It stands beside the page and in no revision: an older text that is
    brought back brings no older share with it."""

    article = models.OneToOneField(Article, models.CASCADE, primary_key=True, related_name="share")
    reach = models.CharField("Visas", max_length=8, choices=Reach, default=Reach.OWN)
    chosen = models.ManyToManyField(Unit, blank=True, related_name="+", verbose_name="Enheter")
    noindex = models.BooleanField("Be dem att inte visa den i sökmotorer", default=False)
    shared_at = models.DateTimeField("Visas på fler sedan")
    """Since when it has been shared as far as now, or offered; of two that want one address, the earlier has it."""
    recalled_at = models.DateTimeField("Tillbakadragen", null=True, blank=True)
    recalled_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")
    recall_reason = models.CharField("Varför", max_length=250, blank=True)

    class Meta:
        verbose_name = "visning på fler webbplatser"
        verbose_name_plural = "visningar på fler webbplatser"

    def __str__(self) -> str:
        return f"{self.article}: {self.get_reach_display()}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        with publishing():
            super().save(*args, **kwargs)
