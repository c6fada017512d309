"""The form of a frame: who answers for the site is chosen from the register of people."""

from typing import Any

from django import forms

from cms.core import people
from cms.core.own_media import OwnMediaForm

NOBODY = "Ingen vald"
HIDDEN = "Den som är vald får inte visas längre"


class FrameForm(OwnMediaForm):
    """Offers those of the site's own register who have agreed to be named."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if "publisher" in self.fields:
            self.fields["publisher"] = self._publisher()

    def _publisher(self) -> forms.TypedChoiceField:
        field, chosen = self.fields["publisher"], self.instance.publisher
        offered = people.of_site(self.instance.pk)
        if chosen and chosen not in dict(offered):
            offered.append((chosen, HIDDEN))  # so that the rest of the form can be saved
        return forms.TypedChoiceField(
            choices=[("", NOBODY), *offered],
            coerce=int,
            empty_value=None,
            required=False,
            label=field.label,
            help_text=field.help_text,
        )
