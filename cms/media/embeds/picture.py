"""The picture that stands for something embedded until a visitor asks for it, fetched once for each site."""

from datetime import timedelta

from django.db import models
from django.utils import timezone
from wagtail.models import Site

WAITS = [timedelta(minutes=2), timedelta(minutes=30), timedelta(hours=12)]
"""How long after each attempt that failed the next one is made; the first wait is also a worker's lease."""


class EmbedPicture(models.Model):
    """A site's wish for the provider's picture of something, and the picture when it has come.

    The picture lies in the site's own folder, and its editors do with it what they like: one that they delete is not
    fetched again.
    """

    # What the picture's usage page is to name are the pages that show it.
    wagtail_reference_index_ignore = True

    site = models.ForeignKey(Site, on_delete=models.CASCADE, related_name="+")
    url = models.CharField(max_length=500)
    """The page at the provider, as cms.media.embeds.media.Media spells it."""
    title = models.CharField(max_length=150)
    image = models.ForeignKey("media.SiteImage", null=True, on_delete=models.SET_NULL, related_name="+")
    attempts = models.PositiveSmallIntegerField(default=0)
    due = models.DateTimeField(null=True, default=timezone.now, db_index=True)
    """When to try next; null when nothing is left to do."""

    class Meta:
        verbose_name = "bild från annan webbplats"
        verbose_name_plural = "bilder från andra webbplatser"
        constraints = [models.UniqueConstraint(fields=["site", "url"], name="media_embed_picture")]

    def __str__(self) -> str:
        return self.url

    def claim(self) -> bool:
        """Take it in hand, if it is still due; two workers that try at once do not both get it."""
        now = timezone.now()
        following = now + WAITS[self.attempts] if self.attempts < len(WAITS) else None
        mine = EmbedPicture.objects.filter(pk=self.pk, attempts=self.attempts, due__lte=now)
        return bool(mine.update(attempts=self.attempts + 1, due=following))
