"""A link that an editor makes: to a page, a file, a web address, a mail address or a telephone number."""

from typing import Any

from django.core.exceptions import ValidationError
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock

from cms.core.links import AddressLink, Link, UnavailableLink
from cms.core.references import file_link, page_link
from cms.pipeline.publish.context import RenderContext

FIELDS = ["page", "url", "email", "phone", "file"]


class LinkBlock(blocks.StructBlock):
    page = blocks.PageChooserBlock(required=False, label="Sida", help_text="Följer med om sidan byter adress.")
    url = blocks.URLBlock(required=False, label="Webbadress", help_text="Till exempel https://www.example.se/")
    email = blocks.EmailBlock(required=False, label="E-postadress", help_text="Öppnar besökarens e-post.")
    phone = blocks.RegexBlock(
        regex=r"^\+?[0-9][0-9 \-]{4,20}$",
        required=False,
        label="Telefonnummer",
        help_text="Den som har en telefon kan ringa direkt.",
        error_messages={"invalid": "Skriv numret med siffror, till exempel 08-123 45 67."},
    )
    file = DocumentChooserBlock(required=False, label="Fil", help_text="Ett dokument som besökaren laddar ner.")

    def __init__(self, *args: Any, required: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.link_required = required

    class Meta:
        icon = "link"
        label = "Länk"
        help_text = "Fyll i en av rutorna."

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        filled = [name for name in FIELDS if cleaned.get(name)]
        if len(filled) > 1:
            raise StructBlockValidationError(block_errors={filled[1]: ValidationError("Fyll bara i en av rutorna.")})
        if not filled and self.link_required and not self.is_deferred_validation:
            raise StructBlockValidationError(
                block_errors={"page": ValidationError("Välj en sida eller en fil, eller fyll i en adress.")}
            )
        return cleaned

    def link(self, value: Any, context: RenderContext, title: str = "") -> Link | None:
        """The link as front ends see it; None if nothing was filled in."""
        page = value.get("page")
        if page is not None:
            return page_link(page.pk, context)
        if value.get("file"):
            return file_link(value["file"].pk, context)
        if value.get("url"):
            return AddressLink(kind="external", url=value["url"], title=title or value["url"])
        if value.get("email"):
            return AddressLink(kind="email", url=f"mailto:{value['email']}", title=title or value["email"])
        if value.get("phone"):
            digits = "".join(c for c in value["phone"] if c.isdigit() or c == "+")
            return AddressLink(kind="phone", url=f"tel:{digits}", title=title or value["phone"])
        return None

    def required_link(self, value: Any, context: RenderContext, title: str = "") -> Link:
        """The same where a link must stand: a chosen page or file that was deleted leaves an unavailable link."""
        return self.link(value, context, title) or UnavailableLink()
