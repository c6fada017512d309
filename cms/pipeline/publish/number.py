"""Numbering: a site's changes get rising numbers that become visible in order."""

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime

from django.db import connection
from django.utils import timezone

from cms.pipeline.publish import many
from cms.pipeline.publish.houses import Houses
from cms.pipeline.publish.models import Change, Counter, Op, PastPath, Reason
from cms.pipeline.publish.paths import key_of
from cms.pipeline.publish.write import NOWHERE, ChangeDraft

_beyond: list[Callable[[list[ChangeDraft]], object]] = []


def beyond(tell: Callable[[list[ChangeDraft]], object]) -> None:
    """Register who is told, in the transaction, of what no site's log tells: an image, a unit without a site."""
    _beyond.append(tell)


def number(drafts: list[ChangeDraft], houses: Houses) -> None:
    """Write the change rows and the paths that were left. Counters are locked in site order, until the commit.

    A site that is just being deleted has nobody left to tell.
    """
    if unplaced := [draft for draft in drafts if draft.site_id == NOWHERE]:
        for tell in _beyond:
            tell(unplaced)
    by_site: dict[int, list[ChangeDraft]] = defaultdict(list)
    for draft in drafts:
        if draft.site_id != NOWHERE and houses.get(draft.site_id):
            by_site[draft.site_id].append(draft)
    now = timezone.now()
    changes: list[Change] = []
    for site_id in sorted(by_site):
        newest = advance(site_id, len(by_site[site_id]))
        first = newest - len(by_site[site_id]) + 1
        changes += [_change(seq, draft, now) for seq, draft in enumerate(by_site[site_id], first)]
    many.insert(changes)
    for told in by_site.values():
        for draft in told:
            _leave(draft)


def _change(seq: int, draft: ChangeDraft, at: datetime) -> Change:
    return Change(
        site_id=draft.site_id,
        seq=seq,
        op=draft.op,
        kind=draft.kind,
        type=draft.type,
        identity=draft.identity,
        path=draft.path,
        previous_path=draft.previous_path,
        url=draft.url,
        content_hash=draft.content_hash,
        reason=draft.reason,
        at=at,
    )


def _leave(draft: ChangeDraft) -> None:
    """Remember the path that a thing had."""
    left = draft.path if draft.op == Op.DELETE else draft.previous_path
    if left:
        PastPath.objects.update_or_create(
            site_id=draft.site_id,
            path_key=key_of(draft.kind, left),
            defaults={
                "path": left,
                "identity": draft.identity,
                "reason": draft.reason if draft.op == Op.DELETE else Reason.MOVED,
                "at": timezone.now(),
            },
        )


def advance(site_id: int, steps: int) -> int:
    """Raise a site's counter in one statement and give its new value."""
    version = _raise(site_id, steps)
    if version is None:
        Counter.objects.get_or_create(site_id=site_id)
        return advance(site_id, steps)
    return version


def _raise(site_id: int, steps: int) -> int | None:
    """None while the site has no counter yet."""
    table = Counter._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE {table} SET version = version + %s WHERE site_id = %s RETURNING version",  # noqa: S608
            [steps, site_id],
        )
        row = cursor.fetchone()
    return row[0] if row else None
