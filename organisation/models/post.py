"""Post: a position that somebody can hold, elected, employed or public."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from cms.pipeline.publish.publishing import publishing

PUBLIC_OFFICE = "public_office"
ROLES = [
    ("chair", "Ordförande"),
    ("vice_chair", "Vice ordförande"),
    ("treasurer", "Kassör"),
    ("secretary", "Sekreterare"),
    ("member", "Ledamot"),
    ("deputy", "Ersättare"),
    ("convener", "Sammankallande"),
    ("auditor", "Revisor"),
    ("delegate", "Ombud"),
    ("deputy_delegate", "Ersättare för ombud"),
    ("ombudsman", "Ombudsman (anställd)"),
    (PUBLIC_OFFICE, "Offentligt uppdrag"),
    ("other", "Annan post"),
]
# In which order posts are shown when nothing else is said.
RANK = {role: rank for rank, (role, _) in enumerate(ROLES)}


class Post(models.Model):
    """A position in a body of a unit, or of the unit itself. Several may hold it at once (`seats`)."""

    unit = models.ForeignKey("organisation.Unit", models.CASCADE, related_name="posts", verbose_name="Enhet")
    body = models.ForeignKey(
        "organisation.Body",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="posts",
        verbose_name="Organ",
        help_text="Lämna tomt för en anställning eller ett offentligt uppdrag.",
    )
    role = models.CharField("Slag", max_length=20, choices=ROLES)
    label = models.CharField(
        "Benämning", max_length=120, blank=True, help_text="Lämna tomt om slaget räcker, till exempel ”Kassör”."
    )
    place = models.CharField(
        "Var",
        max_length=120,
        blank=True,
        help_text="För ett offentligt uppdrag: nämnden eller församlingen, till exempel en stadsdelsnämnd.",
    )
    seats = models.PositiveSmallIntegerField("Hur många kan ha posten?", default=1)
    sort_order = models.PositiveSmallIntegerField("Ordning", default=0)

    class Meta:
        verbose_name = "post"
        verbose_name_plural = "poster"
        ordering = ["unit", "body", "sort_order", "pk"]

    def __str__(self) -> str:
        return f"{self.title}, {self.body.title if self.body else self.place or self.unit}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        with publishing():
            super().save(*args, **kwargs)

    @property
    def title(self) -> str:
        """Its own label, or that of its role."""
        return self.label or self.get_role_display()

    def clean(self) -> None:
        super().clean()
        if self.body and self.body.unit_id != self.unit_id:
            raise ValidationError({"body": "Organet hör till en annan enhet."})
        if self.role == PUBLIC_OFFICE and not self.place:
            raise ValidationError({"place": "Skriv var uppdraget är, till exempel nämndens namn."})
        if self.role == "other" and not self.label:
            raise ValidationError({"label": "Skriv vad posten heter."})
