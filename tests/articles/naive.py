"""Who carries what, worked out again apart from the product's code: slowly, from the models alone."""

from collections import defaultdict
from collections.abc import Iterator

from wagtail.models import Page, PageViewRestriction

from articles.models import Article, ArticleIndex, Carriage, Offer, Share, Subscription
from cms.pipeline.publish.models import Identity
from cms.pipeline.publish.paths import canonical
from cms.sites.models import Frontend
from organisation.models import Unit


def carried() -> dict[tuple[str, int], str]:
    """The path of every article that a site shows of another's, by site and article."""
    found: dict[tuple[str, int], str] = {}
    for receiver in Frontend.objects.all():
        by_list: dict[int, list[Article]] = defaultdict(list)
        for share in Share.objects.filter(recalled_at=None).order_by("shared_at", "article"):
            place = where(share.article, receiver)
            if place:
                by_list[place.pk].append(share.article)
        for place, articles in by_list.items():
            for article, name in named(ArticleIndex.objects.get(pk=place), articles):
                found[receiver.slug, article.pk] = f"{path(ArticleIndex.objects.get(pk=place))}{name}/"
    return found


def where(article: Article, receiver: Frontend) -> ArticleIndex | None:
    """The list in which the receiver shows it; None if it does not."""
    home = house(article)
    if not is_public(article) or home is None or home == receiver or not wants(article, home, receiver):
        return None
    lists = [one for one in ArticleIndex.objects.order_by("path") if is_public(one) and house(one) == receiver]
    said = Carriage.objects.filter(article=article, frontend=receiver).first()
    chosen = [one for one in lists if said and one.pk == said.under_id]
    same = [one for one in lists if root(one).locale == article.locale]
    return next(iter(chosen or same or lists), None)


def wants(article: Article, home: Frontend, receiver: Frontend) -> bool:
    ours, theirs = unit(home), unit(receiver)
    if ours is None or theirs is None:
        return False
    said = Carriage.objects.filter(article=article, frontend=receiver).first()
    rule = Subscription.objects.filter(receiver=receiver, sender=home).first()
    mode = rule.mode if rule else "all" if ours in above(theirs) else "choose"
    if mode == "nothing" or (said and said.choice == "hidden"):
        return False
    if theirs in above(ours) and Offer.objects.filter(article=article, unit=theirs, answer="accepted").exists():
        return True
    share = article.share
    reached = {
        "own": False,
        "below": ours in above(theirs),
        "branches": theirs.kind == "branch",
        "chosen": theirs in share.chosen.all(),
    }[share.reach]
    return reached and (mode == "all" or bool(said and said.choice == "taken"))


def named(place: ArticleIndex, articles: list[Article]) -> Iterator[tuple[Article, str]]:
    """Their last steps, in the order in which they were shared."""
    own = {page.slug for page in Page.objects.child_of(place) if is_public(page)}
    plain: set[str] = set()
    losers = []
    for article in articles:
        if article.slug in own | plain:
            losers.append((article, f"{article.slug}-{house(article).slug}"))
        else:
            plain.add(article.slug)
            yield article, article.slug
    slugs = {article.slug for article in articles}
    before: set[str] = set()
    for article, longer in losers:
        twice = len({house(one) for one, other in losers if other == longer}) > 1
        if longer in own | slugs | before or twice:
            yield article, f"{longer}-{Identity.objects.get(kind='page', object_id=article.pk).uuid.hex[:8]}"
        else:
            yield article, longer
        before.add(longer)


# --- the tree ---


def is_public(page: Page) -> bool:
    asked = PageViewRestriction.objects.filter(page__in=page.get_ancestors(inclusive=True))
    return page.live and not asked.exists() and house(page) is not None


def root(page: Page) -> Page | None:
    """The start page above it, in its language."""
    doors = Page.objects.filter(translation_key__in=Frontend.objects.values("site__root_page__translation_key"))
    return page.get_ancestors(inclusive=True).filter(pk__in=doors).last()


def house(page: Page) -> Frontend | None:
    start = root(page)
    return Frontend.objects.filter(site__root_page__translation_key=start.translation_key).first() if start else None


def path(page: Page) -> str:
    start, site = root(page), house(page).site
    prefix = "" if site.root_page_id == start.pk else f"/{start.locale.language_code}"
    return canonical(f"{prefix}/{page.url_path[len(start.url_path) :]}")


def unit(frontend: Frontend) -> Unit | None:
    return Unit.objects.filter(frontend=frontend).first()


def above(one: Unit) -> list[Unit]:
    return [one.parent, *above(one.parent)] if one.parent else []
