"""Posts in the admin."""

from typing import Any, ClassVar

from django.db.models import Prefetch, QuerySet
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column

from cms.core.listing import ChangedColumn, Choices
from organisation.admin.own import OwnForm, OwnUnitIndexView, OwnUnitViewSet
from organisation.models import Assignment, Post, body, post
from organisation.models.period import covering, today

EMPTY = "Ingen just nu"


def holders(held: Post) -> str:
    """Who hold the post today, shown or not."""
    return ", ".join(assignment.person.name for assignment in held.assignments.all()) or EMPTY


class PostIndexView(OwnUnitIndexView):
    search_choices: ClassVar[Choices] = {"role": post.ROLES, "body__kind": body.KINDS}

    def get_base_queryset(self) -> "QuerySet[Any]":
        held = Assignment.objects.filter(covering(today(), "start_date", "end_date")).select_related("person")
        found = super().get_base_queryset()
        return found.prefetch_related(Prefetch("assignments", queryset=held.order_by("sort_order", "start_date", "pk")))


class PostViewSet(OwnUnitViewSet):
    """Poster: what somebody can be elected or employed to."""

    model = Post
    name = "poster"
    icon = "list-ul"
    menu_label = "Poster"
    index_view_class = PostIndexView
    list_display = [
        "__str__",
        Column("unit", label="Enhet"),
        Column("holders", label="Innehas av", accessor=holders),
        ChangedColumn(),
    ]
    list_filter = ["unit", "role"]
    search_fields = ["label", "place", "body__name", "unit__name"]
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("unit"),
                    FieldPanel("role"),
                    FieldPanel("body"),
                    FieldPanel("label"),
                    FieldPanel("place"),
                ],
                heading="Post",
            ),
            MultiFieldPanel(
                [
                    FieldPanel("seats", help_text="Till exempel 1 för en ordförande och 5 för ledamöter."),
                    FieldPanel("sort_order", help_text="Poster med lägre tal visas först."),
                ],
                heading="Antal och ordning",
            ),
        ],
        base_form_class=OwnForm,
    )
