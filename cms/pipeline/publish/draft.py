"""Draft: a change that has no number yet."""

from dataclasses import dataclass
from uuid import UUID

from cms.pipeline.publish.kinds import Placed
from cms.pipeline.publish.models import Op, Placement, Publication, Reason

NOWHERE = 0  # no site's id: of what is read by itself and placed on no site


@dataclass(frozen=True)
class ChangeDraft:
    """A change that has no number yet."""

    site_id: int
    op: Op
    kind: str
    type: str
    identity: UUID
    reason: Reason
    path: str = ""
    previous_path: str = ""
    url: str = ""
    content_hash: str = ""

    @property
    def paths(self) -> set[str]:
        """The paths that the thing has taken or left."""
        return {path for path in (self.path, self.previous_path) if path}


def upsert(publication: Publication, old: Placement | None, placed: Placed, reason: Reason) -> ChangeDraft:
    """The change; of a placement as it was before."""
    previous = old.path if old and old.path != placed.path else ""
    if previous:
        reason = Reason.MOVED
    return ChangeDraft(
        placed.site_id,
        Op.UPSERT,
        publication.kind,
        publication.type,
        publication.pk,
        reason if old else Reason.SHARED if placed.shared else Reason.PUBLISHED,
        placed.path,
        previous,
        placed.url,
        publication.content_hash,
    )


def removal(publication: Publication, placement: Placement, reason: Reason) -> ChangeDraft:
    if reason in (Reason.PUBLISHED, Reason.CHANGED, Reason.SHARED):
        reason = Reason.UNPUBLISHED  # touched for another cause, and found to be public no longer
    return ChangeDraft(
        placement.site_id,
        Op.DELETE,
        publication.kind,
        publication.type,
        publication.pk,
        reason,
        placement.path,
        url=placement.url,
    )


def nowhere(publication: Publication, reason: Reason, op: Op = Op.UPSERT) -> ChangeDraft:
    """A change of what no site's log tells of."""
    return ChangeDraft(NOWHERE, op, publication.kind, publication.type, publication.pk, reason)
