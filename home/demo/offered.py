"""Articles that sites of the demo hold out to each other: the inboxes have something to answer."""

from collections.abc import Mapping

from wagtail.models import Page

from articles.models import Reach
from articles.sharing import actions
from organisation.models import Unit

UPWARDS = {"vantor/aktuellt/simhallen-i-hagsatra/": "stockholm", "karlstad/aktuellt/nio-timmar-budget/": "varmland"}
TO_ALL_BRANCHES = ("karlstad/aktuellt/vi-raknade-bankarna/",)


def hold_out(pages: Mapping[str, Page]) -> None:
    """Nothing of it is shown before somebody says yes."""
    for name, slug in UPWARDS.items():
        actions.offer(pages[name].specific, [Unit.objects.get(slug=slug)], None)
    for name in TO_ALL_BRANCHES:
        actions.share(pages[name].specific, Reach.BRANCHES, None)
