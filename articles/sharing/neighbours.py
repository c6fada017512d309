"""Neighbours: the shared articles that must be placed anew when a page above them, or one with their slug, changes."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from itertools import chain

from django.contrib.contenttypes.models import ContentType
from wagtail.models import Page

from articles.models.article import Article
from articles.models.index import ArticleIndex
from articles.models.share import Share
from articles.sharing.berth import ID_LENGTH
from cms.pipeline.publish.batch import Placing
from cms.pipeline.publish.context import Key
from cms.pipeline.publish.draft import ChangeDraft
from cms.pipeline.publish.houses import Houses
from cms.pipeline.publish.models import Op, Placement

Pair = tuple[int, int]  # an article and a site


def neighbours(pages: Collection[int], drafts: Collection[ChangeDraft], houses: Houses) -> dict[Key, Placing]:
    """By article; see kinds.register_neighbours()."""
    if not Share.objects.exists():
        return {}
    return together(chain(_below_pages(pages, houses), _below_paths(drafts), _namesakes(drafts, houses)))


def together(pairs: Iterable[Pair]) -> dict[Key, Placing]:
    """One placing an article."""
    sites: dict[int, set[int]] = defaultdict(set)
    for article, site_id in pairs:
        sites[article].add(site_id)
    return {("page", article): Placing(frozenset(found)) for article, found in sites.items()}


def carried_on(site_id: int) -> Iterator[Pair]:
    """The articles of others that a site shows."""
    rows = Placement.objects.filter(site=site_id, kind="page", shared=True)
    yield from ((pk, site_id) for pk in rows.values_list("publication__identity__object_id", flat=True))


def shared_articles() -> Iterator[int]:
    """All that are shared with anybody."""
    yield from Article.objects.filter(live=True, share__recalled_at=None, share__isnull=False).values_list(
        "pk", flat=True
    )


def _below_pages(pages: Collection[int], houses: Houses) -> Iterator[Pair]:
    """What stands below these pages. Below a list with nothing yet everything may: it may have come just now."""
    is_list = ContentType.objects.get_for_model(ArticleIndex).pk
    rows = Page.objects.filter(pk__in=pages, numchild__gt=0) | Page.objects.filter(pk__in=pages, content_type=is_list)
    for path, url_path, content_type in rows.values_list("path", "url_path", "content_type"):
        address = houses.locate(path, url_path)
        if address is None or not ArticleIndex.objects.filter(path__startswith=path).exists():
            continue
        site_id = address.house.site_id
        found = list(carried_on(site_id))
        yield from found
        if not found and content_type == is_list:
            yield from ((pk, site_id) for pk in shared_articles())


def _below_paths(drafts: Collection[ChangeDraft]) -> Iterator[Pair]:
    """What stands below a path that was left."""
    left: dict[int, set[str]] = defaultdict(set)
    for draft in drafts:
        path = draft.path if draft.op == Op.DELETE else draft.previous_path
        if path and draft.kind == "page" and draft.type != Article.wire_type:
            left[draft.site_id].add(path)
    for site_id, paths in left.items():
        rows = Placement.objects.filter(site=site_id, kind="page", shared=True)
        for article, path in rows.values_list("publication__identity__object_id", "path"):
            if any(path.startswith(above) for above in paths):
                yield article, site_id


def _namesakes(drafts: Collection[ChangeDraft], houses: Houses) -> Iterator[Pair]:
    """Who may have an address that was taken or left, or may have wanted it."""
    names: dict[str, set[int]] = defaultdict(set)
    for draft in drafts:
        for path in draft.paths if draft.kind == "page" else ():
            for slug in _wanting(path.rstrip("/").rpartition("/")[2], houses):
                names[slug].add(draft.site_id)
    if not names:
        return
    found = Article.objects.filter(slug__in=names, live=True, share__recalled_at=None, share__isnull=False)
    for pk, slug in found.values_list("pk", "slug"):
        yield from ((pk, site_id) for site_id in names[slug])


def _wanting(name: str, houses: Houses) -> Iterator[str]:
    """The slugs that an article may have whose address ends like this; see berth.py."""
    yield name
    stem, _, last = name.rpartition("-")
    numbered = stem if len(last) == ID_LENGTH and set(last) <= set("0123456789abcdef") else ""
    for longer in filter(None, (name, numbered)):
        for house in houses:
            if longer.endswith(f"-{house.slug}"):
                yield longer.removesuffix(f"-{house.slug}")
