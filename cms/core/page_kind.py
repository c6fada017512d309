"""Pages as publishable things: which are public, what they render to, where they stand."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from uuid import UUID

from wagtail.models import Locale, Page

from cms.core.page import BasePage
from cms.core.render import render_page, see_page
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.houses import Address
from cms.pipeline.publish.kinds import Rendered, Seen


class PageKind:
    """Wagtail pages of our own types."""

    name = "page"
    by_itself = True

    def load(self, pks: Collection[int]) -> dict[int, Page]:
        pages = {page.pk: page for page in Page.objects.filter(pk__in=pks).specific()}
        locales = Locale.objects.in_bulk({page.locale_id for page in pages.values()})
        beside = _translations(pages.values())
        for model in {type(page) for page in pages.values() if isinstance(page, BasePage)}:
            model.read_more([page for page in pages.values() if type(page) is model])
        for page in pages.values():
            page.locale = locales[page.locale_id]  # specific() forgets what was selected with the page
            page.translation_pks = [pk for pk in beside[page.translation_key] if pk != page.pk]
        return pages

    def render(self, page: Page, context: RenderContext) -> Rendered | None:
        address = self._address(page, context)
        return render_page(page, address, context) if address else None

    def see(self, page: Page, context: RenderContext) -> Seen | None:
        address = self._address(page, context)
        return see_page(page, address, context) if address else None

    def _address(self, page: Page, context: RenderContext) -> Address | None:
        """None unless the page is live, on a site with a front end, and nobody is asked who they are above it."""
        if not isinstance(page, BasePage) or not page.live or context.private(page.path):
            return None
        return context.houses.locate(page.path, page.url_path)

    def all_pks(self) -> Iterator[int]:
        yield from Page.objects.filter(live=True, depth__gt=1).order_by("pk").values_list("pk", flat=True).iterator()

    def below(self, pks: Collection[int]) -> dict[str, set[int]]:
        pages = Page.objects.filter(pk__in=pks, numchild__gt=0)
        return {"page": {pk for page in pages for pk in live_below(page)}}


def _translations(pages: Collection[Page]) -> dict[UUID, list[int]]:
    """The pages with the same translation keys, in the order of their languages."""
    found: dict[UUID, list[int]] = defaultdict(list)
    rows = Page.objects.filter(translation_key__in={page.translation_key for page in pages})
    for key, pk in rows.order_by("locale__language_code").values_list("translation_key", "pk"):
        found[key].append(pk)
    return found


def live_below(page: Page) -> Iterator[int]:
    """The live pages under a page: what its address, its privacy and its place in the breadcrumbs reach."""
    return page.get_descendants().filter(live=True).values_list("pk", flat=True).iterator()
