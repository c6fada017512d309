"""The flush: the last step of a publishing transaction.

It renders what was noted, places it, redacts what mentioned anything withdrawn, leaves touches for the worker and
numbers the changes. Counters are locked last and in site order, so two flushes never wait for each other.
"""

from collections import defaultdict
from itertools import islice
from typing import Any

from cms.pipeline.publish import collector, kinds, number, placing, redact, write
from cms.pipeline.publish.batch import Batch
from cms.pipeline.publish.context import Key, RenderContext
from cms.pipeline.publish.draft import ChangeDraft
from cms.pipeline.publish.errors import PublishError, RenderRefused
from cms.pipeline.publish.kinds import Rendered
from cms.pipeline.publish.models import Publication, Reason, Touch
from cms.pipeline.publish.sheet import Sheet

PART = 500  # things that are rendered and stored together


def flush(batch: Batch) -> None:
    """Publish what the batch noted. RenderRefused for what was meant rolls the whole transaction back."""
    if not batch.noted and not batch.placings:
        return
    context = RenderContext()
    results: dict[Key, write.Written] = {}
    todo = {key: reason for key, reason in batch.noted.items() if kinds.publishable(key[0])}
    done: set[Key] = set()
    while todo:
        now = kinds.next_in_turn(todo)
        done |= now.keys()
        found = _in_parts(now, batch.meant, context)
        number.leave(_drafts(found), context.houses)
        results |= found
        later = {key: reason for key, reason in todo.items() if key not in now}
        todo = _below(found, now, done) | _following(found, now, done) | later
    placed = _placed(batch, results, context)
    redacted = _redacted(results, context)
    number.leave(placed + redacted, context.houses)
    Touch.objects.bulk_create(Touch(kind=kind, object_id=pk) for kind, pk in sorted(_outward(batch, results)))
    number.number(_drafts(results) + placed + redacted, context.houses)


def _drafts(results: dict[Key, write.Written]) -> list[ChangeDraft]:
    return [draft for written in results.values() for draft in written.drafts]


def _placed(batch: Batch, results: dict[Key, write.Written], context: RenderContext) -> list[ChangeDraft]:
    """What others carry, put where it belongs now; what was just rendered stands there already."""
    turned = {key[1] for key, written in results.items() if key[0] == "page" and written.outward}
    wanted = {key: spot for key, spot in batch.placings.items() if key not in results}
    return placing.place(wanted, turned, _drafts(results), context)


def _redacted(results: dict[Key, write.Written], context: RenderContext) -> list[ChangeDraft]:
    """Take what was withdrawn out of everything stored, and who changed out of what could not be rendered anew."""
    withdrawn = {key: context.identity(*key) for key, written in results.items() if written.withdrawn}
    kept = {context.identity(*key) for key, written in results.items() if written.kept}
    told = (key for key, written in results.items() if written.outward and kinds.is_personal(key[0]))
    personal = {key: context.identity(*key) for key in told}
    return redact.redact_mentions(withdrawn) + redact.redact_these(kept, personal)


def _outward(batch: Batch, results: dict[Key, write.Written]) -> set[Key]:
    """What others may show otherwise now, for the worker to follow up."""
    unpublished = {key for key in batch.noted if not kinds.publishable(key[0])}
    # What was never public is withdrawn from nowhere, but what names it may look otherwise once it is gone.
    gone = {key for key, reason in batch.noted.items() if reason is Reason.DELETED}
    return unpublished | gone | {key for key, written in results.items() if written.outward}


def _in_parts(wanted: dict[Key, Reason], meant: set[Key], context: RenderContext) -> dict[Key, write.Written]:
    """When a site gets another address, all its pages follow at once: so many at a time that they fit into memory."""
    todo, results = iter(wanted.items()), dict[Key, write.Written]()
    while part := dict(islice(todo, PART)):
        with collector.resting():
            results |= publish_things(part, meant, context)
    return results


def publish_things(wanted: dict[Key, Reason], meant: set[Key], context: RenderContext) -> dict[Key, write.Written]:
    """Render and store these things; those that are neither public nor stored are left out of the answer.

    What was only reached and cannot be rendered keeps its stored text and is placed where it now belongs: a page with
    a broken block must not keep the page above it from being withdrawn or moved.
    """
    context.meet(wanted)
    locked = write.lock([context.identity(*key) for key in wanted])
    new = [key for key in wanted if context.identity(*key) not in locked]
    kinds.foresee(write.shown(locked.values()) | kinds.guessed(new), context)
    rendered: dict[Key, tuple[Rendered | None, set[Key]]] = {}
    results: dict[Key, write.Written] = {}
    sheet = Sheet()
    for key, instance in kinds.load(wanted).items():
        try:
            rendered[key] = render(key, instance, context)
        except RenderRefused as refusal:
            if key in meant:
                raise
            results |= _keep(sheet, key, instance, locked.get(context.identity(*key)), refusal, wanted[key], context)
    # What leaves makes room for what comes.
    for key in sorted(rendered, key=lambda key: rendered[key][0] is not None):
        result, dependencies = rendered[key]
        identity = context.identity(*key)
        old = locked.get(identity)
        if result is not None:
            results[key] = write.write(sheet, key, result, dependencies, old or identity, wanted[key])
        elif old is not None:
            results[key] = write.withdraw(old, wanted[key])
    sheet.store()
    return results


def _keep(
    sheet: Sheet,
    key: Key,
    instance: Any,
    old: Publication | None,
    refusal: RenderRefused,
    reason: Reason,
    context: RenderContext,
) -> dict[Key, write.Written]:
    """A thing that cannot be rendered stays as it was stored, in its new place; if it never was, it stays away."""
    if old is None:
        return {}
    with context.recording():
        seen = kinds.get(key[0]).see(instance, context)
    return {key: write.keep(sheet, old, seen, refusal, reason) if seen else write.withdraw(old, reason)}


def render(key: Key, instance: Any, context: RenderContext) -> tuple[Rendered | None, set[Key]]:
    """One thing and what it depends on; (None, …) if nobody may see it."""
    with context.recording() as dependencies:
        if instance is None:
            return None, set()
        try:
            result = kinds.get(key[0]).render(instance, context)
        except PublishError:
            raise
        except Exception as error:
            raise RenderRefused(str(instance), type(instance)._meta.verbose_name, repr(error)) from error
    dependencies.discard(key)
    return result, dependencies if result else set()


def _below(results: dict[Key, write.Written], todo: dict[Key, Reason], done: set[Key]) -> dict[Key, Reason]:
    """What must be placed anew because the anchor above it changed."""
    above: dict[tuple[str, Reason], list[int]] = defaultdict(list)
    for (kind, pk), written in results.items():
        if written.anchor_changed:
            reason = todo[kind, pk] if todo[kind, pk] is Reason.RESTRICTED else Reason.CHANGED
            above[kind, reason].append(pk)
    following: dict[Key, Reason] = {}
    for (above_kind, reason), changed in above.items():
        for kind, pks in kinds.get(above_kind).below(changed).items():
            following |= {(kind, pk): reason for pk in pks if (kind, pk) not in done}
    return following


def _following(results: dict[Key, write.Written], todo: dict[Key, Reason], done: set[Key]) -> dict[Key, Reason]:
    """What must be placed anew because a page that it leads to, or that stood in its place, came, went or moved."""
    following: dict[Key, Reason] = {}
    for reason in (Reason.CHANGED, Reason.RESTRICTED):  # what leads to a page that became private never was either
        turned = [
            (key[1], written)
            for key, written in results.items()
            if key[0] == "page"
            and written.anchor_changed
            and (todo[key] is Reason.RESTRICTED) == (reason is Reason.RESTRICTED)
        ]
        if turned:
            spots = {(draft.site_id, path) for _, written in turned for draft in written.drafts for path in draft.paths}
            found = kinds.following([pk for pk, _ in turned], spots)
            following |= {(kind, pk): reason for kind, pks in found.items() for pk in pks if (kind, pk) not in done}
    return following
