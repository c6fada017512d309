"""The rows of an article's authors: the register's people by the names that the editor at work may read."""

from typing import Any

from django.utils.functional import cached_property
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.panels import InlinePanel

from organisation.choices import people


class AuthorsFormSet(BaseChildFormSet):
    def add_fields(self, form: Any, index: int | None) -> None:
        super().add_fields(form, index)
        form.fields["person"].choices = self.choices

    @cached_property
    def choices(self) -> list[tuple[Any, str]]:
        """Read once for all rows."""
        return [("", "---------"), *people()]


class AuthorsPanel(InlinePanel):
    def get_form_options(self) -> dict[str, Any]:
        options: dict[str, Any] = super().get_form_options()
        options["formsets"][self.relation_name]["formset"] = AuthorsFormSet
        return options
