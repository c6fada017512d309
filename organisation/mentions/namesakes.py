"""People who are called the same in a register, where the public reads them: nothing that is not on the web is told."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from cms.pipeline.publish.models import Dependency, Identity
from organisation.board.places import same_name
from organisation.mentions.name import Name
from organisation.mentions.public import publications
from organisation.mentions.texts import probed
from organisation.models.period import today
from organisation.models.person import Person, agreeing


def elsewhere(who: Person) -> list[Person]:
    """Those of exactly that name whom other units' registers show today, by unit. Three queries at most."""
    others = _agreeing(Name(who.name)).exclude(unit=who.unit_id).order_by("unit__name", "unit", "pk")
    alike = {one.pk: one for one in others if same_name(one.name) == same_name(who.name)}
    return [alike[pk] for pk in _read(identities(alike)) if pk in alike]


def under(name: Name, besides: Person) -> dict[UUID, Person]:
    """By their identity: those whom any register may show under a name or a mailbox that holds this one."""
    found = _agreeing(name, "mailbox").exclude(pk=besides.pk).order_by("unit__name", "unit", "pk")
    alike = {one.pk: one for one in found if any(map(name.stands_in, _words(one)))}
    return {identity: alike[pk] for pk, identity in identities(alike).items()}


def identities(pks: Collection[int]) -> dict[int, UUID]:
    """In the order asked for. Who was never shown has none."""
    found = Identity.objects.filter(kind="person", object_id__in=pks).values_list("object_id", "uuid") if pks else []
    known = dict(found)
    return {pk: known[pk] for pk in pks if pk in known}


def _agreeing(name: Name, *columns: str) -> "QuerySet[Person]":
    named = Person.objects.filter(agreeing(today())).select_related("unit")
    return probed(named, ["name", *columns], name) if name.words else named.none()


def _words(who: Person) -> list[str]:
    return [who.name, who.mailbox] if who.consent_mailbox else [who.name]


def _read(people: dict[int, UUID]) -> list[int]:
    """Of these the ones whom some publication names."""
    if not people:
        return []
    naming = Dependency.objects.filter(kind="person", object_id__in=people)
    named = {f"p{pk}": Count("pk", filter=Q(body__contains=str(identity))) for pk, identity in people.items()}
    counts = publications().filter(dependencies__in=naming).order_by().aggregate(**named)
    return [pk for pk in people if counts[f"p{pk}"]]
