"""Bodies in the admin."""

from typing import Any, ClassVar

from django.contrib import messages
from django.db.models import Model, Q, QuerySet
from django.forms import CheckboxSelectMultiple
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column

from cms.core.listing import ChangedColumn, Choices
from cms.sites.people_viewset import OwnDeleteView
from organisation.admin.own import OwnForm, OwnUnitIndexView, OwnUnitViewSet
from organisation.models import Body, body

ALLOCATED = (
    "”{body}” har en ombudsfördelning och kan inte tas bort här. Be den som sköter hela organisationen om hjälp."
)


class BodyForm(OwnForm):
    """A body elects others of the unit. What somebody else chose for it stays, also where it is of another unit."""

    def offered(self, name: str, model: type[Model]) -> "QuerySet[Any]":
        found = super().offered(name, model)
        if name != "elects" or not self.instance.pk:
            return found
        there = self.instance.elects.values("pk")
        own = Q(pk__in=found.values("pk"), unit=self.instance.unit_id)
        others = Body.objects.filter(own | Q(pk__in=there)).exclude(pk=self.instance.pk)
        return others.select_related("unit")


class BodyIndexView(OwnUnitIndexView):
    search_choices: ClassVar[Choices] = {"kind": body.KINDS}


class BodyDeleteView(OwnDeleteView):
    """With a body go its posts and those who hold them; delegates that a national administrator shared out do not."""

    @property
    def confirmation_message(self) -> str:
        posts = self.object.posts.count()
        also = f" Då försvinner också organets poster ({posts}) och förtroendeuppdragen på dem." if posts else ""
        return f"{super().confirmation_message}{also}"

    def form_valid(self, form: Any) -> HttpResponse:
        if not self.request.user.is_superuser and self.object.allocations.exists():
            messages.error(self.request, ALLOCATED.format(body=self.object))
            return HttpResponseRedirect(reverse("organ:edit", args=[self.object.pk]))
        return super().form_valid(form)


class BodyViewSet(OwnUnitViewSet):
    """Organ: where a unit decides."""

    model = Body
    name = "organ"
    icon = "clipboard-list"
    menu_label = "Organ"
    index_view_class = BodyIndexView
    delete_view_class = BodyDeleteView
    list_display = [
        "__str__",
        Column("is_highest", label="Beslutar", accessor=lambda one: "Högst beslutande" if one.is_highest else ""),
        Column("meets", label="Möts", accessor="get_meets_display"),
        ChangedColumn(),
    ]
    list_filter = ["unit", "kind"]
    search_fields = ["name", "unit__name", "meets_note"]
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("unit"),
                    FieldPanel("kind"),
                    FieldPanel("name"),
                    FieldPanel(
                        "is_highest",
                        help_text="Det organ som bestämmer över de andra, till exempel årsmötet. Högst ett i en enhet.",
                    ),
                ],
                heading="Organ",
            ),
            MultiFieldPanel([FieldPanel("meets"), FieldPanel("meets_note")], heading="Möten"),
            FieldPanel(
                "elects",
                widget=CheckboxSelectMultiple,
                heading="Väljer",
                help_text="De organ som det här organet väljer, till exempel årsmötet som väljer styrelsen.",
            ),
            FieldPanel("sort_order", help_text="Organ med lägre tal visas först."),
        ],
        base_form_class=BodyForm,
    )
