"""Retention: what the log forgets, so that it grows with what is there and not with the years."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db import transaction
from django.db.models import BooleanField, Exists, ExpressionWrapper, F, Max, OuterRef, Q, QuerySet
from django.db.models.functions import Greatest
from django.utils import timezone

from cms.pipeline.publish.models import Change, Counter, Op

LOOKED_AT = 2000  # changes a step, some ten milliseconds' work; most of what is old stays


@dataclass
class Walk:
    """How far this process has come through what is old: behind which change it goes on, None at the beginning."""

    behind: tuple[datetime, int] | None = None


_walk = Walk()


def forget() -> int:
    """Look at the next old changes, delete those that nobody needs, and raise the floor below which a cursor is
    expired; how many were deleted.

    Old are all changes of what was not changed since, so it walks through them and does not look at all each time.
    """
    old = list(_old(_walk.behind)[:LOOKED_AT])
    _walk.behind = old[-1][:2] if len(old) == LOOKED_AT else None
    # What a newer change replaced stays replaced, so nothing is locked while it is looked for.
    return _delete([pk for _, pk, needless in old if needless])


def _old(behind: tuple[datetime, int] | None) -> QuerySet[Change, tuple[datetime, int, bool]]:
    """Old changes in order, with whether nobody needs them: a newer one of the same thing replaced them, or they tell
    of a deletion.

    The newest upsert of what is there stays: it says when the thing was changed, and the log alone still leads to a
    site's placements.
    """
    before = timezone.now() - timedelta(days=settings.CHANGE_RETENTION_DAYS)
    newer = Change.objects.filter(site=OuterRef("site"), identity=OuterRef("identity"), seq__gt=OuterRef("seq"))
    old = Change.objects.filter(at__lt=before).order_by("at", "pk")
    if behind:
        at, pk = behind
        old = old.filter(Q(at__gt=at) | Q(pk__gt=pk), at__gte=at)
    needless = ExpressionWrapper(Q(op=Op.DELETE) | Q(Exists(newer)), BooleanField())
    return old.values_list("at", "pk", needless)


def _delete(needless: list[int]) -> int:
    if not needless:
        return 0
    with transaction.atomic():
        old = Change.objects.filter(pk__in=needless)
        # The floor first, and with the counter's lock: nobody is told that a forgotten number is still known.
        for site_id, seq in old.values_list("site").annotate(seq=Max("seq")).order_by("site"):
            Counter.objects.filter(site=site_id).update(floor=Greatest(F("floor"), seq))
        return old.delete()[0]
