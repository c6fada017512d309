"""What is done to share articles, as rules for the law's stories."""

from django.utils import timezone
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from articles.models import Answer, Article, ArticleIndex, Carriage, Choice, Mode, Reach, Share
from cms.pipeline.publish.models import Placement
from organisation.models import Unit
from tests.articles import naive, sharing
from tests.build import publish
from tests.pipeline.story import PICK, SITE, Story


class Sharers(Story):
    """Mixed into the stories: articles are shared, offered, taken, hidden, pinned, recalled; a unit moves."""

    @rule(which=PICK, reach=st.sampled_from(Reach.values), to=SITE)
    def share(self, which: int, reach: str, to: int) -> None:
        article = self.pick(which, Article)
        if article:
            sharing.share(article, reach, self.site(to), noindex=bool(which % 2))

    @rule(which=PICK)
    def recall(self, which: int) -> None:
        shared = list(Share.objects.filter(recalled_at=None).order_by("pk"))
        if shared:
            sharing.recall(shared[which % len(shared)].article)

    @rule(which=PICK, to=SITE, answer=st.sampled_from(Answer.values))
    def offer(self, which: int, to: int, answer: str) -> None:
        article = self.pick(which, Article)
        if article:
            sharing.offer(article, self.site(to), answer)

    @rule(receiver=SITE, sender=SITE, mode=st.sampled_from(Mode.values))
    def subscribe(self, receiver: int, sender: int, mode: str) -> None:
        if receiver != sender:
            sharing.subscribe(self.site(receiver), self.site(sender), mode)

    @rule(which=PICK, where=SITE, choice=st.sampled_from(Choice.values), pinned=st.booleans(), under=st.booleans())
    def say_of_another_sites(self, which: int, where: int, choice: str, pinned: bool, under: bool) -> None:
        article, place = self.pick(which, Article), self.pick(which, ArticleIndex) if under else None
        if article:
            words = {"choice": choice, "pinned": pinned, "introduction": "Läs." if pinned else "", "under": place}
            sharing.carry(article, self.site(where), taken_at=timezone.now(), **words)

    @rule(which=PICK)
    def say_nothing_more(self, which: int) -> None:
        said = list(Carriage.objects.order_by("pk"))
        if said:
            said[which % len(said)].delete()

    @rule(away=st.booleans())
    def move_a_unit(self, away: bool) -> None:
        national = Unit.objects.get(slug="riks")
        other, _ = Unit.objects.get_or_create(slug="grannen", name="Grannen", kind="district", parent=national)
        branch = Unit.objects.get(slug="forening")
        branch.parent = other if away else Unit.objects.get(slug="distrikt")
        branch.save()

    @rule(which=PICK, other=PICK)
    def want_the_same_address(self, which: int, other: int) -> None:
        """An article gets the slug of another's."""
        one, two = self.pick(which, Article, alias_of=None), self.pick(other, Article)
        if one and two and not one.get_siblings().filter(slug=two.slug).exists():
            one.slug = two.slug
            publish(one)

    @invariant()
    def every_site_carries_what_it_should(self) -> None:
        rows = Placement.objects.filter(shared=True).select_related("site__frontend", "publication__identity")
        placed = {(row.site.frontend.slug, row.publication.identity.object_id): row.path for row in rows}
        assert placed == naive.carried()
