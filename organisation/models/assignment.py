"""Assignment: who holds a post, and when (a membership in Popolo's terms)."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from cms.pipeline.publish.publishing import publishing
from organisation.models.period import covers


class Assignment(models.Model):
    """A person on a post. `end_date` is the first day on which they no longer hold it."""

    post = models.ForeignKey("organisation.Post", models.CASCADE, related_name="assignments", verbose_name="Post")
    person = models.ForeignKey("organisation.Person", models.CASCADE, related_name="assignments", verbose_name="Person")
    start_date = models.DateField("Från")
    end_date = models.DateField(
        "Till", null=True, blank=True, help_text="Från den dagen visas personen inte längre på posten."
    )
    sort_order = models.PositiveSmallIntegerField("Ordning", default=0)

    class Meta:
        verbose_name = "förtroendeuppdrag"
        verbose_name_plural = "förtroendeuppdrag"
        ordering = ["post", "sort_order", "start_date", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(end_date=None) | Q(end_date__gte=F("start_date")), name="assignment_ends_after_it_starts"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.post}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        with publishing():
            super().save(*args, **kwargs)

    def holds(self, day: date) -> bool:
        """Whether it holds on that day."""
        return covers(self.start_date, self.end_date, day)

    def clean(self) -> None:
        super().clean()
        if self.start_date and self.end_date and self.end_date < self.start_date:
            raise ValidationError({"end_date": "Uppdraget slutar innan det börjar."})
        if self.post_id and self.person_id and self.person.unit_id != self.post.unit_id:
            raise ValidationError({"person": "Personen står i en annan enhets register. Lägg in hen i postens enhet."})
