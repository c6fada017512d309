"""The form of a page: what an editor need not think of, a page's address first of all."""

from itertools import count
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.text import slugify

from cms.core.blocks.rich_text import name_editor
from cms.core.own_media import OwnMediaPageForm

UNDESCRIBED = "Beskriv bilden. Är den bara dekoration markerar du det på bilden själv."


class PageForm(OwnMediaPageForm):
    """Until it is first published, a page takes its address from its title, and a free one: the association that meets
    each month writes many articles called "Medlemsmöte". An address of the editor's own making is theirs.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.unseen = self.instance.first_published_at is None
        if "slug" in self.fields:
            self.fields["slug"].required = not self.unseen
        for field in self.fields.values():
            name_editor(field, str(field.label))

    def clean(self) -> dict[str, Any]:
        """A picture is published with a description, its own or the one written here, or as mere decoration."""
        cleaned: dict[str, Any] = super().clean()
        picture = cleaned.get("image")
        if picture and not self.is_deferred_validation and not (cleaned.get("image_alt") or picture.is_described):
            self.add_error("image_alt", UNDESCRIBED)
        return cleaned

    def clean_title(self) -> str:
        """One line: the field that shows a long title whole would take several."""
        return " ".join(self.cleaned_data["title"].split())

    def clean_slug(self) -> str:
        slug = self.cleaned_data["slug"]
        if not self.unseen or "title" not in self.cleaned_data:
            return slug
        own = slugify(self.cleaned_data["title"], allow_unicode=True)
        if not slug and not own:
            raise ValidationError("Skriv en adress: rubriken har varken bokstäver eller siffror att göra den av.")
        return self._free(own) if slug in ("", own) else slug

    def _free(self, own: str) -> str:
        """The address, or the first of its followers ("-2", "-3") that no page beside this one has."""
        if self.parent_page is None:
            return own
        beside: Any = self.parent_page.get_children().filter(slug__startswith=own)
        taken = set(beside.not_page(self.instance).values_list("slug", flat=True))
        spellings = (own if number == 1 else f"{own}-{number}" for number in count(1))
        return next(slug for slug in spellings if slug not in taken)
