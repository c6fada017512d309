"""Allocations of delegates in the admin.

Members are for national administrators alone, who are superusers: no form, list, search or export of anybody else
holds them. Others read the seats, of the bodies of their unit and of those it sends delegates to.
"""

from typing import Any, ClassVar

import django_filters
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.views import generic
from wagtail.permissions import policy_registry

from cms.core.listing import ChangedColumn, Choices, DayColumn, ListingFilterSet, own_choices
from cms.sites.people_viewset import OwnCreateView, OwnEditView
from cms.sites.policy import SitePolicy, root_pages
from organisation.admin import seats
from organisation.admin.own import ByUnit, OwnUnitIndexView, OwnUnitViewSet
from organisation.models import Body, SeatAllocation, Unit, body

TWICE = "Samma enhet står två gånger i listan. Ta bort den ena."


class AllocationPolicy(SitePolicy):
    """Read by the people of the body's unit and of those that take part."""

    def own(self, user: Any) -> "QuerySet[Any]":
        pages = root_pages(user)
        body, shares = (f"{start}__unit__frontend__site__root_page__in" for start in ("body", "shares"))
        mine = SeatAllocation.objects.filter(Q(**{body: pages}) | Q(**{shares: pages}))
        return SeatAllocation.objects.filter(pk__in=mine.values("pk"))


class SharesFormSet(BaseChildFormSet):
    """Two rows of one unit are told so in words."""

    def get_unique_error_message(self, unique_check: Any) -> str:
        return TWICE

    def get_form_error(self) -> str:
        return TWICE


class SharesPanel(InlinePanel):
    def get_form_options(self) -> dict[str, Any]:
        options: dict[str, Any] = super().get_form_options()
        options["formsets"][self.relation_name]["formset"] = SharesFormSet
        return options


class AllocationForm(WagtailAdminModelForm):
    """Works the seats out of the shares as they stand in the form."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].iterator = ByUnit
        self.fields["body"].queryset = Body.objects.select_related("unit")
        shares = self.formsets["shares"]
        choices = [("", "---------"), *Unit.objects.values_list("pk", "name")]
        for form in shares.forms:
            form.fields["unit"].choices = choices  # read once for all rows

    def _post_clean(self) -> None:
        shares = self.formsets["shares"]
        if not shares.is_valid():
            return  # their own errors first: what the rest comes to is not known
        shares.instance = self.instance
        shares.save(commit=False)  # into the instance, nothing is written
        super()._post_clean()


class CalculatesMixin:
    """Has a button that shows what the form comes to, and saves nothing."""

    template_name = "organisation/admin/allocation_form.html"

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "action-calculate" not in request.POST:
            return super().post(request, *args, **kwargs)
        self.object = self.get_object() if self.kwargs else None
        form = self.get_form()
        if not self.is_valid(form):
            return self.form_invalid(form)
        self.form = form
        return self.render_to_response(self.get_context_data(calculated=seats.worked_out(form.instance)))


class AllocationCreateView(CalculatesMixin, OwnCreateView):
    pass


class AllocationEditView(CalculatesMixin, OwnEditView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        if self.request.method == "GET":
            kwargs.setdefault("stored", seats.stored(self.object))
        return super().get_context_data(**kwargs)


class SeatsView(generic.InspectView):
    """The seats, for those who may not see what they come from."""

    template_name = "organisation/admin/seats.html"
    page_title = "Ombudsfördelning"

    def get_object(self, queryset: "QuerySet[Any] | None" = None) -> SeatAllocation:
        policy, user = self.permission_policy, self.request.user
        mine = policy.instances_user_has_any_permission_for(user, ["change", "view"])
        found = mine.select_related("body__unit").filter(pk=self.pk).first()
        if found is None:
            raise Http404
        return found

    def get_fields(self) -> list[str]:
        return []

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return super().get_context_data(found=seats.stored(self.object), allocation=self.object, **kwargs)


def seen_bodies(request: HttpRequest) -> "QuerySet[Body]":
    """The bodies that the list names: one's own unit's, and those it sends delegates to."""
    policy = policy_registry.get_by_type(SeatAllocation)
    seen = policy.instances_user_has_any_permission_for(request.user, ["change", "view"])
    found = Body.objects.filter(pk__in=seen.values("body"))
    return found.select_related("unit").order_by("unit__name", "sort_order", "pk")


class AllocationFilters(ListingFilterSet):
    body = django_filters.ModelChoiceFilter(label="Organ", queryset=seen_bodies, empty_label="Alla")
    unit = django_filters.ModelChoiceFilter(
        field_name="body__unit", label="Enhet", queryset=own_choices(Unit), empty_label="Alla"
    )

    class Meta:
        model = SeatAllocation
        fields = ["basis_date"]


class AllocationIndexView(OwnUnitIndexView):
    search_choices: ClassVar[Choices] = {"body__kind": body.KINDS}

    def get_base_queryset(self) -> "QuerySet[Any]":
        return super().get_base_queryset().select_related("body__unit").defer("ties")


class AllocationViewSet(OwnUnitViewSet):
    """Ombudsfördelningar: a body's seats over units."""

    model = SeatAllocation
    name = "ombud"
    icon = "table"
    menu_label = "Ombudsfördelningar"
    index_view_class = AllocationIndexView
    add_view_class = AllocationCreateView
    edit_view_class = AllocationEditView
    filterset_class = AllocationFilters
    inspect_view_class = SeatsView
    inspect_view_enabled = True
    list_display = [
        "__str__",
        DayColumn("basis_date", label="Medlemsantal per den", sort_key="basis_date"),
        Column("rule", label="Vid lika", accessor="get_tie_rule_display"),
        ChangedColumn(),
    ]
    search_fields = ["body__name", "body__unit__name"]
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("body", help_text="Det organ som ombuden ska till."),
                    FieldRowPanel([FieldPanel("seats"), FieldPanel("basis_date")]),
                    FieldPanel("minimum"),
                    FieldPanel(
                        "tie_rule",
                        help_text="Bestäms innan ni räknar. Avgör när enheter har lika rest om de sista ombuden.",
                    ),
                ],
                heading="Fördelning",
            ),
            SharesPanel(
                "shares",
                [FieldRowPanel([FieldPanel("unit"), FieldPanel("members"), FieldPanel("lot")])],
                heading="Enheter och medlemmar",
                label="Enhet",
                help_text="Medlemsantalen syns bara för dig som sköter hela organisationen. "
                "Alla andra, också på webben, ser bara hur många ombud det blir.",
            ),
        ],
        base_form_class=AllocationForm,
    )
