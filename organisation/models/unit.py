"""Unit: the national body, a district or a branch (an organisation in Popolo's terms)."""

from datetime import date
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.models import ClusterableModel

from cms.pipeline.publish.publishing import publishing
from organisation.models.period import covers

NATIONAL, DISTRICT, BRANCH = "national", "district", "branch"
# What a unit of each kind may lie under.
ABOVE = {NATIONAL: None, DISTRICT: NATIONAL, BRANCH: DISTRICT}

MOST = 5  # units named in a refusal


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
    founding_date = models.DateField("Bildades", null=True, blank=True)
    dissolution_date = models.DateField(
        "Upphörde", null=True, blank=True, help_text="Från den dagen visas enheten inte längre."
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

    def exists(self, day: date) -> bool:
        """Whether the unit is there on that day."""
        return covers(self.founding_date, self.dissolution_date, day)

    def clean(self) -> None:
        super().clean()
        if self.founding_date and self.dissolution_date and self.dissolution_date < self.founding_date:
            raise ValidationError({"dissolution_date": "Enheten upphör innan den bildas."})
        self._refuse_to_leave_units_behind()
        expected = ABOVE.get(self.kind)
        actual = self.parent.kind if self.parent else None
        if expected != actual:
            wanted = f"Välj {settings.KIND_NAMES[expected].lower()}." if expected else "Lämna tomt."
            raise ValidationError({"parent": f"{self.label} kan inte höra dit. {wanted}"})

    def _refuse_to_leave_units_behind(self) -> None:
        """What lies below one that has ceased would hang in the air."""
        if not (self.pk and self.dissolution_date):
            return
        left = [unit.name for unit in self.children.order_by("name") if unit.exists(self.dissolution_date)]
        if left:
            named = ", ".join(left[:MOST]) + (" med flera" if len(left) > MOST else "")
            raise ValidationError({"dissolution_date": f"Enheter som finns kvar hör hit: {named}. Flytta dem först."})

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
