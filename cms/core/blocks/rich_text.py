"""Rich text whose editor says what it is: Wagtail gives its editor no name, and a label that no field answers to."""

from functools import cached_property

from django.forms import Field
from wagtail import blocks


class NamedRichTextBlock(blocks.RichTextBlock):
    """The migrations know it as Wagtail's own."""

    canonical_module_path = "wagtail.blocks.RichTextBlock"

    @cached_property
    def field(self) -> Field:
        made: Field = super().field
        name_editor(made, str(self.label))
        return made


def name_editor(field: Field, name: str) -> None:
    """Give the editor of a field the name that screen readers say."""
    if getattr(field.widget, "accepts_features", False):  # an editor of rich text; its class needs all models loaded
        field.widget.options = field.widget.options | {"ariaLabel": name}
