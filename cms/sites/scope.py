"""Scope: the one way to public rows. Whatever a reader may see of a site is a placement on that site."""

from typing import NamedTuple
from uuid import UUID

from django.db.models import Case, Exists, IntegerField, OuterRef, QuerySet, SlugField, Subquery, Value, When
from django.db.models.functions import Concat

from cms.pipeline.publish.models import Counter, Dependency, PastPath, Placement, PlacementTag, Publication
from cms.prepared import Given, Prepared
from cms.sites.models import Frontend


class Served(NamedTuple):
    """What delivery has to know of a front end. `version`: None before its first change."""

    site_id: int
    slug: str
    name: str
    base_url: str
    time_zone: str
    language: str
    version: int | None


class Scope:
    """What one site may see."""

    def __init__(self, frontend: Served) -> None:
        self.frontend = frontend
        self.site_id = frontend.site_id
        self.version = frontend.version or 0
        self.language = frontend.language

    @classmethod
    def of(cls, slug: str) -> "Scope | None":
        """The scope of the site with this slug or former slug; None if there is none. One query for a current slug."""
        if served := _met.get(slug):
            now = VERSIONS.rows(slug=slug)
            if now == [(served.site_id, served.version)]:
                return cls(served)
        found = NAMED.rows(slug=slug) or ONCE_NAMED.rows(slug=slug)
        return cls(_meet(Served(*found[0]))) if found else None

    def placements(self) -> QuerySet[Placement]:
        """All that the site shows."""
        return Placement.objects.filter(site_id=self.site_id)

    def pages(self) -> QuerySet[Placement]:
        return self.placements().filter(kind="page")

    def past(self, keys: list[str]) -> list[PastPath]:
        """What used to stand at these places, in their order."""
        found = PastPath.objects.filter(site_id=self.site_id, path_key__in=keys)
        return sorted(found, key=lambda past: keys.index(past.path_key))

    def seen_now(self, identity: UUID) -> QuerySet[Placement]:
        """Where a page is seen that was once seen here: on this site first, else on the one that it lives on now."""
        return Placement.objects.filter(kind="page", publication=identity).order_by(*self.here_first())

    def here_first(self) -> tuple[Case, str]:
        return Case(When(site=self.site_id, then=0), default=1, output_field=IntegerField()), "shared"

    def redirects(self) -> QuerySet[Placement]:
        return self.placements().filter(kind="redirect")

    def left_behind(self) -> QuerySet[PastPath]:
        """Paths that pages left by a new name or a move, where nothing else stands: where the page is seen now."""
        here = Placement.objects.filter(site=self.site_id)
        taken = here.filter(path_key=OuterRef("path_key"))
        redirected = here.filter(path_key=Concat(Value("r"), OuterRef("path_key")))
        seen = Placement.objects.filter(kind="page", publication=OuterRef("identity"))
        past = PastPath.objects.filter(site_id=self.site_id).exclude(path="")
        return past.filter(Exists(seen), ~Exists(taken), ~Exists(redirected))

    def tags(self) -> QuerySet[PlacementTag]:
        return PlacementTag.objects.filter(site_id=self.site_id)

    def image(self, identity: UUID) -> Publication | None:
        """An image that something on this site shows; None for any other."""
        return self._shown("image", identity)

    def file(self, identity: UUID) -> Publication | None:
        """A file that something on this site mentions; None for any other."""
        return self._shown("file", identity)

    def _shown(self, kind: str, identity: UUID) -> Publication | None:
        shown = Dependency.objects.filter(
            kind=kind, object_id=OuterRef("identity__object_id"), publication__placements__site=self.site_id
        )
        return Publication.objects.filter(Exists(shown), kind=kind, pk=identity).first()


# What this process has met: a front end that changes raises its site's version, so under the same version it is as it
# was, and the query that asks for the version alone takes half the time.
_met: dict[str, Served] = {}
MOST_MET = 10_000


def _meet(served: Served) -> Served:
    if served.version is not None and len(_met) < MOST_MET:
        _met[served.slug] = served
    return served


def forget() -> None:
    """Meet them all anew; for tests, where versions begin at 1 again and again."""
    _met.clear()


VERSION = Subquery(Counter.objects.filter(site=OuterRef("site")).values("version"))


def _frontends(**named: Given) -> QuerySet[Frontend, tuple[object, ...]]:
    language = "site__root_page__locale__language_code"
    found = Frontend.objects.filter(**named).order_by()
    return found.values_list("site_id", "slug", "name", "base_url", "time_zone", language, VERSION)


SLUG = Given("slug", SlugField())
VERSIONS = Prepared(
    lambda: Frontend.objects.filter(slug=SLUG).order_by().values_list("site_id", VERSION), planned_once=True
)
NAMED = Prepared(lambda: _frontends(slug=SLUG), planned_once=True)
ONCE_NAMED = Prepared(lambda: _frontends(past_slugs__slug=SLUG), planned_once=True)
