"""Beside: what else may want an article's address on the sites that carry it."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from django.db.models import QuerySet, prefetch_related_objects
from wagtail.models import Page

from articles.models.article import Article
from articles.sharing.carriers import READ_TOGETHER


@dataclass(frozen=True)
class Beside:
    """`pages`: tree paths of live pages with one slug, whosesoever. `articles`: those among them that are shared, in
    the order in which they were."""

    pages: frozenset[str]
    articles: tuple[Article, ...]


def look(articles: list[Article]) -> list[Beside]:
    """Give each of these what stands beside it, in a few queries for all."""
    found = around({article.slug for article in articles})
    for article in articles:
        article.beside = found[article.slug]
    return [found[article.slug] for article in articles]


def around(slugs: Collection[str]) -> dict[str, Beside]:
    """What has these slugs."""
    paths: dict[str, set[str]] = defaultdict(set)
    for slug, path in Page.objects.filter(slug__in=slugs, live=True).values_list("slug", "path"):
        paths[slug].add(path)
    shared = Article.objects.filter(slug__in=slugs, live=True, share__recalled_at=None, share__isnull=False)
    mates = with_shares(shared.order_by("share__shared_at", "pk"))
    named: dict[str, list[Article]] = defaultdict(list)
    for mate in mates:
        named[mate.slug].append(mate)
    return {slug: Beside(frozenset(paths[slug]), tuple(named[slug])) for slug in slugs}


def with_shares(articles: "QuerySet[Article]") -> list[Article]:
    """These articles, with all that says who carries them."""
    found = list(articles.select_related("share", "locale"))
    prefetch_related_objects(found, *READ_TOGETHER)
    return found
