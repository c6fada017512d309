"""The schedule: what goes live and what expires, a transaction an item, so that one refusal stops nothing else."""

import logging

from django.core.mail import send_mail
from django.db.models import QuerySet
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import Page, Revision

from cms.pipeline.publish.errors import RenderRefused
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
    pages, revisions = list(expired()), list(due())
    for page in pages:
        try:
            with publishing():
                page.specific.unpublish(set_expired=True, log_action="wagtail.unpublish.scheduled")
        except RenderRefused as refusal:
            logger.warning("scheduled expiry of %s refused: %s (%s)", page.pk, refusal, refusal.detail)
    for revision in revisions:
        _publish(revision)
    return len(pages) + len(revisions)


def _publish(revision: Revision) -> None:
    try:
        with publishing():
            revision.publish(log_action="wagtail.publish.scheduled")
    except RenderRefused as refusal:
        _refuse(revision, refusal)


def _refuse(revision: Revision, refusal: RenderRefused) -> None:
    """Keep the draft, take it off the schedule (it would be refused every second), and tell who scheduled it."""
    logger.warning("scheduled publishing refused: %s (%s)", refusal, refusal.detail)
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
    log(instance=revision.content_object, action="grenverk.publish.refused", data={"reason": str(refusal)})
    if revision.user and revision.user.email:
        send_mail(
            "En schemalagd publicering stoppades",
            f"{refusal}\n\nUtkastet finns kvar. Rätta delen och publicera igen.",
            None,
            [revision.user.email],
            fail_silently=True,
        )
