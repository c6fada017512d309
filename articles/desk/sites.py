"""The sites of an editor: address, state, and where a new article goes."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import Q
from wagtail.models import Page, WorkflowState
from wagtail.permissions import policy_registry

from articles.models import ArticleIndex
from cms.core.shown import where_shown
from cms.sites.models import Frontend

STEP = 4  # characters of one step in a treebeard path


@dataclass(frozen=True)
class OwnSite:
    """A site, the article index that its editor may add to, and how many pages wait for somebody's approval."""

    frontend: Frontend
    index: ArticleIndex | None
    is_open: bool
    waiting: int


def own_sites(user: Any) -> list[OwnSite]:
    """The sites where the user writes, by name; five queries at most, however many there are."""
    mine = policy_registry.get_by_type(Page).explorable_instances(user)
    frontends = list(Frontend.objects.filter(site__root_page__in=mine).select_related("site__root_page"))
    if not frontends:
        return []
    roots = {frontend.pk: frontend.site.root_page for frontend in frontends}
    below = reduce(or_, (Q(path__startswith=root.path) for root in roots.values()))
    indexes = _indexes(user, below)
    waiting = _waiting(below)
    open_to_all = where_shown([root.pk for root in roots.values()])
    return [
        OwnSite(
            frontend,
            index=next((index for index in indexes if index.path.startswith(root.path)), None),
            is_open=root.pk in open_to_all,
            waiting=sum(count for path, count in waiting.items() if path.startswith(root.path)),
        )
        for frontend in frontends
        for root in [roots[frontend.pk]]
    ]


def site_of(page: Page, sites: Iterable[OwnSite]) -> str:
    """The name of the site where a page stands; empty for one outside of them."""
    names = (own.frontend.name for own in sites if page.path.startswith(own.frontend.site.root_page.path))
    return next(names, "")


def _indexes(user: Any, below: Q) -> list[ArticleIndex]:
    writable = policy_registry.get_by_type(Page).instances_user_has_permission_for(user, "add")
    return list(ArticleIndex.objects.filter(below, pk__in=writable.values("pk")).order_by("path"))


def _waiting(below: Q) -> Counter[str]:
    """How many pages wait, by their path."""
    states = WorkflowState.objects.filter(status=WorkflowState.STATUS_IN_PROGRESS)
    return Counter(Page.objects.filter(below, _workflow_states__in=states).values_list("path", flat=True))
