"""What is done to whole sites, trees and selections, as rules for the law's stories."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule
from wagtail.models import Page, Site

from cms.pipeline.publish.publishing import publishing
from home.models import WelcomePage
from organisation.models import Unit
from tests.build import publish, tree_root

PICK = st.integers(0, 10_000)
SITE = st.integers(0, 1)


class Movers:
    """Mixed into the stories: order, tags, the frame, a site's slug and root, a unit's parent, bulk actions."""

    sites: list[Any]

    def title(self) -> str:
        raise AssertionError("given by the stories")

    def slug(self) -> str:
        raise AssertionError("given by the stories")

    def pick(self, number: int, **conditions: object) -> Any:
        raise AssertionError("given by the stories")

    def pages(self, **conditions: object) -> list[Page]:
        raise AssertionError("given by the stories")

    @rule(which=PICK, first=st.booleans())
    def reorder(self, which: int, first: bool) -> None:
        beside = [page for page in self.pages() if page.get_siblings(inclusive=False).exists()]
        if beside:
            page = beside[which % len(beside)].specific
            page.move(page.get_parent(), pos="first-child" if first else "last-child")

    @rule(which=PICK, tags=st.sets(st.sampled_from(["torg", "skola", "vård", "hyra"]), max_size=3))
    def tag(self, which: int, tags: set[str]) -> None:
        page = self.pick(which)
        if page and hasattr(page, "tags") and page.alias_of_id is None:
            page.tags.set(tags, clear=True)
            if page.live:
                publish(page)

    @rule(site=SITE, about=PICK, listed=st.booleans())
    def furnish_the_frame(self, site: int, about: int, listed: bool) -> None:
        """Every field that an editor may fill in."""
        frontend = self.sites[site].frontend
        frontend.refresh_from_db()
        target = self.pick(about)
        for name in (
            "name",
            "phone",
            "address",
            "newsletter_text",
            "newsletter_label",
            "central_text",
            "central_label",
        ):
            setattr(frontend, name, self.title()[:40])
        frontend.email = f"{self.title()}@example.se"
        frontend.newsletter_url = frontend.central_url = f"https://{self.title()}.example.se/"
        frontend.colour_primary = f"#{about % 0xFFFFFF:06x}"
        frontend.time_zone = ["Europe/Stockholm", "Asia/Tokyo"][about % 2]
        frontend.listed = listed
        frontend.privacy_page = frontend.accessibility_page = Page.objects.get(pk=target.pk) if target else None
        frontend.footer = [("item", {"label": "Ner", "link": {"page": target}, "children": []})] if target else []
        frontend.social = [
            ("account", {"service": "mastodon", "label": "", "url": f"https://{self.title()}.example.se/@vi"})
        ]
        frontend.save()

    @rule(site=SITE)
    def rename_the_site(self, site: int) -> None:
        frontend = self.sites[site].frontend
        frontend.refresh_from_db()
        frontend.slug = self.slug()
        frontend.save()

    @rule(site=SITE)
    def change_the_root(self, site: int) -> None:
        """A site begins at another page: to a new welcome page and back again."""
        row = Site.objects.get(pk=self.sites[site].site.pk)
        home = self.sites[site].home
        with publishing():
            if row.root_page_id == home.pk:
                row.root_page = tree_root().add_child(instance=WelcomePage(title=self.title(), slug=self.slug()))
            else:
                row.root_page = Page.objects.get(pk=home.pk)
            row.save()

    @rule(under=st.booleans())
    def change_the_unit_above(self, under: bool) -> None:
        unit = Unit.objects.get(pk=self.sites[1].unit.pk)
        unit.parent = Unit.objects.get(pk=self.sites[0].unit.pk) if under else None
        unit.save()

    @rule(which=st.lists(PICK, min_size=2, max_size=4), live=st.booleans())
    def act_in_bulk(self, which: list[int], live: bool) -> None:
        """Several at once, in one transaction, as a bulk action of the admin does."""
        found = self.pages(live=not live)
        chosen = {found[number % len(found)].pk for number in which} if found else set()
        with publishing():
            for page in Page.objects.filter(pk__in=chosen, alias_of=None).specific():
                if live:
                    page.get_latest_revision_as_object().save_revision().publish()
                else:
                    page.unpublish()
        for page in Page.objects.filter(pk__in=chosen):
            self.remember(page)

    def remember(self, page: Page) -> None:
        raise AssertionError("given by the stories")
