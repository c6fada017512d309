"""Writing one rendered thing: publication, placements, dependencies, and the changes that follow from them."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from cms.pipeline.publish import encode
from cms.pipeline.publish.collation import swedish_key
from cms.pipeline.publish.context import Key
from cms.pipeline.publish.errors import RenderRefused
from cms.pipeline.publish.fingerprint import fingerprint
from cms.pipeline.publish.kinds import Placed, Rendered, Seen
from cms.pipeline.publish.models import Dependency, Op, PastPath, Placement, PlacementTag, Publication, Reason
from cms.pipeline.publish.paths import key_of
from cms.pipeline.publish.search import index

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


@dataclass
class Written:
    """What writing one thing did."""

    drafts: list[ChangeDraft]
    outward: bool  # something that others show of it changed: its card, address or existence
    anchor_changed: bool  # what lies below must be placed anew
    withdrawn: bool = False


def columns(rendered: Rendered) -> dict[str, str]:
    """The derived columns of a publication, as `publish --verify` compares them."""
    body = encode.encode(rendered.body)
    digest = encode.content_hash(body)
    member = f'"content_hash":"{digest}"'
    return {
        "type": rendered.type,
        "body": encode.splice(body, member),
        "card": encode.splice(encode.encode(rendered.card), member) if rendered.card else "",
        "content_hash": digest,
        "anchor": rendered.anchor,
    }


def placement_columns(kind: str, seen: Seen, placed: Placed) -> dict[str, object]:
    """The derived columns of a placement."""
    return {
        "kind": kind,
        "type": seen.type,
        "language": placed.language,
        "path": placed.path,
        "path_key": key_of(kind, placed.path) if placed.path else None,
        "url": placed.url,
        "parent": placed.parent,
        "tree_path": placed.tree_path,
        "title_key": swedish_key(placed.title) if placed.title else b"",
        "shown_at": placed.shown_at,
        "published_at": placed.published_at,
        "updated_at": placed.updated_at,
        "pinned": placed.pinned,
        "shared": placed.shared,
        "noindex": placed.noindex,
        "overlay": encode.members(placed.overlay),
        "page_overlay": encode.members(placed.page_overlay),
    }


def lock(identities: list[UUID]) -> dict[UUID, Publication]:
    """The existing publications, locked in one order so that two flushes cannot wait for each other."""
    rows = Publication.objects.select_for_update().filter(pk__in=identities).order_by("pk")
    return {row.pk: row for row in rows}


def write(
    kind: str, identity: UUID, rendered: Rendered, dependencies: set[Key], old: Publication | None, reason: Reason
) -> Written:
    """Store a public thing as it now looks."""
    new = columns(rendered)
    same = old is not None and all(getattr(old, name) == value for name, value in new.items())
    outward = old is None or (old.card or old.body) != (new["card"] or new["body"]) or old.anchor != rendered.anchor
    anchor_changed = old is None or old.anchor != rendered.anchor

    publication = old or Publication(identity_id=identity, kind=kind)
    for name, value in new.items():
        setattr(publication, name, value)
    publication.render_again_at = rendered.render_again_at
    publication.fingerprint = fingerprint()
    publication.failure, publication.attempts, publication.retry_at = "", 0, None
    publication.rendered, publication.behind_since = publication.wanted, None
    publication.save()
    if _depend(publication, dependencies):
        # Another publisher may be changing what was just mentioned for the first time, unseen by this transaction:
        # one more render after the commit sees it.
        publication.wanted, publication.behind_since = publication.rendered + 1, timezone.now()
        publication.save(update_fields=["wanted", "behind_since"])

    drafts = _place(publication, kind, rendered, same, reason)
    if not same and not drafts:
        drafts = [nowhere(publication, reason)]
    index.keep(publication)
    return Written(drafts, outward or bool(drafts), anchor_changed)


def keep(publication: Publication, seen: Seen, refusal: RenderRefused, reason: Reason) -> Written:
    """Leave the stored text, since no new one can be rendered, and put it in its place; the worker tries again."""
    anchor_changed = publication.anchor != seen.anchor
    publication.anchor = seen.anchor
    publication.failure = f"{refusal} {refusal.detail}"
    publication.wanted += 1
    publication.behind_since = publication.behind_since or timezone.now()
    publication.save(update_fields=["anchor", "failure", "wanted", "behind_since"])
    drafts = _place(publication, publication.kind, seen, True, reason)
    index.keep(publication)
    return Written(drafts, anchor_changed or bool(drafts), anchor_changed)


def withdraw(publication: Publication, reason: Reason) -> Written:
    """Take a thing out of every site's sight."""
    drafts = [_removal(publication, placement, reason) for placement in publication.placements.all()]
    drafts = drafts or [nowhere(publication, reason, Op.DELETE)]
    publication.delete()
    return Written(drafts, outward=True, anchor_changed=True, withdrawn=True)


def _depend(publication: Publication, dependencies: set[Key]) -> bool:
    """Replace the recorded dependencies; True if the thing mentions something that it did not mention before."""
    stored = {(row.kind, row.object_id): row.pk for row in publication.dependencies.all()}
    Dependency.objects.filter(pk__in=[pk for key, pk in stored.items() if key not in dependencies]).delete()
    gained = sorted(dependencies - stored.keys())
    Dependency.objects.bulk_create(Dependency(publication=publication, kind=k, object_id=pk) for k, pk in gained)
    return bool(gained)


def _place(publication: Publication, kind: str, seen: Seen, same: bool, reason: Reason) -> list[ChangeDraft]:
    stored = {placement.site_id: placement for placement in publication.placements.all()}
    drafts = []
    for placed in seen.placements:
        old = stored.pop(placed.site_id, None)
        new = placement_columns(kind, seen, placed)
        retagged = old is not None and {(t.slug, t.name) for t in old.tags.all()} != set(placed.tags)
        if old and same and not retagged and all(plain(getattr(old, name)) == new[name] for name in new):
            continue
        drafts.append(_put(publication, old, placed, new, reason))
    for placement in stored.values():
        drafts.append(_removal(publication, placement, reason))
        placement.delete()
    return drafts


def plain(value: object) -> object:
    """A column's value as it was written; PostgreSQL hands bytes out as memoryview."""
    return bytes(value) if isinstance(value, memoryview) else value


def _put(
    publication: Publication, old: Placement | None, placed: Placed, new: dict[str, object], reason: Reason
) -> ChangeDraft:
    previous = old.path if old and old.path != placed.path else ""
    if previous:
        reason = Reason.MOVED
    placement = old or Placement(site_id=placed.site_id, publication=publication)
    for name, value in new.items():
        setattr(placement, name, value)
    if placed.path:
        PastPath.objects.filter(site_id=placed.site_id, path_key=placement.path_key).delete()
        # Two pages may change places in one transaction: the other one gets its new path a moment later.
        there = Placement.objects.filter(site_id=placed.site_id, path_key=placement.path_key)
        there.exclude(pk=placement.pk).update(path_key=None)
    placement.save()
    placement.tags.all().delete()
    PlacementTag.objects.bulk_create(
        PlacementTag(placement=placement, site_id=placed.site_id, slug=slug, name=name) for slug, name in placed.tags
    )
    return ChangeDraft(
        placed.site_id,
        Op.UPSERT,
        publication.kind,
        publication.type,
        publication.pk,
        reason if old else Reason.PUBLISHED,
        placed.path,
        previous,
        placed.url,
        publication.content_hash,
    )


def _removal(publication: Publication, placement: Placement, reason: Reason) -> ChangeDraft:
    if reason in (Reason.PUBLISHED, Reason.CHANGED):
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


def raise_wanted(keys: list[Key]) -> int:
    """Ask for another render of all that depends on these objects."""
    dependants = (Dependency.objects.filter(kind=kind, object_id=pk).values("publication") for kind, pk in keys)
    return sum(want(Publication.objects.filter(pk__in=found)) for found in dependants)


def want(publications: QuerySet[Publication], **more: Any) -> int:
    """Ask for another render of these, however often the last one failed; how many."""
    since = Coalesce("behind_since", Value(timezone.now()))
    return publications.update(wanted=F("wanted") + 1, retry_at=None, behind_since=since, **more)
