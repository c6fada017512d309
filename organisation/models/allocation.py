"""SeatAllocation: a body's seats, shared out over units in proportion to their members."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from cms.pipeline.publish.publishing import publishing
from organisation.apportion import Apportionment, Impossible, apportion
from organisation.apportion_words import complaint, listed
from organisation.ties import LotsMissing

MOST_MEMBERS = 100_000_000  # well below what every database can count
TIE_RULES = [
    ("listed", "I listans ordning"),
    ("larger", "Den enhet som har flest medlemmar går före"),
    ("lot", "Lottning"),
]


class SeatAllocation(ClusterableModel):
    """Seats of a body by largest remainder; what it comes to is stored (see organisation/apportion.py).

    Saving works the seats out, from the shares as they stand in memory or else in the database, and stores shares and
    ties with it. It raises Impossible or LotsMissing where `clean` would have said so in words.
    """

    body = models.ForeignKey("organisation.Body", models.CASCADE, related_name="allocations", verbose_name="Organ")
    seats = models.PositiveSmallIntegerField("Antal ombud")
    basis_date = models.DateField("Medlemsantal per den")
    minimum = models.PositiveSmallIntegerField(
        "Minst så många ombud per enhet", default=0, help_text="Skriv 0 om ingen enhet är garanterad något."
    )
    tie_rule = models.CharField("Vid lika", max_length=8, choices=TIE_RULES, default="larger")
    ties = models.JSONField(default=list, editable=False)
    """What had to be decided by a rule: [{"units": [pk, …], "seats": n, "to": [pk, …], "rule": "lot"}]."""

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

    def listed(self) -> "list[AllocationShare]":
        """The shares in the order of their list; new ones without a place come last."""
        shares = self.shares.all()
        return sorted(shares, key=lambda share: (share.sort_order is None, share.sort_order or 0))

    def apportioned(self) -> Apportionment:
        """What the members come to: a part for each share, in the order of the list."""
        shares = self.listed()
        members = sum(share.members for share in shares)
        if 0 < members < self.seats:
            raise Impossible("more seats than members")  # nobody could fill them
        return apportion(
            [share.members for share in shares],
            self.seats,
            minimum=self.minimum,
            rule=self.tie_rule,
            lots=[share.lot for share in shares],
        )

    def clean(self) -> None:
        super().clean()
        if self.seats is None or self.minimum is None:
            return  # the field itself has said what is wrong
        absent = [share.unit.name for share in self.listed() if not self._there(share)]
        if absent:
            raise ValidationError(f"{listed(absent)} fanns inte den dagen. Ta bort raden, eller ändra dagen.")
        try:
            self.apportioned()
        except (Impossible, LotsMissing) as error:
            shares = self.listed()
            units = [share.unit.name for share in shares]
            members = sum(share.members for share in shares)
            raise ValidationError(complaint(error, units, self.seats, members)) from error

    def _there(self, share: "AllocationShare") -> bool:
        return self.basis_date is None or share.unit.exists(self.basis_date)

    def save(self, *args: Any, **kwargs: Any) -> None:
        shares, found = self.listed(), self.apportioned()
        called = dict(AllocationShare.objects.filter(allocation=self.pk).values_list("unit", "name"))
        for place, (share, part) in enumerate(zip(shares, found.parts, strict=True)):
            share.sort_order, share.seats = place, part.seats
            share.name = called.get(share.unit_id) or share.unit.name
        units = [share.unit_id for share in shares]
        self.ties = [
            {
                "units": [units[place] for place in tie.units],
                "seats": tie.seats,
                "to": [units[place] for place in tie.to],
                "rule": tie.rule,
            }
            for tie in found.ties
        ]
        self.shares = shares
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "ties", "shares"}
        with publishing():
            super().save(*args, **kwargs)


class AllocationShare(Orderable):
    """A unit's members on the basis date, which are never public, and the seats they come to, which are.

    Saved with its allocation, which works out its place and seats.
    """

    allocation = ParentalKey(SeatAllocation, on_delete=models.CASCADE, related_name="shares")
    unit = models.ForeignKey("organisation.Unit", models.PROTECT, related_name="delegate_shares", verbose_name="Enhet")
    members = models.PositiveIntegerField("Antal medlemmar")
    lot = models.PositiveSmallIntegerField(
        "Lott", null=True, blank=True, help_text="Vid lottning: den lägsta lotten går före."
    )
    seats = models.PositiveSmallIntegerField("Ombud", default=0, editable=False)
    name = models.CharField(max_length=120, editable=False, default="")
    """What the unit was called when the seats were shared out: it may be renamed or cease later, the seats stay."""

    class Meta(Orderable.Meta):
        verbose_name = "enhet i fördelningen"
        verbose_name_plural = "enheter i fördelningen"
        constraints = [models.UniqueConstraint(fields=["allocation", "unit"], name="one_share_a_unit")]

    def __str__(self) -> str:
        return f"{self.unit}: {self.seats}"

    def clean(self) -> None:
        super().clean()
        if self.members is not None and self.members > MOST_MEMBERS:
            raise ValidationError({"members": "Så många medlemmar kan en enhet inte ha."})
