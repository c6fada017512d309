"""Units in the admin."""

from typing import Any

from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path, reverse
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList, Panel
from wagtail.admin.ui.tables import Column

from cms.core.listing import ChangedColumn
from cms.sites.people_viewset import OwnEditView, PeopleViewSet, own
from organisation import states
from organisation.admin.area_select import AreaSelect
from organisation.models import Unit, unit
from organisation.models.period import today

CONTACT = MultiFieldPanel(
    [
        FieldPanel("email"),
        FieldPanel("phone"),
        FieldPanel("address"),
        FieldPanel("website", help_text="Om enheten har en webbplats på annat håll."),
    ],
    heading="Kontakt",
)
AREAS = InlinePanel(
    "areas",
    [
        FieldPanel("code", widget=AreaSelect),
        FieldPanel(
            "name", heading="Namn", help_text="Skriv vad stadsdelen heter. Kommuner och län får sitt namn ur listan."
        ),
        FieldPanel("partial"),
    ],
    label="Område",
    heading="Områden där enheten verkar",
)
# Three answers, of which "unknown" is one: front ends then say nothing about it.
BOARD = FieldPanel("has_board", heading="Har en styrelse?")


FOUNDED = FieldPanel("founding_date", help_text="Visas på organisationssidan. Lämna tomt om ingen vet.")
CEASED = FieldPanel(
    "dissolution_date",
    help_text="Från den dagen visas enheten och de som har uppdrag i den inte längre. Ombud den har fått står kvar. "
    "Ta inte bort enheten; då vet ingen efteråt att den har funnits.",
)
DATES = MultiFieldPanel([FOUNDED, CEASED], heading="Bildades och upphörde")


class ShownAreas(Panel):
    """A branch's own people read its areas: who works where is for those above to settle."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "organisation/admin/shown_areas.html"


class UnitsBelow(Panel):
    """The way from a unit to the areas and dates of those below it."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "organisation/admin/units_below.html"

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context: dict[str, Any] = super().get_context_data(parent_context)
            below = self.instance.children.order_by("name") if self.instance.pk else []
            return context | {"below": [(unit, states.of_unit(unit, today())) for unit in below]}


BRANCH = ObjectList([CONTACT, ShownAreas(heading="Områden där enheten verkar"), BOARD, FOUNDED])
BELOW = ObjectList([AREAS, DATES])


class UnitEditView(OwnEditView):
    """A branch's people do not say where it works, nor that it is no more."""

    def get_panel(self) -> Panel:
        branch = own(self).filter(pk=self.kwargs["pk"], kind=unit.BRANCH)
        if self.request.user.is_superuser or not branch.exists():
            return super().get_panel()
        return BRANCH.bind_to_model(Unit)


class UnitBelowView(OwnEditView):
    """Areas and dates of a unit, for the people of a unit above it."""

    def get_object(self, queryset: "QuerySet[Any] | None" = None) -> Unit:
        own = self.permission_policy.instances_user_has_permission_for(self.request.user, "change").values("pk")
        below = Unit.objects.filter(Q(parent__in=own) | Q(parent__parent__in=own))
        return get_object_or_404(below, pk=self.kwargs["pk"])

    def get_panel(self) -> Panel:
        return BELOW.bind_to_model(Unit)

    def get_edit_url(self) -> str:
        return reverse("enheter:below", args=[self.object.pk])

    def get_success_url(self) -> str:
        return reverse("enheter:index")

    @property
    def header_more_buttons(self) -> list[Any]:
        return []  # history and the like are for the unit's own people


class UnitViewSet(PeopleViewSet):
    """Enheter: a site's people edit their own unit's contact and board, and where those below it work."""

    model = Unit
    name = "enheter"
    icon = "group"
    menu_label = "Enheter"
    add_to_admin_menu = False  # in the menu of the group
    edit_view_class = UnitEditView
    list_display = [
        "name",
        Column("label", label="Slag"),
        "parent",
        Column("state", label="Läge", accessor=lambda one: states.of_unit(one, today())),
        ChangedColumn(),
    ]
    list_filter = ["kind"]
    search_fields = ["name", "slug"]
    people_handler = ObjectList([CONTACT, AREAS, BOARD, FOUNDED, UnitsBelow(heading="Enheter som hör hit")])
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [FieldPanel("name"), FieldPanel("slug"), FieldPanel("kind"), FieldPanel("parent")], heading="Enhet"
            ),
            FieldPanel("frontend"),
            CONTACT,
            AREAS,
            BOARD,
            DATES,
        ]
    )

    def get_urlpatterns(self) -> list[URLPattern]:
        below = self.construct_view(UnitBelowView, **self.get_edit_view_kwargs())
        return [*super().get_urlpatterns(), path("under/<int:pk>/", below, name="below")]
