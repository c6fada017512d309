"""ChangeLog: a site's changes as a reader catches up with them, from nothing or from where it stopped.

Older changes of the same thing are folded into its newest one, so a reader meets each thing once, and what it then
holds is what the lists show.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import CharField, Exists, F, OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce, NullIf

from cms.pipeline.publish.models import Change, Counter, Op, Placement, Reason
from cms.sites.scope import Scope


class Told(NamedTuple):
    """A change as a reader is told of it. `left`: the path that the reader knows the thing by."""

    seq: int
    op: str
    kind: str
    type: str
    identity: UUID
    path: str
    previous_path: str
    url: str
    content_hash: str
    reason: str
    at: datetime
    left: str


@dataclass(frozen=True)
class Position:
    """Up to which number a reader has read. During the first sync: when it began, and the last thing it got."""

    seq: int
    last: UUID | None = None
    begun: bool = True  # False until the first sync is done


@dataclass(frozen=True)
class Stretch:
    """Changes in order, where to go on, and whether there is more already."""

    changes: list[Told]
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
    changes = [_upsert(begun, *row) for row in rows[:limit]]
    position = Position(begun, changes[-1].identity, begun=False) if more else Position(begun)
    return Stretch(changes, position, more)


def since(scope: Scope, seq: int, limit: int) -> Stretch:
    """What happened after this number, oldest first. Expired if that is not known any more, or never was."""
    rows = list(_folded(scope, seq).order_by("seq")[: limit + 1])
    # Read with the changes, or after them: what is forgotten meanwhile is noticed.
    floor = rows[0][-1] if rows else _floors(scope.site_id).first()
    if not (floor or 0) <= seq <= scope.version:
        raise Expired
    more, found = len(rows) > limit, [Told(*row[:-1]) for row in rows[:limit]]
    newest = found[-1].seq if found else seq
    return Stretch(found, Position(newest if more else max(newest, scope.version)), more)


def _folded(scope: Scope, seq: int) -> QuerySet[Change, tuple[Any, ...]]:
    """The newest change of each thing after this number as columns of Told, and the floor."""
    same = Change.objects.filter(site=scope.site_id, identity=OuterRef("identity"))
    oldest = same.filter(seq__gt=seq).order_by("seq").annotate(was=_or_else("previous_path", "path"))
    newest = Change.objects.filter(site=scope.site_id, seq__gt=seq).exclude(
        Exists(same.filter(seq__gt=OuterRef("seq")))
    )
    left = Subquery(oldest.values("was")[:1])
    return newest.values_list(*Told._fields[:-1], left, Subquery(_floors(scope.site_id)))


def _floors(site_id: int) -> QuerySet[Counter, int]:
    return Counter.objects.filter(site=site_id).values_list("floor", flat=True)


def _or_else(name: str, other: str) -> Coalesce:
    return Coalesce(NullIf(F(name), Value("", CharField())), F(other), output_field=CharField())


def _dated(found: QuerySet[Placement]) -> QuerySet[Placement, tuple[Any, ...]]:
    """With when each was changed last. The newest change of what is there is never forgotten (retention.py)."""
    newest = Change.objects.filter(site=OuterRef("site"), identity=OuterRef("publication")).order_by("-seq")
    at = Subquery(newest.values("at")[:1])
    return found.values_list("publication_id", "publication__content_hash", "kind", "type", "path", "url", at)


def _upsert(begun: int, identity: UUID, hashed: str, kind: str, type_: str, path: str, url: str, at: datetime) -> Told:
    return Told(begun, Op.UPSERT, kind, type_, identity, path, "", url, hashed, Reason.PUBLISHED, at, "")
