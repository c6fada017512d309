"""Placing: things that stay as they are, put where they now belong on the sites that carry them."""

from collections import defaultdict
from collections.abc import Iterable
from itertools import islice

from django.db.models import Prefetch

from cms.pipeline.publish import collector, kinds, write
from cms.pipeline.publish.batch import Placing
from cms.pipeline.publish.context import Key, RenderContext
from cms.pipeline.publish.draft import ChangeDraft
from cms.pipeline.publish.models import Placement, Publication
from cms.pipeline.publish.sheet import Sheet

PART = 100  # things that are placed together


def place(
    wanted: dict[Key, Placing], pages: set[int], drafts: Iterable[ChangeDraft], context: RenderContext
) -> list[ChangeDraft]:
    """Place these anew, and what stands beside them, these pages and what these changes tell of; the changes.

    Where a thing belongs is told by the tables that editors write, and never by where others are placed: so each is
    placed once, in whatever order.
    """
    made: list[ChangeDraft] = []
    todo, done = dict(wanted), dict[Key, Placing]()
    news = list(drafts)
    while True:
        beside = kinds.neighbours(pages, news, context.houses) if pages or news else {}
        for key, placing in beside.items():
            if not _covers(done.get(key), placing):
                todo[key] = todo[key] | placing if key in todo else placing
        if not todo:
            return made
        news = _in_parts(todo, context)
        made += news
        done |= {key: done[key] | placing if key in done else placing for key, placing in todo.items()}
        todo, pages = {}, set()


def _covers(done: Placing | None, asked: Placing) -> bool:
    if done is None or done.sites is None:
        return done is not None
    return asked.sites is not None and asked.sites <= done.sites


def _in_parts(wanted: dict[Key, Placing], context: RenderContext) -> list[ChangeDraft]:
    """Those that are placed on the same sites together."""
    alike: dict[Placing, list[Key]] = defaultdict(list)
    for key, placing in wanted.items():
        alike[placing].append(key)
    drafts: list[ChangeDraft] = []
    for placing, keys in alike.items():
        todo = iter(sorted(keys))
        while part := list(islice(todo, PART)):
            with collector.resting():
                drafts += _part(part, placing, context)
    return drafts


def _part(keys: list[Key], placing: Placing, context: RenderContext) -> list[ChangeDraft]:
    context.meet(keys)
    by_identity = {context.identity(*key): key for key in keys}
    held = Publication.objects.select_for_update().filter(pk__in=by_identity).order_by("pk")
    placements = Placement.objects.prefetch_related("tags")
    if placing.sites is not None:
        placements = placements.filter(site__in=placing.sites)
    rows = {
        by_identity[row.pk]: row for row in held.prefetch_related(Prefetch("placements", placements), "search_text")
    }
    drafts: list[ChangeDraft] = []
    sheet = Sheet()
    context.sites = placing.sites
    for (kind, pk), instance in kinds.load(rows).items():
        with context.recording():
            seen = kinds.get(kind).see(instance, context) if instance is not None else None
        if seen:  # else it is being withdrawn by whoever did that
            drafts += write.place(sheet, rows[kind, pk], seen, placing)
    context.sites = None
    sheet.store()
    return drafts
