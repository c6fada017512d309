"""How houses are read: every Wagtail Site that has a front end, with the roots of its languages."""

from collections import defaultdict
from collections.abc import Iterator

from wagtail.models import Page

from cms.pipeline.publish.houses import House, Root
from cms.sites.models import Frontend


def load() -> Iterator[House]:
    """All houses, in two queries."""
    frontends = Frontend.objects.select_related("site__root_page__locale")
    translations = _translations([frontend.site.root_page for frontend in frontends])
    for frontend in frontends:
        root = frontend.site.root_page
        language = root.locale.language_code
        roots = [Root(root.path, root.url_path, language, "")]
        for other in translations[root.translation_key]:
            if other.pk != root.pk:
                code = other.locale.language_code
                roots.append(Root(other.path, other.url_path, code, f"/{code}"))
        yield House(
            frontend.site_id,
            frontend.slug,
            frontend.name,
            frontend.base_url,
            frontend.time_zone,
            language,
            tuple(roots),
        )


def _translations(roots: list[Page]) -> dict[object, list[Page]]:
    """The pages beside the roots that are their translations; they count wherever they stand in the tree."""
    found: dict[object, list[Page]] = defaultdict(list)
    keys = {root.translation_key for root in roots}
    pages = Page.objects.filter(translation_key__in=keys).select_related("locale").order_by("locale__language_code")
    for page in pages:
        found[page.translation_key].append(page)
    return found
