"""Writing one rendered thing: publication, placements, dependencies, and the changes that follow from them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet, Value
from django.db.models.functions import Coalesce
from django.utils import timezone

from cms.pipeline.publish import draft, encode
from cms.pipeline.publish.batch import Placing
from cms.pipeline.publish.collation import swedish_key
from cms.pipeline.publish.context import Key
from cms.pipeline.publish.draft import ChangeDraft
from cms.pipeline.publish.errors import RenderRefused
from cms.pipeline.publish.fingerprint import fingerprint
from cms.pipeline.publish.kinds import Placed, Rendered, Seen
from cms.pipeline.publish.models import Dependency, Op, Placement, Publication, Reason
from cms.pipeline.publish.paths import key_of
from cms.pipeline.publish.search import index
from cms.pipeline.publish.sheet import Sheet

_HASH = re.compile(r',"content_hash":"[0-9a-f]*"}$')


@dataclass
class Written:
    """What writing one thing did."""

    drafts: list[ChangeDraft]
    outward: bool  # something that others show of it changed: its card, address or existence
    anchor_changed: bool  # what lies below must be placed anew
    withdrawn: bool = False
    kept: bool = False  # it could not be rendered, and shows what it showed


def columns(rendered: Rendered) -> dict[str, str]:
    """The derived columns of a publication, as `publish --verify` compares them."""
    body = encode.encode(rendered.body)
    digest = encode.content_hash(body)
    return {
        "type": rendered.type,
        "body": hashed(body, digest),
        "card": hashed(encode.encode(rendered.card), digest) if rendered.card else "",
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


def tag_columns(placed: Placed) -> set[tuple[object, ...]]:
    """The derived columns of a placement's tags."""
    return {(slug, name, placed.language, placed.shown_at) for slug, name in placed.tags}


def tags_of(placement: Placement) -> set[tuple[object, ...]]:
    """What is stored of them."""
    return {(tag.slug, tag.name, tag.language, tag.shown_at) for tag in placement.tags.all()}


def lock(identities: list[UUID]) -> dict[UUID, Publication]:
    """The existing publications, locked in one order so that two flushes cannot wait for each other."""
    return held(Publication.objects.select_for_update().filter(pk__in=identities).order_by("pk"))


def held(rows: QuerySet[Publication]) -> dict[UUID, Publication]:
    """These publications with all that is stored of them, in a query a table."""
    return {row.pk: row for row in rows.prefetch_related("dependencies", "placements__tags", "search_text")}


def shown(rows: Iterable[Publication]) -> set[Key]:
    """What these publications depended on when they were rendered last."""
    return {(one.kind, one.object_id) for row in rows for one in row.dependencies.all()}


def write(
    sheet: Sheet, key: Key, rendered: Rendered, dependencies: set[Key], stored: Publication | UUID, reason: Reason
) -> Written:
    """Put a public thing on the sheet as it now looks. `stored`: its publication, or its identity if there is none."""
    old = None if isinstance(stored, UUID) else stored
    new = columns(rendered)
    same = old is not None and all(getattr(old, name) == value for name, value in new.items())
    anchor_changed = old is None or old.anchor != rendered.anchor
    # A card holds the hash of its body too. Were that to count, a page whose text names a renamed one would reach those
    # who link to it in turn, and one new title would have half a site rendered again for nothing.
    outward = (
        old is None or anchor_changed or hash_apart(old.card or old.body) != hash_apart(new["card"] or new["body"])
    )

    publication = Publication(identity_id=stored, kind=key[0]) if isinstance(stored, UUID) else stored
    gained = _depend(sheet, publication, dependencies) or _carried_anew(publication, rendered)
    for name, value in new.items():
        setattr(publication, name, value)
    _settle(publication, rendered, again=gained)
    if same and not gained:
        sheet.settled(publication)
    else:
        sheet.publication(publication)

    drafts, moved = _place(sheet, publication, rendered, same, reason)
    if not same and not drafts:
        drafts = [draft.nowhere(publication, reason)]
    sheet.words(index.kept(publication, [placed.site_id for placed in rendered.placements]))
    return Written(drafts, outward or moved, anchor_changed)


def hashed(text: str, digest: str) -> str:
    """A JSON object with its content hash as the last member: of the whole thing, in its card too."""
    return encode.splice(text, f'"content_hash":"{digest}"')


def hash_apart(text: str) -> str:
    """The object as it was before hashed(), whatever hash it has."""
    return _HASH.sub("}", text)


def keep(sheet: Sheet, publication: Publication, seen: Seen, refusal: RenderRefused, reason: Reason) -> Written:
    """Leave the stored text, since no new one can be rendered, and put it in its place; the worker tries again."""
    anchor_changed = publication.anchor != seen.anchor
    publication.anchor = seen.anchor
    publication.failure = f"{refusal} {refusal.detail}"
    _ask_again(publication)
    sheet.publication(publication, "anchor", "failure", "wanted", "behind_since")
    drafts, moved = _place(sheet, publication, seen, True, reason)
    sheet.words(index.kept(publication, [placed.site_id for placed in seen.placements]))
    return Written(drafts, anchor_changed or moved, anchor_changed, kept=True)


def place(sheet: Sheet, publication: Publication, seen: Seen, placing: Placing) -> list[ChangeDraft]:
    """Put a thing that stays as it is where it now belongs, on these sites alone: of the stored placements, those on
    other sites need not be at hand."""
    sites = placing.sites
    here = [placed for placed in seen.placements if sites is None or placed.site_id in sites]
    if _carried_anew(publication, replace(seen, placements=tuple(here))):
        _ask_again(publication)
        sheet.publication(publication, "wanted", "behind_since")
    before = {placement.site_id for placement in publication.placements.all()}
    drafts, _ = _place(sheet, publication, replace(seen, placements=tuple(here)), True, placing.reason)
    after = {placed.site_id for placed in here}
    sheet.words(index.moved(publication, came=after - before, left=before - after))
    return drafts


def withdraw(publication: Publication, reason: Reason) -> Written:
    """Take a thing out of every site's sight, at once."""
    drafts = [draft.removal(publication, placement, reason) for placement in publication.placements.all()]
    drafts = drafts or [draft.nowhere(publication, reason, Op.DELETE)]
    publication.delete()
    return Written(drafts, outward=True, anchor_changed=True, withdrawn=True)


def _settle(publication: Publication, rendered: Rendered, *, again: bool) -> None:
    """It was rendered just now. `again`: it mentions something that it did not mention before.

    Another publisher may be changing what was just mentioned for the first time, unseen by this transaction: one more
    render after the commit sees it.
    """
    publication.render_again_at = rendered.render_again_at
    publication.fingerprint = fingerprint()
    publication.failure, publication.attempts, publication.retry_at = "", 0, None
    publication.rendered, publication.behind_since = publication.wanted, None
    if again:
        _ask_again(publication)


def _ask_again(publication: Publication) -> None:
    publication.wanted += 1
    publication.behind_since = publication.behind_since or timezone.now()


def _carried_anew(publication: Publication, seen: Seen) -> bool:
    """Whether a site carries it that did not before: what that site changes unseen by this transaction finds no row
    of it there."""
    placed = {placed.site_id for placed in seen.placements if placed.shared}
    if not placed:
        return False
    stored = () if publication._state.adding else publication.placements.all()
    return not placed <= {placement.site_id for placement in stored}


def _depend(sheet: Sheet, publication: Publication, dependencies: set[Key]) -> bool:
    """Replace the recorded dependencies; True if the thing mentions something that it did not mention before."""
    rows = () if publication._state.adding else publication.dependencies.all()
    stored = {(row.kind, row.object_id): row.pk for row in rows}
    gained = sorted(dependencies - stored.keys())
    sheet.dependencies(
        [pk for key, pk in stored.items() if key not in dependencies],
        [Dependency(publication=publication, kind=kind, object_id=pk) for kind, pk in gained],
    )
    return bool(gained)


def _place(
    sheet: Sheet, publication: Publication, seen: Seen, same: bool, reason: Reason
) -> tuple[list[ChangeDraft], bool]:
    """Put the placements on the sheet. The changes, and whether it is seen in another way or place than before."""
    rows = () if publication._state.adding else publication.placements.all()
    stored = {placement.site_id: placement for placement in rows}
    drafts, anew = [], bool(stored.keys() - {placed.site_id for placed in seen.placements})
    for placed in seen.placements:
        old = stored.pop(placed.site_id, None)
        new = placement_columns(publication.kind, seen, placed)
        retagged = tags_of(old) != tag_columns(placed) if old else bool(placed.tags)
        moved = old is None or any(plain(getattr(old, name)) != value for name, value in new.items())
        if same and not retagged and not moved:
            continue
        drafts.append(draft.upsert(publication, old, placed, reason))
        if moved or retagged:
            anew = True
            comes = old is None or old.path_key != new["path_key"]
            sheet.placement(_row(publication, old, placed, new), placed, comes=comes, retagged=retagged)
    for placement in stored.values():
        drafts.append(draft.removal(publication, placement, reason))
        sheet.removed(placement)
    return drafts, anew


def plain(value: object) -> object:
    """A column's value as it was written; PostgreSQL hands bytes out as memoryview."""
    return bytes(value) if isinstance(value, memoryview) else value


def _row(publication: Publication, old: Placement | None, placed: Placed, new: dict[str, object]) -> Placement:
    placement = old or Placement(site_id=placed.site_id, publication=publication)
    for name, value in new.items():
        setattr(placement, name, value)
    return placement


def raise_wanted(keys: list[Key]) -> int:
    """Ask for another render of all that depends on these objects."""
    dependants = (Dependency.objects.filter(kind=kind, object_id=pk).values("publication") for kind, pk in keys)
    return sum(want(Publication.objects.filter(pk__in=found)) for found in dependants)


def want(publications: QuerySet[Publication], **more: Any) -> int:
    """Ask for another render of these, however often the last one failed; how many."""
    since = Coalesce("behind_since", Value(timezone.now()))
    return publications.update(wanted=F("wanted") + 1, retry_at=None, behind_since=since, **more)
