"""What is said again without saying anything new, as a rule for the law's stories: it makes no change."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule
from wagtail.models import Site

from cms.media.document import SiteDocument
from cms.media.models import SiteImage
from cms.pipeline.publish import worker
from cms.pipeline.publish.models import Change, Counter, Placement
from cms.sites.models import Frontend, Redirect
from organisation.models import Assignment, Person, Unit
from tests.build import publish
from tests.pipeline.story import PICK, Story

THINGS = [Assignment, Frontend, Person, Redirect, Site, SiteDocument, SiteImage, Unit]
Seen = dict[tuple[int, Any], tuple[object, ...]]


def _seen() -> Seen:
    """All that the sites' readers see, and in what order."""
    rows = Placement.objects.select_related("publication").prefetch_related("tags")
    columns = [field.attname for field in Placement._meta.fields if field.name not in ("id", "title_key")]
    return {
        (row.site_id, row.publication_id): (
            row.publication.body,
            row.publication.card,
            bytes(row.title_key),
            *(getattr(row, name) for name in columns),
            *sorted((tag.slug, tag.name) for tag in row.tags.all()),
        )
        for row in rows
    }


class Echoes(Story):
    """Mixed into the stories: a change that alters no byte writes no change row."""

    @rule(which=PICK, model=st.sampled_from(THINGS))
    def save_a_thing_again(self, which: int, model: Any) -> None:
        found = list(model.objects.order_by("pk"))
        if found:
            self._nothing_is_told(found[which % len(found)].save)

    @rule(which=PICK)
    def save_a_page_again(self, which: int) -> None:
        page = self.pick(which)
        if page:
            self._nothing_is_told(page.save)

    @rule(which=PICK, anew=st.booleans())
    def save_a_draft(self, which: int, anew: bool) -> None:
        page = self.pick(which, alias_of=None)
        if page is None:
            return
        if anew:
            page.title = self.title()
        self._nothing_is_told(page.save_revision)

    @rule(which=PICK)
    def put_a_page_where_it_is(self, which: int) -> None:
        """The last becomes the last: its place in the tree is another, though, as treebeard counts."""
        page = self.pick(which)
        if page and page.get_next_sibling() is None:
            self._what_is_told_is_seen(lambda: page.move(page.get_parent(), pos="last-child"))

    @rule(which=PICK)
    def publish_again(self, which: int) -> None:
        """Only the date of the update is new; so the page itself is told of, and nothing that mentions it."""
        page = self.pick(which, live=True, alias_of=None)
        if page:
            self._what_is_told_is_seen(lambda: publish(page))

    def _nothing_is_told(self, act: Callable[[], object]) -> None:
        assert not self._what_is_told_is_seen(act)

    def _what_is_told_is_seen(self, act: Callable[[], object]) -> list[Change]:
        """The changes, of which each must have something to tell."""
        worker.drain()
        before, versions = _seen(), dict(Counter.objects.values_list("site", "version"))
        act()
        worker.drain()
        after = _seen()
        told = [change for change in Change.objects.all() if change.seq > versions.get(change.site_id, 0)]
        different = {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}
        assert {(change.site_id, change.identity) for change in told} == different
        return told
