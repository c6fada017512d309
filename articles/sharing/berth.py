"""Berth: where a carrier shows an article. Under its article list, at the article's slug; where that is taken, with the
home site's slug behind it, and where that is taken too, with the beginning of the article's id."""

from collections.abc import Iterator
from dataclasses import dataclass

from wagtail.models import Page

from articles.models.article import Article
from articles.sharing.beside import Beside, around, look
from articles.sharing.carriers import Carrier, carriers
from articles.sharing.federation import Federation
from articles.sharing.indexes import Indexes
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.houses import STEP, Address, House

ID_LENGTH = 8


@dataclass(frozen=True)
class Berth:
    """The carrier, the list it stands in, and the last step of its path."""

    carrier: Carrier
    index: Page
    address: Address
    slug: str


def berths(article: Article, context: RenderContext) -> Iterator[Berth]:
    """Where all carriers that are asked about show it; one without an article list has no place for it."""
    for carrier, index, address in _moored(article, context):
        yield Berth(carrier, index, address, _slug(article, index, context))


def _moored(article: Article, context: RenderContext) -> list[tuple[Carrier, Page, Address]]:
    """The carriers of an article, among those that are asked about, and the lists where it stands."""
    return context.once(("moored", article.pk, context.sites), lambda: list(_moor(article, context)))


def _moor(article: Article, context: RenderContext) -> Iterator[tuple[Carrier, Page, Address]]:
    house, federation = _home(article, context), Federation.of(context)
    home = federation.on(house.site_id) if house and not context.private(article.path) else None
    if home is None:
        return
    indexes = Indexes.of(context)
    for carrier in carriers(article, home, federation, context.sites):
        found = indexes.find(carrier.member.site_id, article.locale.language_code, carrier.carriage)
        if found:
            yield carrier, *found


def _home(article: Article, context: RenderContext) -> House | None:
    address = context.houses.locate(article.path, article.url_path)
    return address.house if address else None


def _slug(article: Article, index: Page, context: RenderContext) -> str:
    """The last step of its path there."""
    home = _home(article, context)
    beside = article.beside or look([article])[0]
    losers = _losers(beside, index, context)
    if home is None or article.pk not in losers:
        return article.slug
    longer = f"{article.slug}-{home.slug}"
    before = losers[: losers.index(article.pk)]
    at_home = {mate.pk for mate in beside.articles if _home(mate, context) == home}
    if at_home.intersection(before) or _is_taken(longer, home, index, context):
        return f"{longer}-{context.identity('page', article.pk).hex[:ID_LENGTH]}"
    return longer


def _losers(beside: Beside, index: Page, context: RenderContext) -> list[int]:
    """Of the articles with one slug that stand below the list, those that do not have it as their address there, in
    their order: a page of the site's own has it, else who was shared first."""
    here = [mate.pk for mate in beside.articles if _stands_in(mate, index, context)]
    return here if _has_own(beside, index, context) else here[1:]


def _stands_in(article: Article, index: Page, context: RenderContext) -> bool:
    return any(found.path == index.path for _, found, _ in _moored(article, context))


def _has_own(beside: Beside, index: Page, context: RenderContext) -> bool:
    """Whether a public page with the slug stands right below the list."""
    return any(path[:-STEP] == index.path and not context.private(path) for path in beside.pages)


def _is_taken(longer: str, home: House, index: Page, context: RenderContext) -> bool:
    """Whether something else has, or may want, this address: a page, an article by its own slug, or another slug and
    home that are written the same together."""
    beside = _beside(longer, context)
    if _has_own(beside, index, context) or any(_stands_in(mate, index, context) for mate in beside.articles):
        return True
    for house in context.houses:
        if house != home and longer.endswith(f"-{house.slug}"):
            others = _beside(longer.removesuffix(f"-{house.slug}"), context)
            lost = _losers(others, index, context)
            if any(mate.pk in lost and _home(mate, context) == house for mate in others.articles):
                return True
    return False


def _beside(slug: str, context: RenderContext) -> Beside:
    return context.once(("beside", slug), lambda: around({slug})[slug])
