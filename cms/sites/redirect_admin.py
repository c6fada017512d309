"""Redirects in the admin: old addresses of one's own sites, and where they lead."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Case, CharField, Exists, F, OuterRef, Q, QuerySet, Value, When
from django.utils.functional import cached_property
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList
from wagtail.admin.ui.tables import BaseColumn
from wagtail.models import Page
from wagtail.permissions import policy_registry

from cms.core import viewer
from cms.core.listing import LabelledChangedColumn, LabelledColumn
from cms.core.own_media import OwnMediaForm
from cms.pipeline.publish.models import Publication
from cms.sites.models import Frontend, Redirect
from cms.sites.people_viewset import OwnIndexView, PeopleViewSet

HELP = (
    "Den som går till den gamla adressen kommer till den nya. Byter ni webbadress på en sida, eller flyttar den, "
    "behövs ingen omdirigering: det sköter sig självt."
)
HALF = "Skriv en hel adress (https://…), eller välj sidan under Sida."


class RedirectForm(OwnMediaForm):
    """Offers the user's own sites, and as target a page of their own or one that anybody may read."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        sites, page = self.fields["frontend"], self.fields["page"]
        policy = policy_registry.get_by_type(Frontend)
        sites.queryset = policy.instances_user_has_permission_for(self.for_user, "change").order_by("name")
        if len(sites.queryset[:2]) == 1:
            sites.empty_label = None  # nothing to choose
        page.queryset = viewer.visible(Page.objects.all(), self.for_user)

    def clean_url(self) -> str:
        """Most who write half an address mean a page of their own."""
        url: str = self.cleaned_data["url"]
        if url and "://" not in url:
            raise ValidationError(HALF)
        return url


def target(redirect: Redirect) -> str:
    """Where it leads, in words."""
    told = viewer.title(redirect.page) if redirect.page else redirect.url
    return told or "Sidan är borttagen"


def target_title(user: Any) -> Case:
    """The title that `target` says, for the search: a page that is not named to the user is not found by its name."""
    own, public = viewer.own_pages(user).values("pk"), viewer.public().values("object_id")
    return Case(
        When(Q(page__in=own), then=F("page__draft_title")),
        When(Q(page__in=public), then=F("page__title")),
        default=Value(""),
        output_field=CharField(),
    )


def state(redirect: Any) -> str:
    """Whether visitors are led there now."""
    return "Fungerar" if redirect.is_public else "Vilar"


class RedirectIndexView(OwnIndexView):
    def get_base_queryset(self) -> "QuerySet[Any]":
        public = Publication.objects.filter(identity__kind="redirect", identity__object_id=OuterRef("pk"))
        found = super().get_base_queryset().select_related("frontend", "page")
        return found.annotate(is_public=Exists(public), target_title=target_title(self.request.user))

    @cached_property
    def columns(self) -> list[BaseColumn]:
        columns: list[BaseColumn] = super().columns
        many = self.request.user.is_superuser
        return [column for column in columns if many or column.name != "frontend"]


class RedirectViewSet(PeopleViewSet):
    """Omdirigeringar: a site's people add, change and delete their own; superusers do so for all sites."""

    model = Redirect
    name = "omdirigeringar"
    icon = "redirect"
    menu_label = "Omdirigeringar"
    menu_order = 155
    index_view_class = RedirectIndexView
    list_display = [
        "path",
        LabelledColumn("target", label="Leder till", accessor=target, classname="listing__address", width="55%"),
        LabelledColumn("state", label="Läge", accessor=state),
        LabelledColumn("frontend", label="Webbplats"),
        LabelledChangedColumn(),
    ]
    list_filter = ["frontend", "permanent"]
    search_fields = ["path", "url", "target_title"]
    edit_handler = ObjectList(
        [
            MultiFieldPanel(
                [
                    FieldPanel("frontend"),
                    FieldPanel(
                        "path",
                        help_text="Från och med snedstrecket, till exempel /om-oss/historia eller /?p=2725. "
                        "Hela adressen går också bra.",
                    ),
                ],
                heading="Från",
                help_text=HELP,
            ),
            MultiFieldPanel(
                [
                    FieldPanel("page", help_text="Omdirigeringen följer med när sidan byter adress."),
                    FieldPanel(
                        "url", help_text="Till exempel https://www.example.se/, för det som ligger någon annanstans."
                    ),
                ],
                heading="Till",
                help_text="Fyll i en av rutorna.",
            ),
            FieldPanel(
                "permanent",
                help_text="Webbläsare och sökmotorer minns den. Kryssa ur om den gamla adressen ska användas igen.",
            ),
        ],
        base_form_class=RedirectForm,
    )
