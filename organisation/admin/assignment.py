"""Assignments in the admin."""

from typing import Any, ClassVar

import django_filters
from django.db.models import QuerySet
from django.forms import RadioSelect
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column

from cms.core import dates
from cms.core.listing import ChangedColumn, Choices, ListingFilterSet, own_choices
from organisation import states
from organisation.admin.own import OwnForm, OwnUnitIndexView, OwnUnitViewSet
from organisation.models import Assignment, Unit, body, post
from organisation.models.period import covering, today

NOW, BEFORE, LATER = "nu", "slut", "sen"


class AssignmentFilters(ListingFilterSet):
    when = django_filters.ChoiceFilter(
        label="När",
        choices=[(NOW, "Gäller nu"), (BEFORE, "Har slutat"), (LATER, "Har inte börjat")],
        widget=RadioSelect,
        empty_label="Alla",
        method="filter_when",
    )
    unit = django_filters.ModelChoiceFilter(
        field_name="post__unit", label="Enhet", queryset=own_choices(Unit), empty_label="Alla"
    )

    def filter_when(self, found: "QuerySet[Assignment]", name: str, value: str) -> "QuerySet[Assignment]":
        if value == NOW:
            return found.filter(covering(today(), "start_date", "end_date"))
        return found.filter(end_date__lte=today()) if value == BEFORE else found.filter(start_date__gt=today())

    class Meta:
        model = Assignment
        fields = ["start_date", "end_date"]


def term(assignment: Assignment) -> str:
    """From when, and until when if that is known."""
    end = f"till {dates.day(assignment.end_date)}" if assignment.end_date else "och tills vidare"
    return f"{dates.day(assignment.start_date)} {end}"


class AssignmentIndexView(OwnUnitIndexView):
    search_choices: ClassVar[Choices] = {"post__role": post.ROLES, "post__body__kind": body.KINDS}

    def get_base_queryset(self) -> "QuerySet[Any]":
        return super().get_base_queryset().select_related("person", "post__unit", "post__body")


class AssignmentViewSet(OwnUnitViewSet):
    """Förtroendeuppdrag: who holds a post, and when."""

    model = Assignment
    name = "uppdrag"
    icon = "clipboard-list"
    menu_label = "Förtroendeuppdrag"
    index_view_class = AssignmentIndexView
    filterset_class = AssignmentFilters
    list_display = [
        "__str__",
        Column("state", label="På webben", accessor=lambda one: states.of_assignment(one, today())),
        Column("unit", label="Enhet", accessor="post.unit"),
        Column("term", label="Tid", accessor=term, sort_key="start_date"),
        ChangedColumn(),
    ]
    search_fields = ["person__name", "post__label", "post__place", "post__body__name"]
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("post"),
                    FieldPanel(
                        "person", help_text="Finns personen inte i listan? Lägg först till hen under ”Personer”."
                    ),
                ],
                heading="Uppdrag",
            ),
            MultiFieldPanel(
                [FieldRowPanel([FieldPanel("start_date"), FieldPanel("end_date")])],
                heading="När",
                help_text="Lämna ”Till” tomt så länge uppdraget gäller. Ta inte bort den som slutar: skriv en dag.",
            ),
            FieldPanel("sort_order", help_text="När flera har samma post visas de med lägre tal först."),
        ],
        base_form_class=OwnForm,
    )
