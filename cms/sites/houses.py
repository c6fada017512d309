"""How houses are read: every Wagtail Site that has a front end, with the roots of its languages."""

from collections import defaultdict
from collections.abc import Iterator
from uuid import UUID

from django.db.models import F
from wagtail.models import Page

from cms.pipeline.publish.houses import House, Root
from cms.sites.models import Frontend


def load() -> Iterator[House]:
    """All houses, in two queries of a few columns: every publishing reads them."""
    of_root = ("tree", "url_path", "language", "key")
    frontends = Frontend.objects.annotate(
        tree=F("site__root_page__path"),
        url_path=F("site__root_page__url_path"),
        language=F("site__root_page__locale__language_code"),
        key=F("site__root_page__translation_key"),
    ).values_list("site_id", "slug", "name", "base_url", "time_zone", *of_root)
    rows = list(frontends)
    translations = _translations({row[-1] for row in rows})
    for site_id, slug, name, base_url, time_zone, tree, url_path, language, key in rows:
        others = [Root(*other, f"/{other[2]}") for other in translations[key] if other[0] != tree]
        roots = (Root(tree, url_path, language, ""), *others)
        yield House(site_id, slug, name, base_url, time_zone, language, roots)


def _translations(keys: set[UUID]) -> dict[UUID, list[tuple[str, str, str]]]:
    """The pages with these translation keys: tree path, URL path, language. They count wherever they stand."""
    found: dict[UUID, list[tuple[str, str, str]]] = defaultdict(list)
    pages = Page.objects.filter(translation_key__in=keys).order_by("locale__language_code")
    for key, *other in pages.values_list("translation_key", "path", "url_path", "locale__language_code"):
        found[key].append((other[0], other[1], other[2]))
    return found
