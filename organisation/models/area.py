"""UnitArea: where a unit works (an area in Popolo's terms)."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from organisation import areas

MUNICIPALITY, COUNTY, CITY_DISTRICT = "se-kommun", "se-lan", "stadsdel"
SCHEMES = {areas.MUNICIPALITY_DIGITS: MUNICIPALITY, areas.COUNTY_DIGITS: COUNTY}
OWN_CODE = re.compile(r"[0-9a-z-]{1,10}", re.ASCII)


class UnitArea(Orderable):
    """A municipality, a county or a city district, or a part of one. A unit may have several; units may share one."""

    unit = ParentalKey("organisation.Unit", on_delete=models.CASCADE, related_name="areas")
    scheme = models.CharField(
        "Slag",
        max_length=20,
        choices=[(MUNICIPALITY, "Kommun"), (COUNTY, "Län"), (CITY_DISTRICT, "Stadsdel")],
    )
    code = models.CharField("Kommun eller län", max_length=10, blank=True)
    name = models.CharField(
        "Stadsdelens namn",
        max_length=80,
        blank=True,
        help_text="Bara för en stadsdel; annars skrivs namnet av sig självt.",
    )
    partial = models.BooleanField(
        "Bara en del av området", default=False, help_text="Till exempel när flera föreningar delar på en kommun."
    )

    class Meta(Orderable.Meta):
        verbose_name = "område"
        verbose_name_plural = "områden"
        indexes = [models.Index(fields=["code"], name="unitarea_code")]

    def __str__(self) -> str:
        return f"Del av {self.name}" if self.partial else self.name

    def clean(self) -> None:
        """What SCB lists is known by its code; all else is a city district, with or without a code of its own."""
        super().clean()
        official = areas.official().get(self.code)
        if official:
            self.scheme, self.name = SCHEMES[len(self.code)], official
            return
        if self.code and not (self.scheme == CITY_DISTRICT and OWN_CODE.fullmatch(self.code)):
            raise ValidationError({"code": "Koden finns inte hos SCB. Välj en kommun eller ett län i listan."})
        self.scheme = CITY_DISTRICT
        if not self.name:
            raise ValidationError({"name": "Skriv vad stadsdelen heter, eller välj en kommun eller ett län."})
