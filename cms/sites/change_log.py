"""ChangeLog: a site's changes as a reader catches up with them, from nothing or from where it stopped.

Older changes of the same thing are folded into its newest one, so a reader meets each thing once, and what it then
holds is what the lists show.
"""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import CharField, Exists, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, NullIf

from cms.pipeline.publish.models import Change, Counter, Op, Placement, Reason
from cms.sites.scope import Scope


@dataclass(frozen=True)
class Position:
    """Up to which number a reader has read. During the first sync: when it began, and the last thing it got."""

    seq: int
    last: UUID | None = None
    begun: bool = True  # False until the first sync is done


@dataclass(frozen=True)
class Stretch:
    """Changes in order, where to go on, and whether there is more already."""

    changes: list[Change]
    position: Position
    more: bool


class Expired(Exception):
    """What happened since that position is no longer known: the reader begins anew."""


def first(scope: Scope, begun: int | None, last: UUID | None, limit: int) -> Stretch:
    """The next placements of a site as upserts. The position stands for the moment when the first sync began."""
    begun = scope.version if begun is None else begun
    found = scope.placements().order_by("publication")
    if last:
        found = found.filter(publication__gt=last)
    rows = list(_dated(found)[: limit + 1])
    more = len(rows) > limit
    changes = [_upsert(row, begun) for row in rows[:limit]]
    position = Position(begun, changes[-1].identity, begun=False) if more else Position(begun)
    return Stretch(changes, position, more)


def since(scope: Scope, seq: int, limit: int) -> Stretch:
    """What happened after this number, oldest first. Expired if that is not known any more, or never was."""
    found = list(_folded(scope, seq).order_by("seq")[: limit + 1])
    # Read with the changes, or after them: what is forgotten meanwhile is noticed.
    floor = found[0].floor if found else _floors(scope.site_id).first()  # type: ignore[attr-defined]
    if not (floor or 0) <= seq <= scope.version:
        raise Expired
    more, found = len(found) > limit, found[:limit]
    newest = found[-1].seq if found else seq
    return Stretch(found, Position(newest if more else max(newest, scope.version)), more)


def _folded(scope: Scope, seq: int) -> QuerySet[Change]:
    """The newest change of each thing after this number, with `left`: the path that the reader knows it by."""
    same = Change.objects.filter(site=scope.site_id, identity=OuterRef("identity"))
    oldest = same.filter(seq__gt=seq).order_by("seq").annotate(was=_or_else("previous_path", "path"))
    newest = Change.objects.filter(site=scope.site_id, seq__gt=seq).exclude(
        Exists(same.filter(seq__gt=OuterRef("seq")))
    )
    return newest.annotate(left=Subquery(oldest.values("was")[:1]), floor=Subquery(_floors(scope.site_id)))


def _floors(site_id: int) -> QuerySet[Counter, int]:
    return Counter.objects.filter(site=site_id).values_list("floor", flat=True)


def _or_else(name: str, other: str) -> Coalesce:
    return Coalesce(NullIf(F(name), Value("", CharField())), F(other), output_field=CharField())


def _dated(found: QuerySet[Placement]) -> QuerySet[Placement]:
    """With when each was changed last. The newest change of what is there is never forgotten (retention.py)."""
    newest = Change.objects.filter(site=OuterRef("site"), identity=OuterRef("publication")).order_by("-seq")
    columns = ("site_id", "publication_id", "publication__content_hash", "kind", "type", "path", "url")
    dated = found.annotate(at=Subquery(newest.values("at")[:1]))
    return dated.select_related("publication").only(*columns)


def _upsert(row: Placement, begun: int) -> Change:
    at: datetime = row.at  # type: ignore[attr-defined]
    change = Change(
        site_id=row.site_id,
        seq=begun,
        op=Op.UPSERT,
        kind=row.kind,
        type=row.type,
        identity=row.publication_id,
        path=row.path,
        url=row.url,
        content_hash=row.publication.content_hash,
        reason=Reason.PUBLISHED,
        at=at,
    )
    change.left = ""  # type: ignore[attr-defined]
    return change
