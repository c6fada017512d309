"""How the pipeline is: what is published, what waits, for how long, what failed. Reading only."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, Max, Min
from django.utils import timezone

from cms.pipeline.publish.models import Beat, Patrol, Publication, Touch


@dataclass(frozen=True)
class State:
    """Counts, and ages in seconds. `worker_seen` is None if no worker ever gave a sign."""

    publications: dict[str, int]
    undone: int
    lag: float
    failed: int
    worker_seen: float | None
    mended: dict[str, int]


@dataclass(frozen=True)
class Waiting:
    """What the worker has yet to do: how many, the oldest one's age in seconds, how many of them failed."""

    undone: int
    lag: float
    failed: int


def waiting() -> Waiting:
    """Three small queries over what is behind, however much is published."""
    undone = Publication.objects.filter(wanted__gt=F("rendered"))
    behind = undone.aggregate(number=Count("pk"), since=Min("behind_since"))
    touched = Touch.objects.aggregate(number=Count("pk"), since=Min("at"))
    return Waiting(
        undone=behind["number"] + touched["number"],
        lag=max(_age(behind["since"]) or 0.0, _age(touched["since"]) or 0.0),
        failed=undone.exclude(failure="").count(),
    )


def worker_seen() -> float | None:
    """How many seconds ago a worker gave a sign; None if none ever did."""
    return _age(Beat.objects.aggregate(at=Max("at"))["at"])


def now() -> State:
    """The state at this moment, in six small queries."""
    counted = Publication.objects.order_by().values_list("kind").annotate(Count("pk"))
    left = waiting()
    return State(
        publications=dict(counted),
        undone=left.undone,
        lag=left.lag,
        failed=left.failed,
        worker_seen=worker_seen(),
        mended=dict(Patrol.objects.values_list("name", "mended")),
    )


def _age(since: datetime | None) -> float | None:
    return max(0.0, (timezone.now() - since).total_seconds()) if since else None
