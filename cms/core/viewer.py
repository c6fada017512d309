"""The viewer: who looks at the admin, and what pages of other sites may be called in front of them.

Wagtail shows a page's title in many places of the admin where it asks nobody's leave: in a chooser's field, in the
message that a copy may not go there, beside a search result. They all ask the page for its title, and it asks here.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import Page
from wagtail.permissions import policy_registry

from cms.pipeline.publish.models import Identity

ACTIONS = {"add", "change", "publish", "bulk_delete", "lock", "unlock"}
HIDDEN = "En sida på en annan webbplats"

_user: ContextVar[Any] = ContextVar("viewer", default=None)


@contextmanager
def viewing(user: Any) -> Iterator[None]:
    """Say who looks at the admin while a request lasts."""
    token = _user.set(user)
    try:
        yield
    finally:
        _user.reset(token)


def current() -> Any:
    """Who looks at the admin now; None outside of its requests."""
    return _user.get()


def title(page: Page) -> str:
    """The title by which the admin shows a page: a foreign draft has none, a foreign page only its public one."""
    user = _user.get()
    own = page.draft_title or page.title
    if user is None or user.is_superuser or not user.is_authenticated or page.is_root() or is_own(user, page):
        return own
    return page.title if public().filter(object_id=page.pk).exists() else HIDDEN


def is_own(user: Any, page: Page) -> bool:
    """Whether the user has something to do with this page, or reviews it."""
    if policy_registry.get_by_type(Page).user_has_any_permission_for_instance(user, ACTIONS, page):
        return True
    task = page.current_workflow_task
    return bool(task and task.user_can_access_editor(page, user))


def own_pages(user: Any) -> "QuerySet[Page]":
    return policy_registry.get_by_type(Page).instances_user_has_any_permission_for(user, ACTIONS)


def visible(pages: "QuerySet[Page]", user: Any) -> "QuerySet[Page]":
    """Of these pages the user's own, and those of others that anybody may read."""
    if user.is_superuser:
        return pages
    own = Q(pk__in=own_pages(user).values("pk"))
    others = Q(pk__in=public().values("object_id"))
    seen = Page.objects.filter(Q(depth=1) | own | others)
    return pages.filter(pk__in=seen.values("pk"))  # a subquery: the search allows no other columns in a filter


def public() -> "QuerySet[Identity]":
    """The identities of all public pages, as the publications have it."""
    return Identity.objects.filter(kind="page", publication__placements__isnull=False)
