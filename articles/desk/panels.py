"""The panels of the start page, in the place of Wagtail's own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.forms import Media
from django.http import HttpRequest
from wagtail.admin.ui.components import Component
from wagtail.admin.views import home

from articles.desk.drafts import drafts
from articles.desk.published import published
from articles.desk.reviews import is_reviewer, reviews
from articles.desk.row import Row
from articles.desk.schedule import upcoming
from articles.desk.sites import OwnSite, own_sites
from articles.desk.waiting import waiting

# What ours say in plain words. Locked pages stay: Wagtail shows them only to who locked one.
REPLACED = (home.WorkflowObjectsToModeratePanel, home.UserObjectsInWorkflowModerationPanel, home.RecentEditsPanel)
MOST_SITES = 12  # shown; who has more finds them in the menu


REVIEWER, WRITER = "reviewer", "writer"  # who approves what others hand in, and who does not


@dataclass(frozen=True)
class Listing:
    """A list of the start page: its heading, what it holds, and what it says when it is empty.

    One with a role is shown empty to that role only: others need not know that there is such a list.
    """

    name: str
    heading: str
    empty: str
    rows: Callable[[Any, Sequence[OwnSite]], list[Row]]
    role: str = ""


LISTINGS = (
    Listing("reviews", "Väntar på dig", "Ingenting väntar på ditt godkännande.", reviews, REVIEWER),
    Listing("waiting", "Väntar på godkännande", "Du har inte skickat något för godkännande just nu.", waiting, WRITER),
    Listing("drafts", "Dina utkast", "Du har inga utkast. Det du sparar utan att publicera hamnar här.", drafts),
    Listing(
        "upcoming",
        "Händer av sig självt",
        "Inget har en tid. När du skriver kan du välja när artikeln ska publiceras och när den ska tas bort.",
        upcoming,
    ),
    Listing("published", "Senast publicerat", "Ingenting är publicerat än.", published),
)


class DeskPanel(Component):
    """The whole desk: the sites are read once for all of its lists."""

    name = "desk"
    order = 50
    template_name = "articles/desk/desk.html"

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @cached_property
    def media(self) -> Media:
        return Media(css={"all": ["articles/desk.css"]})

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        user = self.request.user
        sites = own_sites(user)
        role = REVIEWER if is_reviewer(user) else WRITER
        lists = [(listing, listing.rows(user, sites)) for listing in LISTINGS]
        lists = [(listing, rows) for listing, rows in lists if rows or listing.role in ("", role)]
        return {
            "sites": sites[:MOST_SITES],
            "more": len(sites) > MOST_SITES,
            "writable": [own for own in sites[:MOST_SITES] if own.index],
            "lists": lists,
            "csrf_token": parent_context["csrf_token"],
        }


def furnish(request: HttpRequest, panels: list[Any]) -> None:
    """Put the desk where Wagtail's panels stood."""
    panels[:] = [panel for panel in panels if not isinstance(panel, REPLACED)]
    panels.append(DeskPanel(request))
