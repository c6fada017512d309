"""The schedule: what goes live and what expires, a transaction an item, so that one refusal stops nothing else."""

import logging
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.core.mail import send_mail
from django.db import Error
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page, PageLogEntry, Revision

from cms.pipeline.publish.away import is_away
from cms.pipeline.publish.errors import REFUSALS, RenderRefused, reason
from cms.pipeline.publish.publishing import publishing

logger = logging.getLogger("grenverk.schedule")


def expired() -> QuerySet[Page]:
    """Live pages whose time is up."""
    return Page.objects.filter(live=True, expire_at__lte=timezone.now()).order_by("expire_at")


def due() -> QuerySet[Revision]:
    """Revisions whose time has come."""
    return Revision.objects.filter(approved_go_live_at__lte=timezone.now()).order_by("approved_go_live_at")


def run_due() -> int:
    """Unpublish and publish what is due; how much was done."""
    leaving = list(expired().values_list("pk", flat=True))
    coming = list(due().values_list("pk", flat=True))
    return sum(_alone(_expire, pk) for pk in leaving) + sum(_alone(_publish, pk) for pk in coming)


def _alone(work: Callable[[int], bool], pk: int) -> bool:
    """One item; whatever is wrong with it, the others get their turn. True if it was done."""
    try:
        return work(pk)
    except Exception as error:
        if isinstance(error, Error) and is_away(error):
            raise  # that is no fault of the item's
        logger.exception("schedule: %s %s failed; the others go on", work.__name__, pk)
        return False


# Another worker may have done it since the list was read, and an editor may have thought better of it: each looks
# again once nobody else can change the page.


def _expire(pk: int) -> bool:
    with publishing():
        page = expired().select_for_update(of=("self",)).filter(pk=pk).first()
        if page is None:
            return False
        page.specific.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
    return True


def _publish(pk: int) -> bool:
    revision = due().filter(pk=pk).first()
    if revision is None:
        return False
    try:
        with publishing():
            # The page first, as whoever publishes it in the admin does.
            list(Page.objects.select_for_update(of=("self",)).filter(pk=revision.object_id))
            if not due().filter(pk=pk).exists():
                return False
            revision.publish(log_action="wagtail.publish.scheduled")
    except REFUSALS as refusal:
        _refuse(revision, refusal)
    return True


def _refuse(revision: Revision, refusal: RenderRefused | ValidationError) -> None:
    """Keep the draft, take it off the schedule (it would be refused every second), and tell who scheduled it."""
    why = reason(refusal, revision.object_str)
    logger.warning("scheduled publishing refused: %s (%s)", why, getattr(refusal, "detail", ""))
    page = revision.content_object
    with publishing():
        if not due().filter(pk=revision.pk).update(approved_go_live_at=None):
            return  # another worker has said so
        log(instance=page, action="grenverk.publish.refused", data={"reason": why})
    for user in _concerned(revision):
        if user.email and page.permissions_for_user(user).can_edit():
            _tell(user.email, why, page.pk)


def _concerned(revision: Revision) -> QuerySet[Any]:
    """Who wrote it, and who put it on the schedule: an editor, where a writer's text was approved."""
    scheduled = PageLogEntry.objects.filter(revision=revision, action="wagtail.publish.schedule")
    who = Q(pk=revision.user_id) | Q(pk__in=scheduled.values("user"))
    return get_user_model().objects.filter(who, is_active=True).order_by("pk")


def _tell(address: str, why: str, pk: int) -> None:
    edit = settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_pages:edit", args=[pk])
    send_mail(
        "En schemalagd publicering stoppades",
        f"{why}\n\nUtkastet finns kvar. Rätta och publicera igen: {edit}",
        None,
        [address],
        fail_silently=True,
    )
