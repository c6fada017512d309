"""Retention: what the log forgets, so that it grows with what is there and not with the years."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import Exists, F, Max, OuterRef, Q, QuerySet
from django.db.models.functions import Greatest
from django.utils import timezone

from cms.pipeline.publish.models import Change, Counter, Op

BATCH = 1000


def forgettable() -> QuerySet[Change]:
    """Old changes that a newer one of the same thing replaced, and old deletions.

    The newest upsert of what is there stays: it says when the thing was changed, and the log alone still leads to a
    site's placements.
    """
    before = timezone.now() - timedelta(days=settings.CHANGE_RETENTION_DAYS)
    newer = Change.objects.filter(site=OuterRef("site"), identity=OuterRef("identity"), seq__gt=OuterRef("seq"))
    return Change.objects.filter(Q(op=Op.DELETE) | Exists(newer), at__lt=before)


def forget() -> int:
    """Delete a batch of them and raise the floor below which a cursor is expired; how many were deleted."""
    with transaction.atomic():
        batch = list(forgettable().order_by("at", "site", "seq").values_list("pk", flat=True)[:BATCH])
        old = Change.objects.filter(pk__in=batch)
        # The floor first, and with the counter's lock: nobody is told that a forgotten number is still known.
        for site_id, seq in old.values_list("site").annotate(seq=Max("seq")).order_by("site"):
            Counter.objects.filter(site=site_id).update(floor=Greatest(F("floor"), seq))
        return old.delete()[0]
