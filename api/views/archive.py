"""Archive: how many articles were published in each month."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count
from django.db.models.functions import TruncMonth

from api.answers import Answer
from api.feed_shapes import Archive, Month
from api.views.base import SiteView
from api.views.listings import LANGUAGE, TAG, articles
from cms.sites import cache_tags
from cms.sites.scope import Scope


class ArchiveView(SiteView):
    """Months as they are on the site, so that a month's filters list as many articles as it counts."""

    shape = Archive
    summary = "Articles by month"
    kept = "list"
    parameters = (LANGUAGE, TAG)

    def site_answer(self, scope: Scope, values: dict[str, Any], **kwargs: Any) -> Answer:
        dated = articles(scope, values).filter(published_at__isnull=False)
        month = TruncMonth("published_at", tzinfo=ZoneInfo(scope.frontend.time_zone))
        counted = dated.annotate(month=month).values_list("month").annotate(Count("pk"))
        results = [_month(first.date(), number) for first, number in counted.order_by("-month")]
        slug = scope.frontend.slug
        tags = (cache_tags.site(slug), cache_tags.frame(slug), cache_tags.listing(slug, "articles"))
        return Answer(Archive(results=results).model_dump_json(), tags, scope.version)


def _month(first: date, count: int) -> Month:
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return Month(
        month=f"{first:%Y-%m}",
        count=count,
        published_from=first.isoformat(),
        published_before=following.isoformat(),
    )
