"""An editor's own drafts: what they wrote last and readers cannot see yet."""

from collections.abc import Sequence
from typing import Any

from django.db.models import Q
from wagtail.models import Page

from articles.desk.row import MOST, Row, row
from articles.desk.schedule import scheduled_pks
from articles.desk.sites import OwnSite, site_of
from cms.core import dates, viewer
from cms.core.page_state import state


def drafts(user: Any, sites: Sequence[OwnSite]) -> list[Row]:
    """Newest first. What has a date to go live stands under what happens soon."""
    unseen = Q(live=False) | Q(has_unpublished_changes=True)
    written = Q(owner=user) | Q(latest_revision__user=user)
    own = Page.objects.filter(unseen, written, pk__in=viewer.own_pages(user).values("pk"))
    pages = own.exclude(pk__in=scheduled_pks()).prefetch_workflow_states().order_by("-latest_revision_created_at")
    return [row(page, state(page), _changed(page), _site(page, sites)) for page in pages[:MOST]]


def _changed(page: Page) -> str:
    return f"ändrad {dates.moment(page.latest_revision_created_at)}" if page.latest_revision_created_at else ""


def _site(page: Page, sites: Sequence[OwnSite]) -> str:
    """Which site, for who has several."""
    return site_of(page, sites) if len(sites) > 1 else ""
