"""UnitArea: where a unit works (an area in Popolo's terms)."""

import re

from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

MUNICIPALITY, COUNTY, CITY_DISTRICT = "se-kommun", "se-lan", "stadsdel"
# SCB's codes: two digits for a county, and those two with two more for a municipality.
CODES = {MUNICIPALITY: r"[0-9]{4}", COUNTY: r"[0-9]{2}", CITY_DISTRICT: r"[0-9a-z-]{0,10}"}
WANTED = {
    MUNICIPALITY: "Kommunens kod hos SCB har fyra siffror, till exempel 1780.",
    COUNTY: "Länets kod hos SCB har två siffror, till exempel 17.",
    CITY_DISTRICT: "Skriv en kod med små bokstäver och siffror, eller lämna tomt.",
}


class UnitArea(Orderable):
    """A municipality, a county or a city district, or a part of one. A unit may have several; units may share one."""

    unit = ParentalKey("organisation.Unit", on_delete=models.CASCADE, related_name="areas")
    scheme = models.CharField(
        "Slag",
        max_length=20,
        choices=[(MUNICIPALITY, "Kommun"), (COUNTY, "Län"), (CITY_DISTRICT, "Stadsdel")],
    )
    code = models.CharField(
        "Kod hos SCB", max_length=10, blank=True, help_text="Fyra siffror för en kommun, två för ett län."
    )
    name = models.CharField("Namn", max_length=80)
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
        super().clean()
        if self.scheme and not re.fullmatch(CODES[self.scheme], self.code, re.ASCII):
            raise ValidationError({"code": WANTED[self.scheme]})
