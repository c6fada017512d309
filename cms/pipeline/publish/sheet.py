"""A sheet: what a batch of renders has to write, stored with few statements however many things there are.

`write` puts rows on it one thing at a time; nothing reaches the database before `store`.
"""

from collections import defaultdict
from datetime import datetime
from uuid import UUID

from django.db.models import F, Q

from cms.pipeline.publish import many
from cms.pipeline.publish.kinds import Placed
from cms.pipeline.publish.models import Dependency, PastPath, Placement, PlacementTag, Publication, SearchText
from cms.pipeline.publish.search import index

# How a publication looks that is up to date, whatever it says.
SETTLED = {"failure": "", "attempts": 0, "retry_at": None, "behind_since": None, "rendered": F("wanted")}


class Sheet:
    """Rows that are to be written. A thing stands on it once."""

    def __init__(self) -> None:
        self._new: list[Publication] = []
        self._changed: dict[tuple[str, ...], list[Publication]] = defaultdict(list)
        self._settled: dict[tuple[datetime | None, str], list[UUID]] = defaultdict(list)
        self._lost: list[int] = []  # dependencies
        self._gained: list[Dependency] = []
        self._placements: list[tuple[Placement, Placed, bool]] = []
        self._coming: list[Placement] = []
        self._removed: list[int] = []  # placements
        self._words: list[SearchText] = []

    def publication(self, row: Publication, *fields: str) -> None:
        """The row, or only these fields of it."""
        if row._state.adding:
            self._new.append(row)
        else:
            self._changed[fields].append(row)

    def settled(self, row: Publication) -> None:
        """Nothing that is told of it has changed; it was rendered, and that is all."""
        self._settled[row.render_again_at, row.fingerprint].append(row.pk)

    def dependencies(self, lost: list[int], gained: list[Dependency]) -> None:
        self._lost += lost
        self._gained += gained

    def placement(self, row: Placement, placed: Placed, *, comes: bool, retagged: bool) -> None:
        """`comes`: to a path where it did not stand before."""
        self._placements.append((row, placed, retagged))
        if comes and row.path_key:
            self._coming.append(row)

    def removed(self, placement: Placement) -> None:
        self._removed.append(placement.pk)

    def words(self, row: SearchText | None) -> None:
        """What a page is found by; None if that stands as it should."""
        if row:
            self._words.append(row)

    def store(self) -> None:
        """Write it all."""
        many.insert(self._new)
        for fields, rows in self._changed.items():
            many.update(rows, fields)
        for (again_at, code), pks in self._settled.items():
            now = SETTLED | {"render_again_at": again_at, "fingerprint": code}
            Publication.objects.filter(pk__in=pks).update(**now)
        if self._lost:
            Dependency.objects.filter(pk__in=self._lost).delete()
        many.insert(self._gained)
        if self._removed:
            Placement.objects.filter(pk__in=self._removed).delete()
        self._place()
        index.store(self._words)

    def _place(self) -> None:
        self._make_room()
        new = [row for row, _, _ in self._placements if row._state.adding]
        many.update([row for row, _, _ in self._placements if not row._state.adding])
        Placement.objects.bulk_create(new)  # which learn their keys, for the tags that hang on them
        self._tag()

    def _make_room(self) -> None:
        """Nothing else stands on the paths that are taken now, and they are nobody's past.

        Two pages may change places: whoever stands there gets a new path in the same transaction.
        """
        spots: dict[tuple[int, str], Placement] = {}
        for row in self._coming:
            spot = (row.site_id, str(row.path_key))
            if spot in spots:
                spots[spot].path_key = None  # the last one has it
            spots[spot] = row
        if not spots:
            return
        by_site: dict[int, list[str]] = defaultdict(list)
        for site_id, key in spots:
            by_site[site_id].append(key)
        taken = Q()
        for site_id, keys in by_site.items():
            taken |= Q(site_id=site_id, path_key__in=keys)
        PastPath.objects.filter(taken).delete()
        standing = {(row.site_id, row.path_key): row.pk for row in spots.values()}
        found = Placement.objects.filter(taken).values_list("pk", "site_id", "path_key")
        others = [pk for pk, site_id, key in found if standing[site_id, key] != pk]
        if others:
            Placement.objects.filter(pk__in=others).update(path_key=None)

    def _tag(self) -> None:
        retagged = [(row, placed) for row, placed, changed in self._placements if changed]
        if not retagged:
            return
        PlacementTag.objects.filter(placement__in=[row.pk for row, _ in retagged]).delete()
        many.insert([PlacementTag.of(row, slug, name) for row, placed in retagged for slug, name in placed.tags])
