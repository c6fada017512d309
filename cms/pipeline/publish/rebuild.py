"""Building the derived rows from nothing, and comparing them with what is stored."""

from collections.abc import Callable, Iterator
from itertools import islice
from typing import Any

from django.db import transaction
from pydantic_core import from_json

from cms.pipeline.publish import flush, kinds, write
from cms.pipeline.publish.context import Key, RenderContext, by_kind
from cms.pipeline.publish.errors import RenderRefused
from cms.pipeline.publish.houses import Houses
from cms.pipeline.publish.kinds import Rendered
from cms.pipeline.publish.models import Change, Identity, Op, Patrol, Placement, Publication, Reason
from cms.pipeline.publish.publishing import publishing
from cms.pipeline.publish.search import index
from cms.pipeline.publish.search.text import words_of

BATCH = 100
PROGRESS = "publish-all"  # the name of the row that says how far it has come


def everything(behind: Key | None = None) -> Iterator[Key]:
    """Every object that is or might be public; those that come behind this one, if it is given."""
    names = kinds.names()
    for name in names[names.index(behind[0]) if behind else 0 :]:
        stored = Publication.objects.filter(kind=name).values_list("identity__object_id", flat=True)
        least = behind[1] if behind and behind[0] == name else 0
        yield from ((name, pk) for pk in sorted({*kinds.get(name).all_pks(), *stored}) if pk > least)


def publish_all(behind: Key | None = None) -> Iterator[tuple[int, list[RenderRefused]]]:
    """Publish everything anew in batches; yields how many were done and what was refused.

    Safe to interrupt: a batch is a transaction, and how far it has come is kept until all is done (`interrupted`).
    """
    keys = everything(behind)
    while batch := list(islice(keys, BATCH)):
        refused = publish(batch)
        kind, pk = batch[-1]
        Patrol.objects.update_or_create(name=PROGRESS, defaults={"position": f"{kind} {pk}"})
        yield len(batch), refused
    Patrol.objects.filter(name=PROGRESS).delete()


def interrupted() -> Key | None:
    """The last thing that an interrupted `publish_all` has done; None if none was interrupted."""
    position = Patrol.objects.filter(name=PROGRESS).values_list("position", flat=True).first()
    kind, _, pk = (position or "").partition(" ")
    return (kind, int(pk)) if kind in kinds.names() else None


def publish(keys: list[Key]) -> list[RenderRefused]:
    try:
        with publishing(apart=True) as batch:
            for key in keys:
                batch.note(*key, Reason.CHANGED)
    except RenderRefused as refusal:
        if len(keys) == 1:
            return [refusal]
        half = len(keys) // 2
        return publish(keys[:half]) + publish(keys[half:])
    return []


def differences(after: Callable[[int], object] | None = None) -> Iterator[str]:
    """Where the stored rows differ from a render of everything from nothing; nothing is written that stays.

    Each batch is looked at in a transaction of its own: on SQLite a transaction keeps every editor waiting.
    `after`: called with the size of each batch.
    """
    keys = everything()
    while batch := list(islice(keys, BATCH)):
        with transaction.atomic():
            found = [f"{key[0]} {key[1]}: {what}" for key, what in compare(batch, RenderContext())]
            transaction.set_rollback(True)
        yield from found
        if after:
            after(len(batch))
    yield from _replay_differences()


def compare(keys: list[Key], context: RenderContext) -> Iterator[tuple[Key, str]]:
    """Where the stored rows of these differ from a render; what cannot be rendered differs too.

    What a render shows is read when it asks: what publishing foresees (`kinds.foresee`) is held against that.
    """
    stored = _stored(keys)
    loaded = kinds.load(keys)
    context.meet(keys)
    for key in keys:
        try:
            rendered, dependencies = flush.render(key, loaded[key], context)
        except RenderRefused as refusal:
            yield key, f"{refusal} {refusal.detail}"
            continue
        yield from ((key, what) for what in _compare(key[0], stored.get(key), rendered, dependencies))


def _stored(keys: list[Key]) -> dict[Key, Publication]:
    found: dict[Key, Publication] = {}
    for kind, pks in by_kind(keys).items():
        rows = Publication.objects.filter(kind=kind, identity__object_id__in=pks).select_related("identity")
        found |= {(kind, row.identity.object_id): row for row in write.held(rows).values()}
    return found


def _compare(kind: str, stored: Publication | None, rendered: Rendered | None, dependencies: set[Key]) -> Iterator[str]:
    if rendered is None or stored is None:
        if stored is not None or rendered is not None:
            yield "is published but should not be" if stored else "is not published but should be"
        return
    for name, value in write.columns(rendered).items():
        if getattr(stored, name) != value:
            yield f"{name} differs"
    recorded = {(row.kind, row.object_id) for row in stored.dependencies.all()}
    if recorded != dependencies:
        yield f"dependencies differ: {sorted(recorded ^ dependencies)}"
    yield from _compare_placements(kind, stored, rendered)
    yield from _compare_words(stored, rendered)


def _compare_placements(kind: str, stored: Publication, rendered: Rendered) -> Iterator[str]:
    rows = {row.site_id: row for row in stored.placements.all()}
    for placed in rendered.placements:
        row = rows.pop(placed.site_id, None)
        if row is None:
            yield f"is not placed on site {placed.site_id}"
            continue
        for name, value in write.placement_columns(kind, rendered, placed).items():
            if write.plain(getattr(row, name)) != value:
                yield f"{name} on site {placed.site_id} differs"
        if write.tags_of(row) != write.tag_columns(placed):
            yield f"tags on site {placed.site_id} differ"
    yield from (f"is placed on site {site_id} and should not be" for site_id in rows)


def _compare_words(stored: Publication, rendered: Rendered) -> Iterator[str]:
    if stored.kind != index.SEARCHED:
        return
    row = getattr(stored, "search_text", None)  # None: it has none
    body, sites = write.columns(rendered)["body"], [placed.site_id for placed in rendered.placements]
    wrong = [
        name
        for name, value in index.columns(words_of(from_json(body)), sites).items()
        if getattr(row, name, None) != value
    ]
    yield from (f"the {name} that it is found by differs" for name in wrong)


def replay(site_id: int) -> dict[Any, tuple[str, str]]:
    """A site's changes from the first on: what a reader that followed them holds, (path, hash) by identity."""
    held: dict[Any, tuple[str, str]] = {}
    for change in Change.objects.filter(site_id=site_id).order_by("seq").iterator():
        if change.op == Op.UPSERT:
            held[change.identity] = (change.path, change.content_hash)
        else:
            held.pop(change.identity, None)
    return held


def _replay_differences() -> Iterator[str]:
    placed: dict[int, dict[Any, tuple[str, str]]] = {}
    stored = Placement.objects.values_list("site_id", "publication_id", "path", "publication__content_hash")
    for site_id, identity, path, digest in stored.iterator():
        placed.setdefault(site_id, {})[identity] = (path, digest)
    for site_id in sorted(house.site_id for house in Houses()):
        held, there = replay(site_id), placed.get(site_id, {})
        for identity in sorted({*held, *there}):
            if held.get(identity) != there.get(identity):
                thing = Identity.objects.get(pk=identity)
                yield f"{thing.kind} {thing.object_id}: the changes of site {site_id} do not lead to its placement"
