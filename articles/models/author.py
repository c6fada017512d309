"""ArticleAuthor: who wrote an article, by name or out of the register."""

from django.core.exceptions import ValidationError
from django.db import models
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from cms.core import shapes
from cms.pipeline.publish.context import RenderContext
from organisation.choices import own_people
from organisation.shapes.person import card


class ArticleAuthor(Orderable):
    """A name as it was written, or a person: named then only while their consent stands."""

    article = ParentalKey("articles.Article", on_delete=models.CASCADE, related_name="authors")
    person = models.ForeignKey(
        "organisation.Person",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to=own_people,
        verbose_name="Person i registret",
        help_text="Visas så länge personen har sagt ja till att synas.",
    )
    name = models.CharField("Namn", max_length=100, blank=True, help_text="För den som inte finns i registret.")
    title = models.CharField("Titel eller uppdrag", max_length=100, blank=True)

    class Meta(Orderable.Meta):
        verbose_name = "skribent"
        verbose_name_plural = "skribenter"

    def __str__(self) -> str:
        return self.name or str(self.person or "")

    def clean(self) -> None:
        super().clean()
        if self.person and self.name:
            raise ValidationError({"name": "Lämna tomt när du har valt en person."})
        if not self.person and not self.name:
            raise ValidationError({"name": "Skriv ett namn, eller välj en person."})

    def shape(self, context: RenderContext) -> shapes.Author | None:
        """None for a person who may not be named, or who was taken out of the register."""
        if self.person_id is None:
            return shapes.Author(name=self.name, title=self.title, person=None) if self.name else None
        who = card(self.person_id, context)
        return shapes.Author(name=who.name, title=self.title or who.role, person=who.id) if who else None
