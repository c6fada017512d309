"""Very many rows, straight into the tables, so that a database chooses as it would where much is published."""

import json
import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from django.db import connection
from wagtail.models import Page, Site

from cms.pipeline.publish import many
from cms.pipeline.publish.collation import swedish_key
from cms.pipeline.publish.models import (
    Change,
    Counter,
    Identity,
    PastPath,
    Placement,
    PlacementTag,
    Publication,
    SearchText,
)
from cms.pipeline.publish.paths import key_of, path_key
from cms.pipeline.publish.search.adapter import adapter
from cms.sites.models import Frontend

MARK = "crowd"  # in the place of a fingerprint
LARGE, SITES, EACH = 2000, 25, 100  # pages of one site, other sites, pages of each of these
TREE = "ZZ{site:02}0001"  # of a site's home; beyond every path that treebeard has given
CARD = {
    **{
        "type": "article",
        "site": "x",
        "lead": "",
        "language": "sv",
        "canonical_url": "",
        "image": None,
        "tags": [],
        "authors": [],
        "body": [],
    },
    **dict.fromkeys(("published_at", "updated_at"), "2026-01-01T00:00:00Z"),
}


# On the large site: pages below which much and little lies, tags of many and few pages.
SLUG = "sajt-0"
HOME, INDEX, SECTION = (uuid.UUID(int=number) for number in (1, 2, 3))
COMMON, RARE = "vanlig", "ovanlig"


def gather() -> int:
    """Build it; the large site's key. The caller's transaction rolls it back."""
    root = Page.objects.get(depth=1)
    sites = [_site(root, number) for number in range(SITES + 1)]
    publications, placements = [], []
    for number, site in enumerate(sites):
        for row in range(EACH if number else LARGE):
            placement, publication = _page(site, number, row)
            placements.append(placement)
            publications.append(publication)
    many.insert([Identity(uuid=one.pk, kind="page", object_id=1_000_000 + at) for at, one in enumerate(publications)])
    many.insert(publications)
    many.insert(placements)
    keys = dict(Placement.objects.values_list("publication_id", "pk"))
    for one in placements:
        one.pk = keys[one.publication_id]
    many.insert([tag for at, one in enumerate(placements) for tag in _tags(at, one)])
    _words(placements)
    _changes(placements)
    _old_addresses(placements[::4])
    Counter.objects.update(version=10 * LARGE)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
        if connection.vendor == "postgresql":
            # It reads some thousand rows through as quickly: need it do that? And random reading is as on a disk of
            # today, where it costs no more.
            for setting in ("enable_seqscan = off", "enable_mergejoin = off", "enable_hashjoin = off"):
                cursor.execute(f"SET LOCAL {setting}")
            cursor.execute("SET LOCAL random_page_cost = 1.1")
    return sites[0].pk


def _site(root: Page, number: int) -> Site:
    home = root.add_child(instance=Page(title=f"Sajt {number}", slug=f"sajt-{number}"))
    site = Site.objects.create(hostname=f"sajt-{number}.example", root_page=home)
    names = {"slug": f"sajt-{number}", "name": f"Sajt {number}", "base_url": f"https://sajt-{number}.example"}
    Frontend.objects.bulk_create([Frontend(site=site, **names)])
    Counter.objects.update_or_create(site=site)
    return site


def _page(site: Site, number: int, row: int) -> tuple[Placement, Publication]:
    """The first three of the large site are its home, its index, and a section with a few pages."""
    pk = uuid.UUID(int=row + 1) if number == 0 and row < 3 else uuid.uuid4()
    type_ = "page" if row < 3 or row % 13 == 0 else "article"
    seldom = row % 97 == 5
    tree = TREE.format(site=number)
    below = ["", "0001", "0002"][row] if row < 3 else ("0002" if seldom else "0001") + f"{row:04}"
    body = json.dumps(CARD | {"id": str(pk), "title": f"Rubrik {row}"})
    day = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(hours=row, minutes=number)
    path = f"/aktuellt/{row}/"
    parent = HOME if row < 3 else SECTION if seldom else INDEX
    placement = Placement(
        site=site, publication_id=pk, kind="page", type=type_, language="en" if row % 11 == 1 else "sv",
        path=path, path_key=path_key(path), url=path, parent=uuid.UUID(int=parent.int + 10 * number),
        tree_path=tree + below, title_key=swedish_key(f"Rubrik {row}"), shared=row % 12 == 1,
        shown_at=day, published_at=day, updated_at=day, overlay=f'"path":"{path}","url":"{path}"',
    )  # fmt: skip
    told = {"kind": "page", "type": type_, "content_hash": "0", "fingerprint": MARK}
    return placement, Publication(identity_id=pk, body=body, card=body, **told)


def _tags(at: int, placement: Placement) -> Iterator[PlacementTag]:
    for slug, every in ((COMMON, 2), (RARE, 200), (f"t{at % 30}", 10)):
        if at % every == 0:
            yield PlacementTag.of(placement, slug, slug)


def _words(placements: list[Placement]) -> None:
    texts = []
    for at, one in enumerate(placements):
        words = f"rubrik nummer {at} om {'nålar' if at == 7 else 'höstackar'}"
        told = {"title": f"Rubrik {at}", "text": words, "scope": f"s{one.site_id}"}
        texts.append(SearchText(publication_id=one.publication_id, **told))
    many.insert(texts)
    stored = SearchText.objects.filter(publication__in=Publication.objects.filter(fingerprint=MARK))
    adapter().indexed([(text.pk, text.title, text.lead, text.text, [text.scope]) for text in stored])


def _changes(placements: list[Placement]) -> None:
    told = {"op": "upsert", "kind": "page", "type": "page"}
    many.insert(
        [
            Change(site_id=one.site_id, seq=at, identity=one.publication_id, path=one.path, at=one.shown_at, **told)
            for at, one in enumerate(placements, 1)
        ]
    )


def _old_addresses(pages: list[Placement]) -> None:
    """For each of these a path that it left, and a redirect to it."""
    past, identities, publications, placements, changes = [], [], [], [], []
    for seq, row in enumerate(pages, 5 * LARGE):
        path = f"/gammalt/{row.publication_id}/"
        where = {"site_id": row.site_id, "path": path}
        past.append(
            PastPath(**where, path_key=path_key(path), identity=row.publication_id, reason="moved", at=row.updated_at)
        )
        pk = uuid.uuid4()
        to = {"kind": "external", "url": "https://www.example.se/", "title": "X"}
        body = json.dumps({"id": str(pk), "from": path, "to": to, "permanent": True, "content_hash": "0"})
        identities.append(Identity(uuid=pk, kind="redirect", object_id=row.pk))
        publications.append(
            Publication(identity_id=pk, kind="redirect", type="redirect", body=body, content_hash="0", fingerprint="0")
        )
        key = key_of("redirect", f"/omdirigerad{path}")
        placements.append(
            Placement(**where, publication_id=pk, kind="redirect", type="redirect", path_key=key, url=path)
        )
        told = {"op": "upsert", "kind": "redirect", "type": "redirect", "identity": pk, "at": row.updated_at}
        changes.append(Change(**where, **told, seq=seq))
    for rows in (changes, past, identities, publications, placements):
        many.insert(rows)
