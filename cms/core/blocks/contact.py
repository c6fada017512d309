"""Contact: whom to turn to, written by hand or taken from the register of people."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.blocks import ImageChooserBlock

from cms.core import people, references
from cms.core.blocks.base import WireBlock
from cms.media.shapes import Image
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.shape import Shape


class ContactCard(Shape):
    """Whom to turn to; what is unknown is empty.

    `person`: who it is in the organisation's register, if they stand there. The block is gone when they may not be
    named any more.
    """

    heading: str
    name: str
    role: str
    email: str
    phone: str
    address: str
    image: Image | None
    person: UUID | None


class ContactBlock(WireBlock, blocks.StructBlock):
    wire_type = "contact"
    Value = ContactCard

    heading = blocks.CharBlock(required=False, max_length=100, label="Rubrik", help_text="Till exempel ”Kontakta oss”.")
    person = blocks.ChoiceBlock(
        choices=people.choices,
        required=False,
        label="Person i registret",
        help_text="Namn, porträtt och e-post hämtas därifrån, och visas så länge personen har sagt ja till att synas.",
    )
    name = blocks.CharBlock(
        required=False, max_length=100, label="Namn", help_text="För en funktion, eller den som inte finns i registret."
    )
    role = blocks.CharBlock(
        required=False,
        max_length=100,
        label="Titel eller uppdrag",
        help_text="Lämna tomt för det uppdrag som står i registret.",
    )
    email = blocks.EmailBlock(
        required=False, label="E-postadress", help_text="Helst en funktions adress, som inte byter ägare."
    )
    phone = blocks.RegexBlock(
        regex=r"^\+?[0-9][0-9 \-]{4,20}$",
        required=False,
        label="Telefonnummer",
        error_messages={"invalid": "Skriv numret med siffror, till exempel 08-123 45 67."},
    )
    address = blocks.TextBlock(
        required=False, rows=2, max_length=300, label="Adress", help_text="Gata och ort, på var sin rad."
    )
    image = ImageChooserBlock(required=False, label="Bild", help_text="Bara om du inte har valt en person i registret.")

    class Meta:
        icon = "user"
        label = "Kontakt"
        description = "Vem man vänder sig till, med telefon och e-post."

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if cleaned["person"]:
            # The register's alone: what stood beside it by hand would outlive the person's consent.
            twice = [name for name in ("name", "email", "image") if cleaned.get(name)]
            if twice:
                raise _refusal(dict.fromkeys(twice, "Lämna tomt när du har valt en person."))
        elif not cleaned["name"] and not self.is_deferred_validation:
            raise _refusal({"name": "Skriv ett namn, eller välj en person."})
        return cleaned

    def shape(self, value: Any, context: RenderContext) -> ContactCard | None:
        by_hand = {name: value[name] or "" for name in ("heading", "name", "role", "email", "phone", "address")}
        if not value["person"]:
            image = references.image_beside_text(value["image"].pk if value["image"] else None, context)
            return ContactCard(**by_hand, image=image, person=None)
        who = people.card(int(value["person"]), context)
        if who is None:
            return None
        of_register = {"name": who.name, "role": by_hand["role"] or who.role, "email": who.email}
        return ContactCard(**by_hand | of_register, image=who.portrait, person=who.id)


def _refusal(words: dict[str, str]) -> StructBlockValidationError:
    return StructBlockValidationError(block_errors={name: ValidationError(text) for name, text in words.items()})
