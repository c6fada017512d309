"""Numbering: a site's changes get rising numbers that become visible in order."""

from collections import defaultdict
from collections.abc import Callable
from datetime import datetime

from django.db import connection
from django.db.models import F
from django.utils import timezone

from cms.pipeline.publish import many
from cms.pipeline.publish.draft import NOWHERE, ChangeDraft
from cms.pipeline.publish.houses import Houses
from cms.pipeline.publish.models import Change, Counter, Op, PastPath, Reason
from cms.pipeline.publish.paths import key_of

_beyond: list[Callable[[list[ChangeDraft]], object]] = []


def beyond(tell: Callable[[list[ChangeDraft]], object]) -> None:
    """Register who is told, in the transaction, of what no site's log tells: an image, a unit without a site."""
    _beyond.append(tell)


def number(drafts: list[ChangeDraft], houses: Houses) -> None:
    """Write the change rows. Counters are locked in site order, until the commit.

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


def leave(drafts: list[ChangeDraft], houses: Houses) -> None:
    """Remember the paths that things had, of two that left the same, the last: what leads there asks for it next."""
    at = timezone.now()
    left: dict[tuple[int, str], PastPath] = {}
    for draft in drafts:
        is_gone = draft.op == Op.DELETE
        path = draft.path if is_gone else draft.previous_path
        if path and houses.get(draft.site_id):
            past = PastPath(
                site_id=draft.site_id,
                path_key=key_of(draft.kind, path),
                path=path,
                identity=draft.identity,
                reason=draft.reason if is_gone else Reason.MOVED,
                at=at,
            )
            left[past.site_id, past.path_key] = past
    PastPath.objects.bulk_create(
        [left[spot] for spot in sorted(left)],
        update_conflicts=True,
        unique_fields=["site", "path_key"],
        update_fields=["path", "identity", "reason", "at"],
    )


def begin(site_id: int) -> None:
    """Begin a site's log. One that a front end before this one left is forgotten, and whoever followed it is told so.

    The numbers go on, so that nothing that was kept under an old one is taken for what comes.
    """
    _, is_new = Counter.objects.get_or_create(site_id=site_id)
    if not is_new:
        Counter.objects.filter(site=site_id).update(version=F("version") + 1, floor=F("version") + 1)
        Change.objects.filter(site=site_id).delete()
        PastPath.objects.filter(site=site_id).delete()


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
