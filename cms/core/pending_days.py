"""Days that stand in the draft alone: "publicera senare" and "ta bort från webben" bind nobody before the draft is
published, and the message that it is saved has to say so.
"""

from datetime import datetime
from typing import Any

from django.utils import timezone
from wagtail.models import Page

from cms.core import dates

Days = tuple[datetime | None, datetime | None]


def told(page: Page, user: Any) -> str:
    """A sentence on the days that do not hold yet, and on what makes them hold; nothing where all of them do."""
    chosen, holding = _chosen(page), _holding(page)
    if chosen == holding:
        return ""
    goes_live, expires = chosen
    said = [
        f"publiceras {dates.moment(goes_live)}" if goes_live else "",
        f"tas bort från webben {dates.moment(expires)}" if expires else "",
    ]
    days = " och ".join(filter(None, said)) or "inga dagar"
    return f"Dagarna ({days}) är bara sparade i utkastet och gäller {_when(page, user, goes_live)}."


def _when(page: Page, user: Any, goes_live: datetime | None) -> str:
    if not page.permissions_for_user(user).can_publish():
        return "först när någon har godkänt det"
    button = "Publicera senare" if goes_live else "Publicera"
    return f"först när du trycker på ”{button}”"


def _chosen(page: Page) -> Days:
    draft = page.get_latest_revision_as_object()
    return _ahead(draft.go_live_at), draft.expire_at


def _holding(page: Page) -> Days:
    scheduled = page.scheduled_revision
    if scheduled:
        return _ahead(scheduled.approved_go_live_at), scheduled.as_object().expire_at
    return None, page.expire_at if page.live else None


def _ahead(day: datetime | None) -> datetime | None:
    return day if day and day > timezone.now() else None
