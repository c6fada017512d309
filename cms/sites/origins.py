"""Which browser origins may read which site. Asked on every request, so answered from the cache."""

from collections import defaultdict

from django.core.cache import cache
from django.db import transaction

from cms.sites.models import Frontend, FrontendOrigin, PastSlug

KEY = "sites.origins"
SECONDS = 30  # how long another machine without a shared cache may go on with the old answer

ANY_SITE = ""


def allowed(origin: str, slug: str) -> bool:
    """Whether pages of this origin may read the site with this slug; with ANY_SITE, at least one site."""
    return origin in _origins().get(slug, frozenset())


def _origins() -> dict[str, frozenset[str]]:
    known: dict[str, frozenset[str]] | None = cache.get(KEY)
    if known is None:
        known = _read()
        cache.set(KEY, known, SECONDS)
    return known


def _read() -> dict[str, frozenset[str]]:
    """Three queries, however many sites."""
    by_slug: dict[str, set[str]] = defaultdict(set)
    for slug, base_url in Frontend.objects.values_list("slug", "base_url"):
        by_slug[slug].add(base_url)
    for slug, origin in FrontendOrigin.objects.values_list("frontend__slug", "origin"):
        by_slug[slug].add(origin)
    for past, slug in PastSlug.objects.values_list("slug", "frontend__slug"):
        by_slug[past] = by_slug[slug]
    by_slug[ANY_SITE] = set().union(*by_slug.values())
    return {slug: frozenset(origins) for slug, origins in by_slug.items()}


def forget() -> None:
    """Read anew after the commit."""
    transaction.on_commit(lambda: cache.delete(KEY))
