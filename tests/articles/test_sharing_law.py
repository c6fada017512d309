"""Nothing is lost and nothing lingers: whatever is done to shared articles and to the tree, each site shows at every
step what an independent computation says, and its changes lead there. The law's own stories share articles too
(tests/pipeline/test_law.py); here little else happens, so that it happens often.
"""

from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, precondition, rule, run_state_machine_as_test
from wagtail.models import PageViewRestriction

from articles.models import Article, ArticleIndex, Reach
from cms.pipeline.publish import rebuild, worker
from tests.articles import sharing
from tests.build import make_site, publish
from tests.pipeline.houses import Houses
from tests.pipeline.movers import Movers
from tests.pipeline.sharers import Sharers
from tests.pipeline.story import PICK
from tests.pipeline.test_law import SETTINGS

STORIES = 4
SLUGS = st.sampled_from(["torget", "torget-distrikt", "torget-distrikt-riks"])


class Carriers(Houses, Movers, Sharers):
    """Four sites whose articles want the same few addresses."""

    def move_in(self) -> None:
        self.sites.append(make_site("distrikt-riks", kind="branch", parent=self.sites[1].unit, port=9014))
        for site in self.sites[:3]:
            article = site.index.add_child(instance=Article(title=self.title(), slug="torget", live=False))
            sharing.share(publish(article), Reach.BRANCHES)

    @rule(which=PICK, slug=SLUGS)
    def write_an_article(self, which: int, slug: str) -> None:
        index = self.pick(which, ArticleIndex)
        if index and not index.get_children().filter(slug=slug).exists() and self.there_is_room():
            publish(index.add_child(instance=Article(title=self.title(), slug=slug, live=False)))

    @rule(which=PICK, slug=SLUGS)
    def rename(self, which: int, slug: str) -> None:
        article = self.pick(which, Article, alias_of=None)
        if article and not article.get_siblings().filter(slug=slug).exists():
            article.slug = slug
            publish(article)

    @rule(which=PICK)
    def rename_a_list(self, which: int) -> None:
        index = self.pick(which, ArticleIndex, alias_of=None)
        if index:
            index.slug, index.title = self.slug(), self.title()
            publish(index)

    @rule(which=PICK)
    def publish_again(self, which: int) -> None:
        page = self.pick(which, alias_of=None)
        if page:
            with suppress(ValidationError):  # another page may have its address by now
                publish(page.get_latest_revision_as_object())

    @rule(which=PICK)
    def delete(self, which: int) -> None:
        article = self.pick(which, Article)
        if article:
            article.delete()

    @rule(which=PICK)
    def make_private(self, which: int) -> None:
        page = self.pick(which)
        PageViewRestriction.objects.get_or_create(page_id=page.pk, restriction_type=PageViewRestriction.LOGIN)

    @precondition(lambda self: PageViewRestriction.objects.exists())
    @rule()
    def make_public_again(self) -> None:
        PageViewRestriction.objects.order_by("pk").first().delete()

    @rule()
    def let_the_worker_work(self) -> None:
        worker.drain()

    @invariant()
    def drained_rows_equal_a_rebuild(self) -> None:
        with transaction.atomic():
            worker.drain()
            self.every_site_carries_what_it_should()
            assert list(rebuild.differences()) == []
            transaction.set_rollback(True)


@pytest.mark.django_db
@pytest.mark.parametrize("story", range(STORIES))
def test_each_site_shows_what_it_should(story: int) -> None:
    told = seed(story)(type("Told", (Carriers,), {}))
    run_state_machine_as_test(told, settings=settings(SETTINGS, max_examples=2))
