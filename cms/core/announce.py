"""What an editor is told after publishing: where the page now shows, or when it will; after saving, what waits.

Wagtail's own message is queued before the publications are written, when nobody knows yet where a page shows. Here
the log entries of a request are noted, and the message is made of them after the commit, in the place of Wagtail's.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.contrib import messages
from django.contrib.messages import constants
from django.db.models.signals import post_save
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page, PageLogEntry

from cms.core import dates, pending_days
from cms.core.page import BasePage
from cms.core.shown import Shown, where_shown
from cms.pipeline.publish.houses import Houses

PUBLISHED, SCHEDULED, UNPUBLISHED = "wagtail.publish", "wagtail.publish.schedule", "wagtail.unpublish"
HANDED_IN, AGAIN, SENT_BACK = "wagtail.workflow.start", "wagtail.workflow.resume", "wagtail.workflow.reject"
CREATED, SAVED = "wagtail.create", "wagtail.edit"
TOLD = {PUBLISHED, SCHEDULED, UNPUBLISHED, HANDED_IN, AGAIN, SENT_BACK, CREATED, SAVED}
MOST = 5  # pages named one by one; bulk actions take hundreds


@dataclass
class Events:
    """The last thing that happened to each page, and where a page showed before it was unpublished."""

    entries: dict[int, PageLogEntry] = field(default_factory=dict)
    before: dict[int, list[Shown]] = field(default_factory=dict)


_events: ContextVar[Events | None] = ContextVar("announce", default=None)


def connect() -> None:
    post_save.connect(_logged, sender=PageLogEntry, dispatch_uid="grenverk.announce")


@contextmanager
def listening() -> Iterator[Events]:
    """Note what is published, scheduled and unpublished inside."""
    events = Events()
    token = _events.set(events)
    try:
        yield events
    finally:
        _events.reset(token)


def _logged(instance: PageLogEntry, created: bool, **kwargs: Any) -> None:
    events = _events.get()
    if events is None or not created or instance.action not in TOLD:
        return
    if instance.action in (CREATED, SAVED) and instance.page_id in events.entries:
        return  # more has happened to it than that
    events.entries[instance.page_id] = instance
    if instance.action == UNPUBLISHED and len(events.before) < MOST:
        events.before |= where_shown([instance.page_id])


def say(request: HttpRequest, events: Events) -> None:
    """Replace Wagtail's messages of success by ours. What was rolled back, such as a refusal in bulk, is not told."""
    kept = PageLogEntry.objects.filter(pk__in=[entry.pk for entry in events.entries.values()]).order_by("pk")
    last = dict(kept.values_list("page_id", "action"))
    storage = messages.get_messages(request)
    # What saves itself while one writes is saved without a word.
    told = any(old.level == constants.SUCCESS for old in storage._queued_messages)
    days = _days(last, request.user) if told else {}
    last = {pk: action for pk, action in last.items() if action not in (CREATED, SAVED) or days.get(pk)}
    pages = Page.objects.specific().in_bulk(list(last)[:MOST])
    if not pages:
        return
    storage._queued_messages[:] = [old for old in storage._queued_messages if old.level != constants.SUCCESS]
    shown, houses = where_shown(list(pages)), Houses()
    lines = [
        format_html("{} {}", _name(page), f"är sparad. {days[pk]}")
        if pk in days
        else _sentence(page, last[pk], shown.get(pk, []), events.before.get(pk, []), houses)
        for pk, page in pages.items()
    ]
    more = len(last) - len(pages)
    if more > 0:
        lines.append(format_html("Och {} till.", more))
    messages.success(request, format_html_join(" ", "<p>{}</p>", ((line,) for line in lines)))


def _days(last: dict[int, str], user: Any) -> dict[int, str]:
    """Of pages that were saved and no more, what is to be said of days that stand in the draft alone."""
    saved = [pk for pk, action in last.items() if action in (CREATED, SAVED)][:MOST]
    told = {page.pk: pending_days.told(page, user) for page in Page.objects.specific().filter(pk__in=saved)}
    return {pk: said for pk, said in told.items() if said}


def _name(page: Page) -> SafeString:
    return format_html(
        "{} <a href='{}'>”{}”</a>",
        page.definite if isinstance(page, BasePage) else BasePage.definite,
        reverse("wagtailadmin_pages:edit", args=[page.pk]),
        page.get_admin_display_title(),
    )


def _sentence(page: Page, action: str, shown: list[Shown], before: list[Shown], houses: Houses) -> SafeString:
    name = _name(page)
    if action == SCHEDULED:
        return format_html("{} {}", name, _scheduled(page, shown, houses))
    if action in (HANDED_IN, AGAIN):
        return format_html("{} väntar nu på godkännande.", name)
    if action == SENT_BACK:
        return format_html("{} är skickad tillbaka för ändringar{}.", name, _to_whom(page))
    if action == UNPUBLISHED:
        return format_html("{} är avpublicerad. {}", name, _gone(before))
    return format_html("{} är publicerad. {}{}", name, _where(shown), _until(page))


def _where(shown: list[Shown]) -> SafeString:
    if not shown:
        return mark_safe("Den syns inte för besökare, eftersom den är privat eller ligger utanför webbplatserna.")
    return format_html("Den syns på {}.", _links(shown))


def _links(shown: list[Shown]) -> SafeString:
    return format_html_join(
        ", ",
        "{}: <a href='{}' target='_blank' rel='noreferrer'>{}</a>",
        ((place.site, place.url, place.readable) for place in shown),
    )


def _to_whom(page: Page) -> str:
    workflow = page.current_workflow_state
    return f" till {get_user_display_name(workflow.requested_by)}" if workflow and workflow.requested_by else ""


def _until(page: Page) -> str:
    return f" Den tas bort från webben {dates.moment(page.expire_at)}." if page.expire_at else ""


def _scheduled(page: Page, shown: list[Shown], houses: Houses) -> SafeString:
    revision = page.scheduled_revision
    when = dates.moment(revision.approved_go_live_at) if revision else "senare"
    if shown:
        return format_html("får sin nya version {}. Till dess syns den gamla på {}.", when, _links(shown))
    address = houses.locate(page.path, page.url_path)
    return format_html("publiceras {}{}.", when, f" på {address.house.name}" if address else "")


def _gone(before: list[Shown]) -> str:
    return f"Den syns inte längre på {', '.join(place.site for place in before)}." if before else ""
