"""What was done after a meeting, for the page that tells it: kept in the session, since a redirect leads there."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from cms.core import dates
from cms.core.shown import where_shown
from organisation.admin.carry_out import Done
from organisation.admin.review import publisher_hint
from organisation.models import OrganisationPage, Unit

KEY = "annual_meeting_done"
# What becomes of whom, said of what is over and of what is to come.
GROUPS = {
    "ending": ("Har slutat", "Slutar"),
    "starting": ("Är nya", "Börjar"),
    "moving": ("Har bytt post", "Byter post"),
    "staying": ("Sitter kvar", "Fortsätter"),
}


@dataclass(frozen=True)
class Result:
    """`groups`: by heading the lines of it. `board_url`: the site's page with the board; `site_url`: the site."""

    title: str
    told: str
    groups: list[tuple[str, list[dict[str, str]]]]
    accounts: str
    publisher: str
    frame_url: str
    board_url: str
    site_url: str


def keep(request: HttpRequest, unit: Unit, done: Done) -> None:
    """Until the next board is confirmed."""
    summary = done.summary
    request.session[KEY] = {
        "unit": unit.pk,
        "day": summary.day.isoformat(),
        "later": summary.later,
        "changes": summary.changes,
        "leaders": summary.leaders,
        "accounts": _accounts(done),
        "lines": {name: [asdict(line) for line in getattr(summary, name)] for name in GROUPS},
    }


def kept(request: HttpRequest, unit: Unit) -> Result | None:
    """The result of the user's latest meeting, if it was this unit's."""
    stored: dict[str, Any] = request.session.get(KEY) or {}
    if stored.get("unit") != unit.pk:
        return None
    later = stored["later"]
    title, told = _words(date.fromisoformat(stored["day"]), later, stored["changes"])
    named = {headings[later]: stored["lines"][name] for name, headings in GROUPS.items()}
    front = unit.frontend
    return Result(
        title=title,
        told=told,
        groups=[(heading, lines) for heading, lines in named.items() if lines and stored["changes"]],
        accounts=stored["accounts"],
        publisher=publisher_hint(front, stored["leaders"], "byts" if later else "byttes"),
        frame_url=f"{reverse('webbplats:edit', args=[front.pk])}#tab-juridik" if front else "",
        board_url=_board_url(unit),
        site_url=f"{front.base_url}/" if front else "",
    )


def sentence(done: Done) -> str:
    """For who is no longer let in to the page."""
    title, told = _words(done.summary.day, done.summary.later, done.summary.changes)
    return f"{title}. {told}"


def _words(day: date, later: bool, changes: bool) -> tuple[str, str]:
    if not changes:
        return "Styrelsen var redan sådan", "Ingenting behövde ändras i den."
    if later:
        return f"Styrelsen ändras {dates.day(day)}", "Till dess syns den gamla. Sedan byts den av sig själv."
    return "Styrelsen är ändrad", f"Den nya gäller från {dates.day(day)}."


def _accounts(done: Done) -> str:
    gone = len(done.removed)
    return "" if not gone else "1 konto togs bort." if gone == 1 else f"{gone} konton togs bort."


def _board_url(unit: Unit) -> str:
    """Where the unit's own site shows it, if it does."""
    if not unit.frontend:
        return ""
    pages = OrganisationPage.objects.live().filter(unit=unit).descendant_of(unit.frontend.site.root_page)
    pks = list(pages.order_by("path").values_list("pk", flat=True))
    shown = where_shown(pks)
    return next((shown[pk][0].url for pk in pks if shown.get(pk)), "")
