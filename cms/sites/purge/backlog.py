"""The backlog: what one cache has yet to be told.

Each tag is told twice: at once, and ten seconds later. An answer that was being made while the change was committed may
be stored just after the first purge, old as it is; the second one takes it out. Ten seconds are more than a cache waits
for an answer (first_byte_timeout in docs/operate/varnish.vcl).
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import takewhile
from typing import NamedTuple
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.utils import timezone

from cms.pipeline.publish.models import Change, Counter
from cms.sites import cache_tags
from cms.sites.models import Frontend, PurgedCache, PurgeNote

AGAIN = timedelta(seconds=10)
ROWS = 500  # changes of a site that are told at a time
ENOUGH = 2000  # tags at a time, or a little more: some twenty-five requests
FAR = 20_000  # a cache that is further behind on a site is emptied instead


class Position(NamedTuple):
    """The newest number of a site that was told, and told again."""

    seq: int
    again: int


@dataclass
class Backlog:
    """Tags, and what is to be written down once the cache has taken them."""

    tags: dict[str, None] = field(default_factory=dict)
    everything: bool = False
    positions: dict[int, Position] = field(default_factory=dict)
    first: list[int] = field(default_factory=list)  # notes that are told for the first time
    second: list[int] = field(default_factory=list)


class _Site(NamedTuple):
    slug: str
    version: int
    floor: int


class _Row(NamedTuple):
    """A change as cache_tags reads it."""

    seq: int
    kind: str
    type: str
    identity: UUID
    path: str
    previous_path: str
    at: datetime


def of(cache: PurgedCache) -> Backlog:
    """What this cache is to be told now, or the first part of it; nothing, most of the time.

    Four queries, and two for each site that changed.
    """
    known = {p.site_id: Position(p.seq, p.again) for p in cache.positions.all()}
    # Positions first: what another process tells meanwhile makes its version newer, never older than the position.
    sites, due = _sites(), timezone.now() - AGAIN
    backlog = Backlog()
    for site_id, site in sites.items():
        if len(backlog.tags) < ENOUGH:
            _follow(backlog, site_id, site, known.get(site_id), due)
    if cache.everything or backlog.everything:
        return _everything(cache, sites)
    if len(backlog.tags) < ENOUGH:
        _notes(backlog, cache, due)
    return backlog


def _sites() -> dict[int, _Site]:
    counter = Counter.objects.filter(site=OuterRef("site"))
    columns = Subquery(counter.values("version")), Subquery(counter.values("floor"))
    found = Frontend.objects.order_by("site").values_list("site", "slug", *columns)
    return {site: _Site(slug, version or 0, floor or 0) for site, slug, version, floor in found}


def _follow(backlog: Backlog, site_id: int, site: _Site, told: Position | None, due: datetime) -> None:
    """What happened on a site. One that is new is told whole: there may have been another under its name."""
    if told is None:
        _add(backlog, [cache_tags.site(site.slug), cache_tags.SITES])
        backlog.positions[site_id] = Position(site.version, site.version)
        return
    # Forgotten, newer than a restored backup, or more than is worth telling.
    if not site.floor <= told.seq <= site.version or site.version - told.seq > FAR:
        backlog.everything = True
        return
    if told.again == site.version:
        return
    fresh = _rows(site_id, told.seq, site.version) if told.seq < site.version else []
    late = list(takewhile(lambda row: row.at <= due, _rows(site_id, told.again, told.seq)))
    for row in (*fresh, *late):
        _add(backlog, cache_tags.stale(site.slug, row))
    seq, again = _reached(fresh, told.seq), _reached(late, told.again)
    if (seq, again) != told:
        backlog.positions[site_id] = Position(seq, again)


def _rows(site_id: int, after: int, until: int) -> list[_Row]:
    found = Change.objects.filter(site=site_id, seq__gt=after, seq__lte=until).order_by("seq")
    return [_Row(*row) for row in found.values_list(*_Row._fields)[:ROWS]]


def _reached(rows: list[_Row], before: int) -> int:
    return rows[-1].seq if rows else before


def _notes(backlog: Backlog, cache: PurgedCache, due: datetime) -> None:
    found = cache.notes.order_by("pk").values_list("pk", "tag")
    first, second = list(found.filter(told=False)[:ROWS]), list(found.filter(told=True, at__lte=due)[:ROWS])
    backlog.first, backlog.second = [pk for pk, _ in first], [pk for pk, _ in second]
    _add(backlog, [tag for _, tag in (*first, *second)])


def _everything(cache: PurgedCache, sites: dict[int, _Site]) -> Backlog:
    notes = PurgeNote.objects.filter(cache=cache).values_list("pk", flat=True)
    return Backlog(
        tags={cache_tags.EVERYTHING: None},
        everything=True,
        positions={site_id: Position(site.version, site.version) for site_id, site in sites.items()},
        second=list(notes),
    )


def _add(backlog: Backlog, tags: list[str]) -> None:
    backlog.tags.update(dict.fromkeys(tags))
