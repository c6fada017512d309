"""Where the public reads a name today, whoever wrote it: in the publications themselves."""

import json
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from wagtail.models import Page

from cms.core.shown import Shown, where_shown
from cms.pipeline.publish.models import Dependency, Identity, Placement, Publication
from cms.pipeline.publish.redact import redact
from cms.sites.models import Frontend
from organisation.mentions.name import Name
from organisation.mentions.texts import probed, strings
from organisation.models.assignment import Assignment
from organisation.models.person import Person
from organisation.models.unit import Unit

WORDS = {"page": "sida", "frame": "webbplatsens meny och sidfot", "unit": "enhet"}
READ = tuple(WORDS)  # kinds that are read by themselves


@dataclass(frozen=True)
class Reading:
    """A publication. `shown`: the sites where a page is read, its own first.

    `people`: those of the people asked for whom it shows out of a register; `written`: somebody wrote the name, too.
    """

    kind: str
    pk: int
    title: str
    shown: tuple[Shown, ...] = ()
    people: frozenset[UUID] = frozenset()
    written: bool = True

    @property
    def where(self) -> str:
        """What it is, in an editor's words."""
        return ", ".join(one.site for one in self.shown) or WORDS[self.kind]

    @property
    def site(self) -> str:
        """Whose editors to ask."""
        return self.shown[0].site if self.shown else self.title


def readings(name: Name, people: Collection[UUID] = ()) -> list[Reading]:
    """All that hold the name. `people`: the identities of those who stand in a register under it."""
    bodies = probed(publications(), ["body"], name)
    placed = Placement.objects.filter(kind__in=READ)
    overlays = probed(placed, ["overlay", "page_overlay"], name).values("publication")
    found = publications().filter(Q(pk__in=bodies.values("pk")) | Q(pk__in=overlays))
    held = [one for one in found.prefetch_related("placements") if _holds(one, name)]
    told = zip(held, _told(held), strict=True)
    return [replace(reading, **_origin(one, name, people)) for one, reading in told]


def _holds(publication: Publication, name: Name, without: Collection[UUID] = ()) -> bool:
    return any(map(name.stands_in, _texts(publication, without)))


def _origin(publication: Publication, name: Name, people: Collection[UUID]) -> dict[str, Any]:
    """Whether the name still stands there once the register's people are taken out, as a withdrawal would do it."""
    here = frozenset(one for one in people if str(one) in publication.body)
    return {"people": here, "written": not here or _holds(publication, name, here)}


def naming(who: Person) -> list[Reading]:
    """All that name the person out of the register, and lose the name with the consent."""
    held = Assignment.objects.filter(person=who).values("pk")
    mine = Q(kind="person", object_id=who.pk) | Q(kind="assignment", object_id__in=held)
    identity = Identity.objects.filter(kind="person", object_id=who.pk).values_list("uuid", flat=True).first()
    if identity is None:
        return []
    dependent = publications().filter(dependencies__in=Dependency.objects.filter(mine), body__contains=str(identity))
    return _told(dependent.distinct())


def publications() -> "QuerySet[Publication]":
    """All that are read by themselves."""
    found = Publication.objects.filter(Q(placements__isnull=False) | Q(kind="unit"), kind__in=READ)
    return (
        Publication.objects.filter(pk__in=found.values("pk"))
        .select_related("identity")
        .order_by("kind", "-identity__object_id")
    )


def _texts(publication: Publication, without: Collection[UUID] = ()) -> Iterator[str]:
    ids = frozenset(map(str, without))
    yield from strings(redact(json.loads(publication.body), ids))
    for placement in publication.placements.all():
        for members in filter(None, (placement.overlay, placement.page_overlay)):
            yield from strings(redact(json.loads(f"{{{members}}}"), ids))


def _told(publications: Iterable[Publication]) -> list[Reading]:
    keys = [(one.kind, one.identity.object_id) for one in publications]
    pks = {kind: [pk for found, pk in keys if found == kind] for kind in READ}
    shown = where_shown(pks["page"])
    titles = {
        "page": dict(Page.objects.filter(pk__in=pks["page"]).values_list("pk", "title")),
        "frame": dict(Frontend.objects.filter(pk__in=pks["frame"]).values_list("pk", "name")),
        "unit": dict(Unit.objects.filter(pk__in=pks["unit"]).values_list("pk", "name")),
    }
    return [
        Reading(kind, pk, titles[kind].get(pk, ""), tuple(shown.get(pk, ())) if kind == "page" else ())
        for kind, pk in keys
    ]
