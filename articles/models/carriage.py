"""Carriage: what a receiving site does with one article of another's."""

from typing import Any

from django.conf import settings
from django.db import models

from articles.models.article import Article
from cms.pipeline.publish.publishing import publishing
from cms.sites.models import Frontend


class Choice(models.TextChoices):
    """What the receiver said of it; nothing leaves it to what they do with all of the sender's."""

    NONE = "", "Inget val"
    TAKEN = "taken", "Tas in"
    HIDDEN = "hidden", "Döljs här"


class Carriage(models.Model):
    """One article, one receiver. The text is the sender's; around it a receiver may set something of its own."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="carriages")
    frontend = models.ForeignKey(Frontend, models.CASCADE, related_name="carriages", verbose_name="Webbplats")
    choice = models.CharField("Val", max_length=8, choices=Choice, blank=True, default=Choice.NONE)
    taken_at = models.DateTimeField("Vald", null=True, blank=True)
    pinned = models.BooleanField("Fäst överst", default=False)
    introduction = models.TextField(
        "Egen inledning", blank=True, max_length=500, help_text="Visas ovanför artikeln, bara på er webbplats."
    )
    under = models.ForeignKey(
        "articles.ArticleIndex",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Artikellista",
        help_text="Lämna tomt för er första.",
    )
    shown_at = models.DateTimeField(
        "Datum hos oss",
        null=True,
        blank=True,
        help_text="Bestämmer platsen i era listor. Lämna tomt för artikelns eget.",
    )
    changed_at = models.DateTimeField("Ändrad", auto_now=True)
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = "artikel från andra"
        verbose_name_plural = "artiklar från andra"
        constraints = [models.UniqueConstraint(fields=["article", "frontend"], name="one_carriage_a_site")]

    def __str__(self) -> str:
        return f"{self.article} på {self.frontend}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        with publishing():
            super().save(*args, **kwargs)
