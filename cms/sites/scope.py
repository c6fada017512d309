"""Scope: the one way to public rows. Whatever a reader may see of a site is a placement on that site."""

from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery

from cms.pipeline.publish.models import Counter, Dependency, PastPath, Placement, PlacementTag, Publication
from cms.sites.models import Frontend


class Scope:
    """What one site may see."""

    def __init__(self, frontend: Frontend, version: int) -> None:
        self.frontend = frontend
        self.site_id = frontend.site_id
        self.version = version
        self.language: str = frontend.language

    @classmethod
    def of(cls, slug: str) -> "Scope | None":
        """The scope of the site with this slug or former slug; None if there is none. One query for a current slug."""
        frontend = _frontends().filter(slug=slug).first() or _frontends().filter(past_slugs__slug=slug).first()
        return cls(frontend, frontend.version or 0) if frontend else None

    def placements(self) -> QuerySet[Placement]:
        """All that the site shows."""
        return Placement.objects.filter(site_id=self.site_id)

    def pages(self) -> QuerySet[Placement]:
        return self.placements().filter(kind="page")

    def past(self, path_key: str) -> PastPath | None:
        return PastPath.objects.filter(site_id=self.site_id, path_key=path_key).first()

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


def _frontends() -> QuerySet[Frontend]:
    version = Counter.objects.filter(site=OuterRef("site")).values("version")
    light = ["id", "slug", "site_id", "time_zone", "base_url", "name"]
    language = F("site__root_page__locale__language_code")
    return Frontend.objects.only(*light).annotate(version=Subquery(version), language=language)
