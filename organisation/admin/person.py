"""People in the admin."""

from typing import Any

import django_filters
from django.contrib import messages
from django.db.models import Prefetch, QuerySet
from django.forms import RadioSelect
from django.http import HttpResponse
from django.urls import URLPattern, path
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column

from cms.core.listing import ChangedColumn, ListingFilterSet
from cms.sites.people_viewset import OwnCreateView, OwnEditView
from organisation import states
from organisation.admin.consent import CONSENT
from organisation.admin.other_registers import write_later
from organisation.admin.own import OwnForm, OwnUnitIndexView, OwnUnitViewSet
from organisation.admin.withdraw import WithdrawView
from organisation.models import Assignment, Person
from organisation.models.period import covering, today
from organisation.models.person import agreeing

SHOWN, HIDDEN = "ja", "nej"
NAMESAKE = (
    "Enheten har redan någon som heter {name}. Är det samma person? Ta då bort den ena, så att samtycket bara står på "
    "ett ställe."
)


class PersonFilters(ListingFilterSet):
    shown = django_filters.ChoiceFilter(
        label="Visas på webben",
        choices=[(SHOWN, "Visas"), (HIDDEN, "Visas inte")],
        widget=RadioSelect,
        empty_label="Alla",
        method="filter_shown",
    )

    def filter_shown(self, found: "QuerySet[Person]", name: str, value: str) -> "QuerySet[Person]":
        agreed = agreeing(today())
        return found.filter(agreed) if value == SHOWN else found.exclude(agreed)

    class Meta:
        model = Person
        fields = ["unit", "consent_on"]


class PersonIndexView(OwnUnitIndexView):
    def get_base_queryset(self) -> "QuerySet[Any]":
        held = Assignment.objects.filter(covering(today(), "start_date", "end_date"))
        held = held.select_related("post__unit", "post__body").order_by("post__sort_order", "pk")
        return super().get_base_queryset().prefetch_related(Prefetch("assignments", held))


class NamesakeMixin:
    """Two people may be called the same; more often somebody was entered twice, and withdraws in one place only."""

    def form_valid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_valid(form)
        saved = form.instance
        if Person.objects.filter(unit=saved.unit, name__iexact=saved.name).exclude(pk=saved.pk).exists():
            messages.warning(self.request, NAMESAKE.format(name=saved.name))
        return response


class PersonCreateView(NamesakeMixin, OwnCreateView):
    pass


class PersonEditView(NamesakeMixin, OwnEditView):
    def form_valid(self, form: Any) -> HttpResponse:
        response = super().form_valid(form)
        if "consent_withdrawn_on" in form.changed_data and form.instance.consent_withdrawn_on:
            write_later(self.request, form.instance)
        return response


class PersonViewSet(OwnUnitViewSet):
    """Personer: a unit's register of those who hold its posts."""

    model = Person
    name = "personer"
    icon = "user"
    menu_label = "Personer"
    index_view_class = PersonIndexView
    add_view_class = PersonCreateView
    edit_view_class = PersonEditView
    filterset_class = PersonFilters
    list_display = [
        "name",
        Column("state", label="På webben", accessor=lambda who: states.of_person(who, today())),
        Column("held", label="Uppdrag i dag", accessor=lambda who: "; ".join(_posts(who)) or "Inget"),
        Column("unit", label="Enhet"),
        ChangedColumn(),
    ]
    search_fields = ["name", "mailbox", "unit__name"]
    people_panels = [
        MultiFieldPanel(
            [FieldPanel("unit"), FieldPanel("name"), FieldPanel("mailbox"), FieldPanel("portrait")], heading="Person"
        ),
        CONSENT,
    ]
    people_handler = ObjectList(people_panels, base_form_class=OwnForm)
    edit_handler = ObjectList(
        [
            *people_panels,
            FieldPanel("user", help_text="Kontot som personen loggar in med här, om hen har ett. Visas aldrig."),
        ],
        base_form_class=OwnForm,
    )

    def get_urlpatterns(self) -> list[URLPattern]:
        withdraw = self.construct_view(WithdrawView)
        return [*super().get_urlpatterns(), path("withdraw/<int:pk>/", withdraw, name="withdraw")]


def _posts(who: Person) -> list[str]:
    return [str(assignment.post) for assignment in who.assignments.all()]
