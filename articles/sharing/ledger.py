"""Ledger: which sites an article reaches, and what each does with it."""

from dataclasses import dataclass
from datetime import datetime

from articles.models import Article
from articles.sharing.beside import with_shares
from articles.sharing.carriers import State, reached
from articles.sharing.federation import Federation
from cms.pipeline.publish.collation import swedish_key
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.models import Placement
from cms.sites.models import Frontend


@dataclass(frozen=True)
class Entry:
    """A site. `url` is empty where it does not show the article; `since` tells since when it does."""

    frontend: Frontend
    state: State
    since: datetime
    pinned: bool
    introduction: str
    url: str


def entries(article: Article) -> list[Entry]:
    """All sites that it reaches, by name."""
    context = RenderContext()
    federation = Federation.of(context)
    address = context.houses.locate(article.path, article.url_path)
    home = federation.on(address.house.site_id) if address else None
    if home is None:
        return []
    [read] = with_shares(Article.objects.filter(pk=article.pk))
    frontends = Frontend.objects.in_bulk()
    placed = Placement.objects.filter(
        kind="page", shared=True, publication__identity__kind="page", publication__identity__object_id=article.pk
    )
    urls = dict(placed.values_list("site", "url"))
    found = [
        Entry(
            frontends[one.member.frontend],
            one.state,
            one.since,
            bool(one.carriage and one.carriage.pinned),
            one.carriage.introduction if one.carriage else "",
            urls.get(one.member.site_id, ""),
        )
        for one in reached(read, home, federation)
    ]
    return sorted(found, key=lambda entry: swedish_key(entry.frontend.name))
