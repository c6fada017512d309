"""What Wagtail's page of changes says of days and of yes and no: as editors read them elsewhere."""

from datetime import date, datetime
from typing import Any

from django.db import models
from django.utils.html import escape
from django.utils.safestring import SafeString
from wagtail.admin.compare import FieldComparison, TextDiff, register_comparison_class

from cms.core.dates import day, full_moment


def register() -> None:
    """Wagtail itself writes `str(value)`: "2026-12-01 23:14:17.670000+01:00", "True", "None"."""
    for field in (models.DateTimeField, models.DateField, models.BooleanField):
        register_comparison_class(field, comparison_class=SaidComparison)


class SaidComparison(FieldComparison):
    """Both values in words; an empty one is left out."""

    def htmldiff(self) -> SafeString:
        before, after = _said(self.val_a), _said(self.val_b)
        if self.val_a == self.val_b:
            return escape(before)
        told = [("deletion", before), ("addition", after)]
        return TextDiff([(change, words) for change, words in told if words]).to_html()


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    if isinstance(value, date):
        return full_moment(value) if isinstance(value, datetime) else day(value)
    return ""
