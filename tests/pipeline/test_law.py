"""The law, held by chance: whatever editors do, with the worker drained the derived rows equal a rebuild from
nothing and a site's changes lead to its placements; and at every moment, drained or not, nothing that was withdrawn
is visible.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from unittest import mock

import hypothesis
import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from hypothesis import HealthCheck, Phase, reproduce_failure, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import DidNotReproduce
from hypothesis.internal.conjecture import providers
from hypothesis.stateful import invariant, precondition, rule, run_state_machine_as_test
from wagtail.models import Page, PageViewRestriction

from articles.models import Article, ArticleIndex
from cms.pipeline.publish import rebuild, worker
from cms.pipeline.publish.models import Change, Counter, PastPath, Placement, Publication, SearchText
from cms.pipeline.publish.publishing import publishing
from home.models import ContentPage
from tests.build import publish
from tests.pipeline.albums import Albums
from tests.pipeline.canaries import CANARY
from tests.pipeline.echoes import Echoes
from tests.pipeline.elections import Elections
from tests.pipeline.frames import Frames
from tests.pipeline.houses import Houses
from tests.pipeline.moments import Moments
from tests.pipeline.movers import Movers
from tests.pipeline.papers import Papers
from tests.pipeline.selections import Selections
from tests.pipeline.sharers import Sharers
from tests.pipeline.signposts import Signposts
from tests.pipeline.story import DEEPEST, PICK
from tests.pipeline.visitors import Visitors

# What tells of a thing, in a stored row of each table.
WORDS = {
    Publication: ("body", "card"),
    Placement: ("path", "url", "overlay", "page_overlay"),
    SearchText: ("title", "lead", "text"),
    PastPath: ("path",),
}


class Editors(
    Albums, Echoes, Elections, Frames, Houses, Moments, Movers, Papers, Selections, Sharers, Signposts, Visitors
):
    """Three sites with nested pages that mention each other, and everything one can do to them."""

    def move_in(self) -> None:
        super().move_in()
        self.upload_a_picture()
        self.show_a_picture(which=0, where=0, at_the_top=True)
        self.upload_a_document()
        self.hand_out_a_document(which=0, where=2)
        self.elect(site=1)
        self.present_a_unit(site=0, shown=1)
        self.put_into_the_menu(site=2, about=len(self.pages()) - 1)
        worker.drain()

    # --- what editors do ---

    @rule(where=PICK, about=PICK, live=st.booleans())
    def write_a_page(self, where: int, about: int, live: bool) -> None:
        parent = self.content_page(where) if where % 2 else None
        parent = parent or self.home(where)
        if parent.depth > DEEPEST:
            return
        page = ContentPage(title=self.title(), slug=self.slug(), body=self.body_about(about), live=False)
        parent.add_child(instance=page)
        if live:
            publish(page)

    @rule(where=PICK, about=PICK)
    def write_an_article(self, where: int, about: int) -> None:
        index = self.pick(where, ArticleIndex)
        if index is None:
            return
        article = Article(title=self.title(), slug=self.slug(), body=self.body_about(about), live=False)
        index.add_child(instance=article)
        article.tags.add("torg", "skola")
        publish(article)

    @rule(which=PICK, about=PICK, rename=st.booleans(), go_live=st.booleans())
    def edit(self, which: int, about: int, rename: bool, go_live: bool) -> None:
        page = self.pick(which, alias_of=None)
        if page is None:
            return
        page.title = self.title()
        page.body = self.body_about(about)
        if rename:
            page.slug = self.slug()
        with publishing():
            revision = page.save_revision()
            if go_live:
                revision.publish()

    @rule(which=PICK)
    def publish_what_is_there(self, which: int) -> None:
        page = self.pick(which, alias_of=None)
        if page:
            with suppress(ValidationError):  # another page may have its address by now
                publish(page.get_latest_revision_as_object())

    @rule(which=PICK)
    def delete(self, which: int) -> None:
        page = self.written(which)
        if page:
            page.delete()

    @rule(which=PICK)
    def make_private(self, which: int) -> None:
        page = self.pick(which)
        if page:
            PageViewRestriction.objects.get_or_create(page_id=page.pk, restriction_type=PageViewRestriction.LOGIN)

    @precondition(lambda self: PageViewRestriction.objects.exists())
    @rule()
    def make_public_again(self) -> None:
        PageViewRestriction.objects.order_by("pk").first().delete()

    @rule()
    def let_the_worker_work(self) -> None:
        worker.drain()

    # --- what always holds ---

    @invariant()
    def nothing_withdrawn_is_visible(self) -> None:
        hidden = self.hidden()
        for model, columns in WORDS.items():
            for row in model.objects.values_list(*columns):
                told = hidden & set(CANARY.findall(" ".join(row)))
                assert not told, (model.__name__, told, row)

    @invariant()
    def nothing_is_placed_that_is_not_public(self) -> None:
        placed = Placement.objects.filter(kind="page").values_list("publication__identity__object_id", flat=True)
        live = set(Page.objects.live().public().values_list("pk", flat=True))
        assert set(placed) <= live

    @invariant()
    def drained_rows_equal_a_rebuild(self) -> None:
        """Checked on a copy of this moment, so that other steps still meet an undrained worker."""
        with transaction.atomic():
            worker.drain()
            assert list(rebuild.differences()) == []
            transaction.set_rollback(True)

    @invariant()
    def numbers_have_no_gap(self) -> None:
        """Above the floor, below which the log forgets."""
        for counter in Counter.objects.all():
            above = Change.objects.filter(site=counter.site_id, seq__gt=counter.floor).order_by("seq")
            assert list(above.values_list("seq", flat=True)) == list(range(counter.floor + 1, counter.version + 1))


TOGETHER = 5  # stories in one test, so that several processes share them
SETTINGS = settings(
    derandomize=False,  # where new ones are asked for, on a CI server too; a failure prints what tells it again
    stateful_step_count=50,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    print_blob=True,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # shrinking takes minutes; the steps say enough
)


@dataclass(frozen=True)
class Kept:
    """A story that failed once, as Hypothesis prints it: `@reproduce_failure(version, blob)`.

    It is the same story as long as Hypothesis and the rules are the same; so what it found has a plain test too.
    """

    version: str
    blob: bytes


KEPT: list[Kept] = []  # told first, in every run


@dataclass(frozen=True)
class Part:
    """So many stories. `seed`: they are the same each time, as long as Hypothesis and the rules are; None: new ones."""

    stories: int
    seed: int | None


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    option = metafunc.config.getoption
    runs, asked, new = option("--law-runs"), option("--law-story"), option("--law-new")
    if asked:
        metafunc.parametrize("stories", [Kept(hypothesis.__version__, asked.encode())], ids=["asked"])
        return
    parts = [Part(min(TOGETHER, runs - told), None if new else told) for told in range(0, runs, TOGETHER)]
    kept = [f"kept-{number}" for number, _ in enumerate(KEPT, 1)]
    metafunc.parametrize(
        "stories", [*KEPT, *parts], ids=[*kept, *(f"part-{number}" for number, _ in enumerate(parts, 1))]
    )


@pytest.mark.django_db
def test_the_law(stories: Part | Kept) -> None:
    if isinstance(stories, Kept):
        tell_again(stories)
        return
    # One more, since the first that Hypothesis tells is the shortest: the worker works, fifty times.
    how_many = settings(SETTINGS, max_examples=stories.stories + 1)
    if stories.seed is None:
        run_state_machine_as_test(Editors, settings=how_many)
        return
    with _whatever_else_is_loaded():
        run_state_machine_as_test(seed(stories.seed)(type("Told", (Editors,), {})), settings=how_many)


@contextmanager
def _whatever_else_is_loaded() -> Iterator[None]:
    """Hypothesis mixes numbers from all modules' source into what it draws: without them a seed tells the same."""
    providers.CONSTANTS_CACHE.cache.clear()
    with mock.patch.object(providers, "_get_local_constants", providers.Constants):
        yield
    providers.CONSTANTS_CACHE.cache.clear()


def tell_again(story: Kept) -> None:
    """A failure if it fails as it did. Where it goes on instead, what was kept of it comes to an end."""
    if story.version != hypothesis.__version__:
        pytest.skip(f"told by Hypothesis {story.version}")
    with suppress(DidNotReproduce):
        again = reproduce_failure(story.version, story.blob)(type("Again", (Editors,), {}))
        run_state_machine_as_test(again, settings=SETTINGS)
