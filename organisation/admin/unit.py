"""Units in the admin."""

from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import Column

from cms.core.listing import ChangedColumn
from cms.sites.people_viewset import PeopleViewSet
from organisation.admin.area_select import AreaSelect
from organisation.models import Unit

CONTACT = MultiFieldPanel(
    [
        FieldPanel("email"),
        FieldPanel("phone"),
        FieldPanel("address"),
        FieldPanel("website"),
    ],
    heading="Kontakt",
)
AREAS = InlinePanel(
    "areas",
    [FieldPanel("code", widget=AreaSelect), FieldPanel("name"), FieldPanel("partial")],
    label="Område",
    heading="Områden där enheten verkar",
)
# Three answers, of which "unknown" is one: front ends then say nothing about it.
BOARD = FieldPanel("has_board", heading="Har en styrelse?")


class UnitViewSet(PeopleViewSet):
    """Enheter: a site's people edit their own unit's contact, areas and board; superusers the whole tree."""

    model = Unit
    name = "enheter"
    icon = "group"
    menu_label = "Enheter"
    add_to_admin_menu = False  # in the menu of the group
    list_display = ["name", Column("label", label="Slag"), "parent", ChangedColumn()]
    list_filter = ["kind"]
    search_fields = ["name", "slug"]
    people_handler = ObjectList([CONTACT, AREAS, BOARD])
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [FieldPanel("name"), FieldPanel("slug"), FieldPanel("kind"), FieldPanel("parent")], heading="Enhet"
            ),
            FieldPanel("frontend"),
            CONTACT,
            AREAS,
            BOARD,
        ]
    )
