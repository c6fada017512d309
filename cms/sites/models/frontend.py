"""Frontend: what one Wagtail Site is to the world, and the frame around its pages."""

from typing import Any
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models
from modelcluster.models import ClusterableModel
from wagtail.models import Site

from cms.core.blocks.stream import stream_field
from cms.pipeline.publish.publishing import publishing
from cms.sites.frame_form import FrameForm
from cms.sites.menu import MenuItemBlock
from cms.sites.models.origin import origin_form
from cms.sites.social import SocialBlock

colour = RegexValidator(
    r"^#[0-9a-fA-F]{6}$", "Skriv färgen som sex siffror eller bokstäver efter #, till exempel #b3001b."
)


def _known_zone(name: str) -> None:
    if name not in available_timezones():
        raise ValidationError("Tidszonen finns inte. Skriv till exempel Europe/Stockholm.")


class Frontend(ClusterableModel):
    """One for each Wagtail Site. `base_url` is the front end's address and writes the site's host and port."""

    base_form_class = FrameForm

    site = models.OneToOneField(Site, on_delete=models.CASCADE, related_name="frontend", verbose_name="Webbplats")
    slug = models.SlugField("Kortnamn i API:et", unique=True, max_length=60)
    name = models.CharField("Namn", max_length=120)
    base_url = models.CharField(
        "Adress",
        max_length=200,
        unique=True,
        validators=[origin_form],
        help_text="Till exempel https://vantor.example.se",
    )
    listed = models.BooleanField("Visas i listan över webbplatser", default=True)
    time_zone = models.CharField("Tidszon", max_length=60, default="Europe/Stockholm", validators=[_known_zone])

    logo = models.ForeignKey(
        "media.SiteImage", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name="Logotyp"
    )
    logo_dark = models.ForeignKey(
        "media.SiteImage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Logotyp på mörk botten",
    )
    favicon = models.ForeignKey(
        "media.SiteImage",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Ikon i webbläsarens flik",
    )
    colour_primary = models.CharField("Huvudfärg", max_length=7, default="#b3001b", validators=[colour])
    colour_accent = models.CharField("Accentfärg", max_length=7, default="#f2b705", validators=[colour])
    colour_background = models.CharField("Bakgrund", max_length=7, default="#ffffff", validators=[colour])

    header = stream_field([("item", MenuItemBlock())], blank=True, verbose_name="Meny överst")
    footer = stream_field([("item", MenuItemBlock())], blank=True, verbose_name="Meny i sidfoten")
    social = stream_field([("account", SocialBlock())], blank=True, verbose_name="Sociala medier")

    email = models.EmailField("E-post", blank=True)
    phone = models.CharField("Telefon", max_length=40, blank=True)
    address = models.TextField("Postadress", blank=True, max_length=300)

    newsletter_text = models.CharField("Text om nyhetsbrevet", max_length=250, blank=True)
    newsletter_label = models.CharField("Text på länken till nyhetsbrevet", max_length=60, blank=True)
    newsletter_url = models.URLField("Adress till nyhetsbrevet", blank=True)

    privacy_page = models.ForeignKey(
        "wagtailcore.Page",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Sida om personuppgifter",
    )
    accessibility_page = models.ForeignKey(
        "wagtailcore.Page",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Sida om tillgänglighet",
    )
    # A number, since the register stands above; read through cms/core/people.py alone.
    publisher = models.PositiveBigIntegerField(
        "Ansvarig utgivare",
        null=True,
        blank=True,
        help_text="Någon i er enhets register som har sagt ja till att synas. Visas så länge det gäller.",
    )

    central_text = models.CharField("Text om den centrala webbplatsen", max_length=200, blank=True)
    central_label = models.CharField("Text på länken dit", max_length=60, blank=True)
    central_url = models.URLField("Adress till den centrala webbplatsen", blank=True)

    class Meta:
        verbose_name = "webbplats"
        verbose_name_plural = "webbplatser"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        self.base_url = self.base_url.rstrip("/").lower()
        self._refuse_another_site()
        self._refuse_nested_root()
        self._refuse_taken_host()
        taken = PastSlug.objects.filter(slug=self.slug).exclude(frontend=self.pk)
        if taken.exists():
            raise ValidationError({"slug": "Kortnamnet har hört till en annan webbplats och leder fortfarande dit."})

    def _refuse_another_site(self) -> None:
        """Its pages, its log and its files are those of the site."""
        if Frontend.objects.filter(pk=self.pk).exclude(site=self.site_id).exists():
            raise ValidationError({"site": "Den kan inte bytas. Lägg till en ny webbplats i stället."})

    def _refuse_taken_host(self) -> None:
        """Wagtail knows a site by its host and port, and there may be one that has no front end."""
        host, port = self._host()
        if Site.objects.filter(hostname=host, port=port).exclude(pk=self.site_id).exists():
            raise ValidationError({"base_url": "Adressen hör till en annan av Wagtails webbplatser."})

    def _refuse_nested_root(self) -> None:
        """A page under two roots would belong to two sites."""
        if self.site_id is None:
            return
        mine = self.site.root_page.path
        for path in Frontend.objects.exclude(pk=self.pk).values_list("site__root_page__path", flat=True):
            if mine.startswith(path) or path.startswith(mine):
                raise ValidationError({"site": "Startsidan ligger under en annan webbplats startsida."})

    def save(self, *args: Any, **kwargs: Any) -> None:
        self._refuse_another_site()
        with publishing():
            self._keep_old_slug()
            super().save(*args, **kwargs)
            self._write_host()

    def _keep_old_slug(self) -> None:
        """A renamed slug goes on answering."""
        old = Frontend.objects.filter(pk=self.pk).values_list("slug", flat=True).first()
        if old and old != self.slug:
            PastSlug.objects.filter(slug=self.slug).delete()
            PastSlug.objects.update_or_create(slug=old, defaults={"frontend": self})

    def _write_host(self) -> None:
        host, port = self._host()
        if (self.site.hostname, self.site.port, self.site.site_name) != (host, port, self.name):
            self.site.hostname, self.site.port, self.site.site_name = host, port, self.name
            self.site.save()

    def _host(self) -> tuple[str, int]:
        url = urlsplit(self.base_url)
        return url.hostname or "", url.port or (443 if url.scheme == "https" else 80)


class PastSlug(models.Model):
    """A slug that a front end had before it was renamed."""

    frontend = models.ForeignKey(Frontend, on_delete=models.CASCADE, related_name="past_slugs")
    slug = models.SlugField(unique=True, max_length=60)

    def __str__(self) -> str:
        return self.slug
