"""What happens by itself: pages that go live or are taken off the web at a set time."""

from collections.abc import Sequence
from typing import Any

from django.db.models import BigIntegerField, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone
from wagtail.models import Page, Revision

from articles.desk.row import MOST, Row, row
from articles.desk.sites import OwnSite, site_of
from cms.core import dates, viewer


def upcoming(user: Any, sites: Sequence[OwnSite]) -> list[Row]:
    """On the user's own pages, the next first."""
    own = viewer.own_pages(user)
    starts = list(_waiting().filter(page_pk__in=own.values("pk")).order_by("approved_go_live_at")[:MOST])
    pages = Page.objects.in_bulk([revision.page_pk for revision in starts])
    leaving = list(own.filter(live=True, expire_at__gt=timezone.now()).order_by("expire_at")[:MOST])
    events = [(revision.approved_go_live_at, pages[revision.page_pk], True) for revision in starts]
    events += [(page.expire_at, page, False) for page in leaving]
    events += [(page.expire_at, page, False) for page in pages.values() if page.expire_at and not page.live]
    events.sort(key=lambda event: event[0])
    return [
        row(page, f"{_what(page, starting)} {dates.moment(when)}", site_of(page, sites) if len(sites) > 1 else "")
        for when, page, starting in events[:MOST]
    ]


def _what(page: Page, starting: bool) -> str:
    if not starting:
        return "Tas bort från webben"
    return "Ny version publiceras" if page.live else "Publiceras"


def scheduled_pks() -> "QuerySet[Any]":
    """The pages with a revision that waits for its time, as a subquery."""
    return _waiting().values("page_pk")


def _waiting() -> "QuerySet[Revision]":
    waiting = Revision.page_revisions.filter(approved_go_live_at__isnull=False)
    return waiting.annotate(page_pk=Cast("object_id", BigIntegerField()))
