"""What all rules of the law's stories stand on: three sites, one below the other, and how things are chosen on them."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.cache import cache
from django.db import transaction
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize
from wagtail.models import Locale, Page

from api.memory import memory
from articles.models import Article, ArticleIndex
from cms.sites import scope
from home.models import ContentPage
from organisation.models import OrganisationPage
from tests.build import Branch, link_to, make_article, make_page, make_site, text
from tests.pipeline.canaries import Canaries

PICK = st.integers(0, 10_000)
SITE = st.integers(0, 2)
DEEPEST = 6  # steps down the tree
MOST = 40  # pages: a story that copies copies would take hours


class Story(Canaries, RuleBasedStateMachine):
    """A story lives in a transaction that is rolled back at its end."""

    sites: list[Branch]

    def __init__(self) -> None:
        super().__init__()
        self.sites = []
        self.transaction = transaction.atomic()
        self.transaction.__enter__()
        cache.clear()
        memory.clear()  # once a story: within one, an answer that is kept too long is a fault
        scope.forget()
        self.listen()
        self.begin()

    def begin(self) -> None:
        """What a mixin needs from the start."""

    def end(self) -> None:
        """What it leaves behind."""

    def teardown(self) -> None:
        self.end()
        self.stop_listening()
        transaction.set_rollback(True)
        self.transaction.__exit__(None, None, None)

    @initialize()
    def found_the_federation(self) -> None:
        Locale.objects.get_or_create(language_code="sv")
        self.english = Locale.objects.get_or_create(language_code="en")[0]
        riks = make_site("riks", kind="national", port=9011)
        distrikt = make_site("distrikt", kind="district", parent=riks.unit, port=9012)
        forening = make_site("forening", kind="branch", parent=distrikt.unit, port=9013)
        self.sites = [riks, distrikt, forening]
        self.chief = get_user_model().objects.create_superuser("chef", "chef@example.se", "hemligt-losen")

        self.move_in()

    def move_in(self) -> None:
        """Where the stories begin: pages that name each other, across the sites too. In empty rooms little happens."""
        named = None
        for branch in self.sites:
            page = make_page(branch, self.title(), slug=self.slug(), body=self.naming(named))
            below = make_page(branch, self.title(), under=page, slug=self.slug(), body=self.naming(page))
            named = make_article(branch, self.title(), slug=self.slug(), body=self.naming(below))

    # --- choosing ---

    def site(self, number: int) -> Branch:
        return self.sites[number % len(self.sites)]

    def home(self, number: int) -> Any:
        home = self.site(number).home
        home.refresh_from_db()
        return home

    def pages(self, **conditions: object) -> list[Page]:
        """The sites' front doors in every language, and all below them."""
        doors = Page.objects.filter(translation_key__in=[site.home.translation_key for site in self.sites])
        tops = tuple(doors.values_list("path", flat=True))
        found = Page.objects.filter(**{"depth__gt": 1} | conditions).order_by("pk")
        return [page for page in found if page.path.startswith(tops)]

    def pick(self, number: int, *models: type[Page], **conditions: object) -> Any:
        """A page of one of these types, of any if none is named."""
        found = [page for page in self.pages(**conditions) if not models or issubclass(page.specific_class, models)]
        return found[number % len(found)].specific if found else None

    def content_page(self, number: int) -> ContentPage | None:
        return self.pick(number, ContentPage)

    def written(self, number: int, **conditions: object) -> Any:
        """A page that an editor wrote: no front door and no list."""
        return self.pick(number, ContentPage, Article, OrganisationPage, **conditions)

    def place_for(self, page: Page, number: int) -> Any:
        """Where it may be put: an article into a list, anything else under a page or a front door. None: nowhere."""
        if isinstance(page, Article):
            target = self.pick(number, ArticleIndex)
        else:
            target = (self.content_page(number) if number % 3 else None) or self.home(number)
        return target if target is not None and self.fits(page, target) else None

    def fits(self, page: Page, target: Page) -> bool:
        """What the admin asks too: not below itself, in its own language, under a slug that is free there."""
        below = target.pk == page.pk or target.is_descendant_of(page)
        taken = target.get_children().filter(slug=page.slug).exclude(pk=page.pk)
        return not below and target.locale_id == page.locale_id and target.depth <= DEEPEST and not taken.exists()

    def there_is_room(self) -> bool:
        return len(self.pages()) < MOST

    def body_about(self, number: int) -> list[object]:
        return self.naming(self.pick(number))

    def naming(self, target: Page | None) -> list[object]:
        """A body that names a page in several ways."""
        if target is None:
            return []
        return [
            text(link_to(target)),
            ("button", {"label": "Läs", "link": {"page": target}}),
            ("cards", {"heading": "", "items": [{"title": "Kort", "text": "", "link": {"page": target}}]}),
            ("latest_articles", {"heading": "", "count": 2}),
        ]
