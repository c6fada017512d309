"""SeatAllocation: a body's seats, shared out over units in proportion to their members."""

from typing import Any

from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from cms.pipeline.publish.publishing import publishing

TIE_RULES = [
    ("listed", "I listans ordning"),
    ("larger", "Den enhet som har flest medlemmar går före"),
    ("lot", "Lottning"),
]


class SeatAllocation(ClusterableModel):
    """Seats of a body by largest remainder; what it comes to is stored. See organisation/apportion.py."""

    body = models.ForeignKey("organisation.Body", models.CASCADE, related_name="allocations", verbose_name="Organ")
    seats = models.PositiveSmallIntegerField("Antal ombud")
    basis_date = models.DateField("Medlemsantal per den")
    minimum = models.PositiveSmallIntegerField(
        "Minst så många ombud per enhet", default=0, help_text="Skriv 0 om ingen enhet är garanterad något."
    )
    tie_rule = models.CharField("Vid lika", max_length=8, choices=TIE_RULES, default="larger")
    ties = models.JSONField(default=list, editable=False)
    """What the tie rule decided: [{"units": [pk, …], "seats": n, "to": [pk, …]}]."""

    class Meta:
        verbose_name = "ombudsfördelning"
        verbose_name_plural = "ombudsfördelningar"
        ordering = ["body", "-basis_date", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["body", "basis_date"],
                name="one_allocation_a_basis_date",
                violation_error_message="Det finns redan en fördelning för det organet och den dagen.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.seats} ombud till {self.body}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        with publishing():
            super().save(*args, **kwargs)


class AllocationShare(Orderable):
    """A unit's members on the basis date, which are never public, and the seats they come to, which are."""

    allocation = ParentalKey(SeatAllocation, on_delete=models.CASCADE, related_name="shares")
    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="delegate_shares", verbose_name="Enhet")
    members = models.PositiveIntegerField("Antal medlemmar")
    lot = models.PositiveSmallIntegerField(
        "Lott", null=True, blank=True, help_text="Vid lottning: den lägsta lotten går före."
    )
    seats = models.PositiveSmallIntegerField("Ombud", default=0, editable=False)

    class Meta(Orderable.Meta):
        verbose_name = "enhet i fördelningen"
        verbose_name_plural = "enheter i fördelningen"
        constraints = [models.UniqueConstraint(fields=["allocation", "unit"], name="one_share_a_unit")]

    def __str__(self) -> str:
        return f"{self.unit}: {self.seats}"
