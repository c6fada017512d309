"""What was published last on the user's own sites."""

from collections.abc import Sequence
from typing import Any

from wagtail.models import Page

from articles.desk.row import Row, row
from articles.desk.sites import OwnSite
from cms.core import dates, viewer
from cms.core.shown import where_shown

NEWEST = 5


def published(user: Any, sites: Sequence[OwnSite]) -> list[Row]:
    """Newest first, with where readers find it."""
    own = Page.objects.filter(live=True, last_published_at__isnull=False, pk__in=viewer.own_pages(user).values("pk"))
    pages = list(own.order_by("-last_published_at")[:NEWEST])
    shown = where_shown([page.pk for page in pages])
    return [
        row(page, f"Publicerad {dates.moment(page.last_published_at)}", shown=shown.get(page.pk, [])) for page in pages
    ]
