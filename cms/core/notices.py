"""Mails of Wagtail's about approvals and comments: after the commit, and to who may open the page only.

Wagtail sends while the transaction is open, so that one which is rolled back has been told of already; it writes to all
superusers, and to whoever handed something in or once followed a page, also after they have left the site.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import partial
from typing import Any

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from wagtail.admin import mail
from wagtail.admin.utils import get_user_display_name
from wagtail.models import Page, TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected

from cms.core import dates
from cms.core.shown import where_shown
from cms.pipeline.publish.houses import Houses

_silent: ContextVar[bool] = ContextVar("silent", default=False)


@contextmanager
def silence() -> Iterator[None]:
    """Nobody is told of what happens inside: content that is loaded was handed in by no one."""
    token = _silent.set(True)
    try:
        yield
    finally:
        _silent.reset(token)


def may_open(user: Any, page: Page) -> bool:
    """Whether the page is any business of this person's today."""
    return bool(page.permissions_for_user(user).can_edit())


def afterwards(send: Callable[[], Any]) -> None:
    """Send once all is stored. A mail that cannot be sent is logged and undoes nothing."""
    if not _silent.get():
        transaction.on_commit(send, robust=True)


class Careful:
    """Mixed into a notifier of Wagtail's."""

    def __call__(self, instance: Any = None, **kwargs: Any) -> bool:
        afterwards(partial(super().__call__, instance, **kwargs))  # type: ignore[misc]
        return True

    def get_recipient_users(self, instance: Any, **kwargs: Any) -> set[Any]:
        page = _page(instance)
        everybody = super().get_recipient_users(instance, **kwargs)  # type: ignore[misc]
        return {user for user in everybody if page and may_open(user, page)}

    def get_context(self, instance: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(instance, **kwargs)  # type: ignore[misc]
        return context | told(instance)


class Submitted(Careful, mail.GroupApprovalTaskStateSubmissionEmailNotifier):
    pass


class Approved(Careful, mail.WorkflowStateApprovalEmailNotifier):
    pass


class Rejected(Careful, mail.WorkflowStateRejectionEmailNotifier):
    pass


submitted, approved, rejected = Submitted(), Approved(), Rejected()


def connect() -> None:
    """Take the places of Wagtail's notifiers, whose names these are."""
    places = [
        (task_submitted, TaskState, "group_approval_task_submitted_email_notification", submitted),
        (workflow_approved, WorkflowState, "workflow_state_approved_email_notification", approved),
        (workflow_rejected, WorkflowState, "workflow_state_rejected_email_notification", rejected),
    ]
    for signal, sender, uid, notifier in places:
        signal.disconnect(sender=sender, dispatch_uid=uid)
        signal.connect(notifier, sender=sender, dispatch_uid=uid)


def comments_changed(users: Iterable[Any], notification: str, context: dict[str, Any]) -> bool:
    """Wagtail's mail about comments, to those who may still read them."""
    page = context["page"]
    people = [user for user in users if may_open(user, page)]
    afterwards(partial(mail.send_notification, people, notification, context))
    return True


def told(instance: WorkflowState | TaskState) -> dict[str, Any]:
    """What the texts of the mails need, all of it as it stands after the commit."""
    page = _page(instance)
    if page is None:
        return {}
    state = instance.workflow_state if isinstance(instance, TaskState) else instance
    last = state.task_states.select_related("finished_by").order_by("started_at").last()
    house = Houses().locate(page.path, page.url_path)
    revision = page.scheduled_revision
    return {
        "title": " ".join((page.draft_title or page.title).split()),
        "site": house.house.name if house else "",
        "writer": _name(state.requested_by),
        "reader": _name(last.finished_by) if last else "",
        "comment": last.comment if last else "",
        "starts": dates.moment(revision.approved_go_live_at) if revision else "",
        "ends": dates.moment(page.expire_at) if page.expire_at else "",
        "shown": where_shown([page.pk]).get(page.pk, []),
        "edit_url": settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_pages:edit", args=[page.pk]),
        "desk_url": settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_home"),
    }


def _page(instance: WorkflowState | TaskState) -> Page | None:
    state = instance.workflow_state if isinstance(instance, TaskState) else instance
    return Page.objects.filter(pk=state.object_id).first() if state.base_content_type.model == "page" else None


def _name(user: Any) -> str:
    return get_user_display_name(user) if user else ""
