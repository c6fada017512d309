"""What is done to whole trees, sites and units, as rules for the law's stories."""

from hypothesis import strategies as st
from hypothesis.stateful import rule
from wagtail.actions.unpublish_page import UnpublishPageAction
from wagtail.models import Page, Site

from articles.models import ArticleIndex
from cms.pipeline.publish.publishing import publishing
from home.models import WelcomePage
from organisation.models import Unit
from tests.build import publish, tree_root
from tests.pipeline.story import PICK, SITE, Story


class Movers(Story):
    """Mixed into the stories: pages move, are copied and withdrawn with what lies below them; order, tags, a site's
    root, a unit's place.
    """

    @rule(which=PICK, where=PICK)
    def move(self, which: int, where: int) -> None:
        """Within a site and to another: pages, articles, and the lists of articles with all that stands in them."""
        page = self.pick(which, ArticleIndex) if which % 4 == 0 else self.written(which)
        target = self.place_for(page, where) if page else None
        if target:
            page.move(target, pos="last-child")

    @rule(which=PICK, where=PICK, here=st.booleans(), below=st.booleans(), live=st.booleans())
    def copy(self, which: int, where: int, here: bool, below: bool, live: bool) -> None:
        page = self.written(which)
        target = None if here or not page else self.place_for(page, where)
        if page and self.there_is_room():
            fresh = {"title": self.title(), "slug": self.slug()}
            page.copy(to=target, recursive=below, keep_live=live, update_attrs=fresh)

    @rule(which=PICK, where=PICK, here=st.booleans(), below=st.booleans())
    def alias(self, which: int, where: int, here: bool, below: bool) -> None:
        page = self.written(which, live=True, alias_of=None)
        target = None if here or not page else self.place_for(page, where)
        if page and self.there_is_room():
            page.create_alias(parent=target, recursive=below, update_slug=self.slug())

    @rule(which=PICK)
    def translate(self, which: int) -> None:
        page = self.written(which)
        if page and page.locale_id != self.english.pk and not page.has_translation(self.english):
            page.copy_for_translation(self.english, copy_parents=True)

    @rule(which=PICK, below=st.sampled_from(["alone", "one by one", "together"]))
    def unpublish(self, which: int, below: str) -> None:
        page = self.pick(which, live=True)
        if page is None:
            return
        if below == "together":
            with publishing():
                action = UnpublishPageAction(page, user=self.chief, include_descendants=True)
                action.execute(skip_permission_checks=True)
            return
        page.unpublish()
        if below == "one by one":
            for one in page.get_descendants().live().specific():
                one.unpublish()

    @rule(which=PICK, first=st.booleans())
    def reorder(self, which: int, first: bool) -> None:
        found = self.pages(depth__gt=1)
        beside = [page for page in found if page.get_siblings(inclusive=False).exists()]
        if beside:
            page = beside[which % len(beside)].specific
            page.move(page.get_parent(), pos="first-child" if first else "last-child")

    @rule(which=PICK, tags=st.sets(st.sampled_from(["torg", "skola", "vård", "hyra"]), max_size=3))
    def tag(self, which: int, tags: set[str]) -> None:
        page = self.pick(which, alias_of=None)
        if page and hasattr(page, "tags"):
            page.tags.set(sorted(tags), clear=True)
            if page.live:
                publish(page)

    @rule(site=SITE)
    def change_the_root(self, site: int) -> None:
        """A site begins at another page: to a new welcome page and back again."""
        row = Site.objects.get(pk=self.site(site).site.pk)
        home = self.site(site).home
        with publishing():
            if row.root_page_id == home.pk:
                row.root_page = tree_root().add_child(instance=WelcomePage(title=self.title(), slug=self.slug()))
            else:
                row.root_page = Page.objects.get(pk=home.pk)
            row.save()

    @rule(lower=st.sampled_from([1, 2]), above=st.none() | SITE)
    def change_the_unit_above(self, lower: int, above: int | None) -> None:
        """A unit moves with what lies below it: to another unit, or out of the organisation."""
        unit = Unit.objects.get(pk=self.sites[lower].unit.pk)
        unit.parent = None if above is None else Unit.objects.get(pk=self.sites[above % lower].unit.pk)
        unit.save()

    @rule(site=SITE)
    def rename_the_unit(self, site: int) -> None:
        unit = Unit.objects.get(pk=self.site(site).unit.pk)
        unit.name = self.title()
        unit.save()
