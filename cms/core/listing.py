"""Lists in the admin: search in Swedish, filters that name only one's own, and dates as Swedes write them.

A viewset takes `index_view_class = ListingView`, names its `search_fields` and `list_filter`, and shows dates with
`DayColumn` and `ChangedColumn`. Date fields in `list_filter` become a range from one day to another, foreign keys a
choice of what the user may change.
"""

from datetime import date, datetime
from functools import reduce
from operator import and_, or_
from typing import Any, ClassVar

import django_filters
from django import forms
from django.db.models import Model, Q, QuerySet
from django.db.models.fields import DateField, DateTimeField
from django.http import HttpRequest
from wagtail.admin.active_filters import DateFromToRangeFilterAdapter, register_filter_adapter_class
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.permissions import policy_registry
from wagtail.search.index import class_is_indexed

from cms.core import dates

Choices = dict[str, list[tuple[str, str]]]
MOST_WORDS = 8  # of a search: each is a condition on each field


class DayColumn(Column):
    """A date, or the day of a moment: "25 november 2026"."""

    def get_value(self, instance: Model) -> str:
        value: date | datetime | None = super().get_value(instance)
        return dates.day(value) if value else ""


class ChangedColumn(DayColumn):
    """When somebody last changed the row in the admin, as its history has it."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__("_updated_at", **{"label": "Ändrad", "sort_key": "_updated_at"} | kwargs)


class Labelled:
    """Mixed into a column whose cells do not speak for themselves: on a phone each says what it holds."""

    cell_template_name = "core/labelled_cell.html"


class LabelledColumn(Labelled, Column):
    pass


class LabelledChangedColumn(Labelled, ChangedColumn):
    pass


class DayInput(forms.DateInput):
    """The browser's own calendar, which a phone shows as its own, with its label above it."""

    input_type = "date"
    template_name = "core/day_input.html"

    def __init__(self, label: str) -> None:
        super().__init__(attrs={"aria-label": label}, format="%Y-%m-%d")
        self.label = label

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["label"] = self.label
        return context


class DayRangeWidget(DateRangePickerWidget):
    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super(DateRangePickerWidget, self).__init__((DayInput("Från och med"), DayInput("Till och med")), attrs)


class DayRangeFilter(django_filters.DateFromToRangeFilter):
    """From one day to another, both included; either may be left open."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"widget": DayRangeWidget} | kwargs)


class DayRangeAdapter(DateFromToRangeFilterAdapter):
    """What stands above the list while the filter is on."""

    def get_active_filters(self) -> Any:
        words = [
            f"{word} {dates.day(value)}"
            for word, value in (("från och med", self.value.start), ("till och med", self.value.stop))
            if value
        ]
        for active in super().get_active_filters():
            yield active._replace(value=" ".join(words))


register_filter_adapter_class(DayRangeFilter, DayRangeAdapter)


class ListingFilterSet(WagtailFilterSet):
    """Filters made of `list_filter`."""

    FILTER_DEFAULTS = dict(WagtailFilterSet.FILTER_DEFAULTS) | {
        DateField: {"filter_class": DayRangeFilter},
        DateTimeField: {"filter_class": DayRangeFilter},
    }

    @classmethod
    def filter_for_lookup(cls, field: Any, lookup_type: str) -> tuple[Any, dict[str, Any]]:
        filter_class, params = super().filter_for_lookup(field, lookup_type)
        if filter_class and issubclass(filter_class, django_filters.filters.QuerySetRequestMixin):
            params["queryset"] = own_choices(field.related_model)
        return filter_class, params


def own_choices(model: type[Model]) -> Any:
    """For a filter's `queryset`: what the user may change. The names of others' things are theirs."""

    def choices(request: HttpRequest) -> "QuerySet[Any]":
        return policy_registry.get_by_type(model).instances_user_has_permission_for(request.user, "change")

    return choices


class ListingView(generic.IndexView):
    """Wagtail's list, with a search that finds "Åsa" for "åsa" and "Exempelsson Åsa" for "åsa exempelsson"."""

    base_filterset_class = ListingFilterSet
    search_choices: ClassVar[Choices] = {}  # fields that are searched by what their values are called

    def search_queryset(self, queryset: "QuerySet[Any]") -> Any:
        if not self.is_searching or (class_is_indexed(queryset.model) and self.search_backend_name):
            return super().search_queryset(queryset)
        return queryset.filter(containing(self.search_query, self.search_fields or [], self.search_choices))


def containing(text: str, fields: list[str], choices: Choices | None = None) -> Q:
    """Rows where each word stands in one of the fields, in any case: SQLite knows capitals only from A to Z.

    A field with choices is found by what it is called.
    """
    words = text.split()[:MOST_WORDS]
    if not words or not fields:
        return Q(pk__in=[])
    return reduce(and_, (_anywhere(word, fields) | _called(word, choices or {}) for word in words))


def _anywhere(word: str, fields: list[str]) -> Q:
    spellings = {word, word.lower(), word.upper(), word.capitalize()}
    return reduce(or_, (Q(**{f"{field}__icontains": spelling}) for field in fields for spelling in sorted(spellings)))


def _called(word: str, choices: Choices) -> Q:
    found = Q()
    for field, known in choices.items():
        if values := [value for value, label in known if word.casefold() in label.casefold()]:
            found |= Q(**{f"{field}__in": values})
    return found
