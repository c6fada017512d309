"""The privacy dialogue of pages says what happens here: a page that is not public is on no front end."""

from copy import copy

from wagtail.admin.forms.pages import PageViewRestrictionForm

HELP = "En privat sida visas inte för någon på webbplatsen. Den syns bara här i redigeringen."


def explain() -> None:
    """Say it in the form; in a copy of the field, because the dialogue of image folders shares it."""
    field = copy(PageViewRestrictionForm.base_fields["restriction_type"])
    field.help_text = HELP
    PageViewRestrictionForm.base_fields["restriction_type"] = field
