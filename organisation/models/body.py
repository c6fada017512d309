"""Body: where a unit decides, and what it elects (an organisation within the unit, in Popolo's terms)."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from cms.pipeline.publish.publishing import publishing

BOARD = "board"
KINDS = [
    ("annual_meeting", "Årsmöte"),
    ("members_meeting", "Medlemsmöte"),
    (BOARD, "Styrelse"),
    ("district_conference", "Distriktsårskonferens"),
    ("congress", "Partikongress"),
    ("nominations_committee", "Valberedning"),
    ("auditors", "Revisorer"),
    ("other", "Annat organ"),
]
INTERVALS = [
    ("weekly", "Varje vecka"),
    ("fortnightly", "Varannan vecka"),
    ("monthly", "Varje månad"),
    ("quarterly", "Varje kvartal"),
    ("yearly", "Varje år"),
    ("biennial", "Vartannat år"),
    ("as_needed", "Vid behov"),
]


class Body(models.Model):
    """An organ of a unit. One of them may be the unit's highest."""

    unit = models.ForeignKey("organisation.Unit", models.CASCADE, related_name="bodies", verbose_name="Enhet")
    kind = models.CharField("Slag", max_length=24, choices=KINDS)
    name = models.CharField(
        "Namn", max_length=120, blank=True, help_text="Lämna tomt om slaget räcker, till exempel ”Styrelse”."
    )
    is_highest = models.BooleanField("Högst beslutande", default=False)
    meets = models.CharField("Hur ofta möts det?", max_length=12, choices=INTERVALS, blank=True)
    meets_note = models.CharField(
        "Mer om när det möts", max_length=200, blank=True, help_text="Till exempel ”Senast den sista mars”."
    )
    elects = models.ManyToManyField(
        "self", symmetrical=False, blank=True, related_name="elected_by", verbose_name="Väljer"
    )
    sort_order = models.PositiveSmallIntegerField("Ordning", default=0)

    class Meta:
        verbose_name = "organ"
        verbose_name_plural = "organ"
        ordering = ["unit", "-is_highest", "sort_order", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["unit"],
                condition=models.Q(is_highest=True),
                name="one_highest_body_a_unit",
                violation_error_message="Enheten har redan ett organ som är högst beslutande.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.title} ({self.unit})"

    def save(self, *args: Any, **kwargs: Any) -> None:
        with publishing():
            super().save(*args, **kwargs)

    @property
    def title(self) -> str:
        """Its own name, or that of its kind."""
        return self.name or self.get_kind_display()

    def clean(self) -> None:
        super().clean()
        if self.kind == "other" and not self.name:
            raise ValidationError({"name": "Skriv vad organet heter."})
