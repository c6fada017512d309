"""Carried: a shared article's placements on the sites that show it."""

from collections.abc import Iterator
from dataclasses import replace

from django.db.models import prefetch_related_objects

from articles.models.article import Article
from articles.sharing import beside
from articles.sharing.berth import Berth, berths
from articles.sharing.carriers import READ_TOGETHER, share_of
from cms.core import shapes
from cms.core.render import crumbs_of
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.houses import STEP, Address, House
from cms.pipeline.publish.kinds import Placed


def read(articles: list[Article]) -> None:
    """Read for all of them together what places() asks of each."""
    shared = [article for article in articles if _is_shared(article)]
    if shared:
        prefetch_related_objects(shared, *READ_TOGETHER)
        beside.look(shared)


def places(article: Article, own: Placed, context: RenderContext) -> Iterator[Placed]:
    """Where other sites show it; of `own`, what is the same everywhere."""
    home = context.houses.get(own.site_id)
    if home is None or context.preview or not _is_shared(article):
        return
    found = list(berths(article, context))
    _foresee(found, context)
    for berth in found:
        yield _placed(article, own, home, berth, context)


def _is_shared(article: Article) -> bool:
    """Or was: carriers() knows what was recalled."""
    return share_of(article) is not None


def _foresee(found: list[Berth], context: RenderContext) -> None:
    """Read in one query the pages of all breadcrumbs."""
    from cms.core.references import pages_at

    pages_at([step for berth in found for step in _steps(berth)], context)


def _steps(berth: Berth) -> list[str]:
    """The index and the pages above it, from the start page on."""
    root = berth.address.root.tree_path
    return [berth.index.path[:end] for end in range(len(root), len(berth.index.path) + 1, STEP)]


def _placed(article: Article, own: Placed, home: House, berth: Berth, context: RenderContext) -> Placed:
    carrier = berth.carrier
    house = berth.address.house
    at = Address(house, berth.address.root, f"{berth.address.path}{berth.slug}/")
    said = carrier.carriage
    _, crumbs, parent = crumbs_of(berth.address.root.tree_path, _steps(berth), context)
    shown_at = (said.shown_at if said else None) or own.shown_at
    overlay = shapes.OnSite(
        site=house.slug,
        path=at.path,
        url=at.url,
        shared={
            "from": {"site": home.slug, "name": home.name, "url": own.url},
            "at": carrier.since,
            "noindex": article.share.noindex,
        },
        introduction=(said.introduction if said else "") or None,
        pinned=bool(said and said.pinned),
        shown_at=shown_at,
    )
    return replace(
        own,
        site_id=house.site_id,
        overlay=overlay,
        page_overlay=shapes.PageOnSite(breadcrumbs=crumbs),
        path=at.path,
        url=at.url,
        parent=parent,
        tree_path=berth.index.path + article.path[-STEP:],
        shown_at=shown_at,
        pinned=overlay.pinned,
        shared=True,
        noindex=own.noindex or article.share.noindex,
    )
