"""Redirect: an old address of a site, and where it leads now."""

from typing import Any
from urllib.parse import urlsplit

from django.core.validators import URLValidator
from django.db import models
from wagtail.models import Page

from cms.pipeline.publish.paths import canonical, canonical_address, path_key
from cms.pipeline.publish.publishing import publishing
from cms.sites.models.frontend import Frontend

LONGEST = 1000
web_address = URLValidator(
    schemes=["http", "https"], message="Skriv en hel adress, som börjar med https:// eller http://."
)


class Redirect(models.Model):
    """From a path, perhaps with a query, to a page that follows along when it moves, or to an address anywhere."""

    frontend = models.ForeignKey(Frontend, on_delete=models.CASCADE, related_name="redirects", verbose_name="Webbplats")
    path = models.CharField("Gammal adress", max_length=LONGEST)
    path_key = models.CharField(max_length=36, editable=False)
    page = models.ForeignKey(
        Page, on_delete=models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="Sida"
    )
    url = models.CharField("Webbadress", max_length=LONGEST, blank=True, validators=[web_address])
    # The key of the path in `url`, whatever its host, by which what leads on to a redirect is found.
    target_key = models.CharField(max_length=36, blank=True, editable=False, db_index=True)
    permanent = models.BooleanField("För gott", default=True)

    class Meta:
        verbose_name = "omdirigering"
        verbose_name_plural = "omdirigeringar"
        ordering = ["path", "pk"]
        constraints = [models.UniqueConstraint(fields=["frontend", "path_key"], name="one_redirect_a_path")]

    def __str__(self) -> str:
        return self.path

    def save(self, *args: Any, **kwargs: Any) -> None:
        stored = Redirect.objects.filter(pk=self.pk).first() if self.pk else None
        self.path = canonical_address(self.path)
        self.path_key = path_key(self.path)
        self.target_key = path_key(canonical(urlsplit(self.url).path)) if self.url else ""
        self.left = {stored.step} if stored else set()  # what led on to it where it was
        with publishing():
            super().save(*args, **kwargs)

    def clean(self) -> None:
        from cms.sites import redirect_rules

        super().clean()
        redirect_rules.check(self)

    @property
    def step(self) -> str:
        """The key of its path without the query."""
        return path_key(self.path.partition("?")[0])
