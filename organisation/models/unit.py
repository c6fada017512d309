"""Unit: the national body, a district or a branch (an organisation in Popolo's terms)."""

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from cms.pipeline.publish.publishing import publishing

NATIONAL, DISTRICT, BRANCH = "national", "district", "branch"
# What a unit of each kind may lie under.
ABOVE = {NATIONAL: None, DISTRICT: NATIONAL, BRANCH: DISTRICT}


class Unit(ClusterableModel):
    """A part of the organisation. The tree has three levels: national body, districts, branches."""

    name = models.CharField("Namn", max_length=120)
    slug = models.SlugField("Kortnamn", unique=True, max_length=60)
    kind = models.CharField("Slag", max_length=12, choices=list(settings.KIND_NAMES.items()))
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name="Hör till"
    )
    frontend = models.OneToOneField(
        "sites.Frontend", models.SET_NULL, null=True, blank=True, related_name="unit", verbose_name="Webbplats"
    )
    email = models.EmailField("E-post", blank=True)
    phone = models.CharField("Telefon", max_length=40, blank=True)
    address = models.TextField("Postadress", blank=True, max_length=300)
    website = models.URLField("Egen webbadress", blank=True, help_text="Om föreningen har en webbplats på annat håll.")
    has_board = models.BooleanField("Har en styrelse", null=True, blank=True)

    class Meta:
        verbose_name = "enhet"
        verbose_name_plural = "enheter"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        """The kind in the organisation's own words."""
        return settings.KIND_NAMES[self.kind]

    def clean(self) -> None:
        super().clean()
        expected = ABOVE.get(self.kind)
        actual = self.parent.kind if self.parent else None
        if expected != actual:
            wanted = f"Välj {settings.KIND_NAMES[expected].lower()}." if expected else "Lämna tomt."
            raise ValidationError({"parent": f"{self.label} kan inte höra dit. {wanted}"})

    def save(self, *args: Any, **kwargs: Any) -> None:
        with publishing():
            super().save(*args, **kwargs)

    def above(self) -> "list[Unit]":
        """The units above, the highest first."""
        found: list[Unit] = []
        unit = self.parent
        while unit is not None:
            found.insert(0, unit)
            unit = unit.parent
        return found


class UnitArea(Orderable):
    """Where the unit works: a municipality, a county, a city district (which may have no code)."""

    unit = ParentalKey(Unit, on_delete=models.CASCADE, related_name="areas")
    scheme = models.CharField(
        "Slag", max_length=20, choices=[("se-kommun", "Kommun"), ("se-lan", "Län"), ("stadsdel", "Stadsdel")]
    )
    code = models.CharField("Kod hos SCB", max_length=10, blank=True)
    name = models.CharField("Namn", max_length=80)

    class Meta(Orderable.Meta):
        verbose_name = "område"
        verbose_name_plural = "områden"

    def __str__(self) -> str:
        return self.name
