"""What there is to publish: a few sites whose articles mention each other, and one that everybody mentions."""

from dataclasses import dataclass
from random import Random

from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import User

from articles.models import Article
from cms.pipeline.publish import worker
from cms.pipeline.publish.publishing import publishing
from home import initial
from home.provisioning import UnitFacts, provision

PASSWORD = "ett-langt-losenord-for-provet"
LINKED = '<p>{text} <a linktype="page" id="{page}">läs mer om det</a>.</p>'


@dataclass(frozen=True)
class Site:
    """A site: its slug on the wire, its number in the change log, and pages by their primary keys."""

    slug: str
    pk: int
    index: int
    articles: list[int]


@dataclass(frozen=True)
class World:
    """All there is; `hub` is the article that all others mention."""

    sites: list[Site]
    editors: list[str]
    hub: int

    @property
    def articles(self) -> list[int]:
        return [pk for site in self.sites for pk in site.articles]


def make(*, sites: int, articles: int, editors: int, seed: int = 0) -> World:
    """Fill the empty database, publish, and let the worker work until nothing is left."""
    chance = Random(seed)
    with publishing():
        initial.clear()
    made = [_site(number, articles) for number in range(sites)]
    pks = [pk for site in made for pk in site.articles]
    hub = pks[0]
    with publishing():
        for pk in pks:
            page = Article.objects.get(pk=pk)
            page.body = body(targets(chance, hub, pks))
            page.save_revision().publish()
    names = [f"redaktor-{number}" for number in range(editors)]
    hashed = make_password(PASSWORD)  # once: it is slow on purpose
    User.objects.bulk_create(User(username=name, password=hashed, is_staff=True, is_superuser=True) for name in names)
    worker.drain()
    return World(made, names, hub)


def _site(number: int, articles: int) -> Site:
    slug = _slug(number)
    kind, above = ("district", _slug(0)) if number else ("national", "")
    place = provision(
        UnitFacts(slug, f"Distrikt {number:02}", kind, above),
        label=f"Distrikt {number:02}",
        base_url=f"https://{slug}.example.se",
    )
    index = place.index
    with publishing(alone=True):
        added = [
            index.add_child(instance=Article(title=f"{slug} artikel {n}", slug=f"artikel-{n}", live=False))
            for n in range(articles)
        ]
    return Site(slug, place.site.pk, index.pk, [page.pk for page in added])


def _slug(number: int) -> str:
    return f"distrikt-{number:02}"


def targets(chance: Random, hub: int, pks: list[int]) -> list[int]:
    """What an article mentions: two by chance, and the hub."""
    return [*chance.sample(pks, 2), hub]


def body(targets: list[int]) -> list[tuple[str, str]]:
    """A paragraph for each article that is mentioned."""
    return [("paragraph", LINKED.format(text=f"Stycke {n},", page=pk)) for n, pk in enumerate(targets)]
