"""The frame in the admin: look, menus, contact and the rest of what stands around a site's pages."""

from django import forms
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, ObjectList, TabbedInterface

from cms.core.listing import ChangedColumn
from cms.sites.models import Frontend
from cms.sites.people_viewset import PeopleViewSet


class ColourInput(forms.TextInput):
    """The browser's own colour picker."""

    input_type = "color"


def _colour(name: str) -> FieldPanel:
    return FieldPanel(name, widget=ColourInput)


LOOK = ObjectList(
    [
        FieldPanel("name", help_text="Visas överst på webbplatsen och i webbläsarens flik."),
        MultiFieldPanel([FieldPanel("logo"), FieldPanel("logo_dark"), FieldPanel("favicon")], heading="Logotyp"),
        MultiFieldPanel(
            [FieldRowPanel([_colour("colour_primary"), _colour("colour_accent"), _colour("colour_background")])],
            heading="Färger",
        ),
    ],
    heading="Utseende",
)
MENUS = ObjectList([FieldPanel("header"), FieldPanel("footer")], heading="Menyer")
CONTACT = ObjectList(
    [
        MultiFieldPanel([FieldPanel("email"), FieldPanel("phone"), FieldPanel("address")], heading="Kontakt"),
        FieldPanel("social"),
    ],
    heading="Kontakt och sociala medier",
)
INVITATIONS = ObjectList(
    [
        MultiFieldPanel(
            [FieldPanel("newsletter_text"), FieldPanel("newsletter_label"), FieldPanel("newsletter_url")],
            heading="Nyhetsbrev",
            help_text="Visas på webbplatsen när adressen är ifylld.",
        ),
        MultiFieldPanel(
            [FieldPanel("central_text"), FieldPanel("central_label"), FieldPanel("central_url")],
            heading="Vägen till den centrala webbplatsen",
            help_text="Visas på webbplatsen när adressen är ifylld.",
        ),
    ],
    heading="Nyhetsbrev och central webbplats",
)
LEGAL = ObjectList(
    [FieldPanel("publisher"), FieldPanel("privacy_page"), FieldPanel("accessibility_page")],
    heading="Juridik",
)
TECHNICAL = ObjectList(
    [
        FieldPanel("slug"),
        FieldPanel("base_url"),
        FieldPanel("site"),
        FieldPanel("time_zone"),
        FieldPanel("listed"),
        InlinePanel("origins", label="Adress", heading="Fler adresser som får läsa webbplatsen i en webbläsare"),
    ],
    heading="Teknik",
)
TABS = [LOOK, MENUS, CONTACT, INVITATIONS, LEGAL]


class FrontendViewSet(PeopleViewSet):
    """Webbplats: a site's people edit its frame; superusers also add, delete and change addresses."""

    model = Frontend
    name = "webbplats"
    icon = "globe"
    menu_label = "Webbplats"
    menu_order = 150
    list_display = ["name", "slug", "base_url", ChangedColumn()]
    list_filter = ["listed"]  # not by kind: that is the units', whose list has it
    search_fields = ["name", "slug"]
    people_handler = TabbedInterface(TABS)
    edit_handler = TabbedInterface([*TABS, TECHNICAL])
