"""Whom an editor may choose in a form, and by what name: people of the register of their own unit.

The register is for those who publish on the unit's site (cms/sites/policy.py). Whoever writes there without publishing
chooses from it too, but reads only the names that anybody may read.
"""

from collections.abc import Iterator
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet
from wagtail.permissions import policy_registry

from cms.core import viewer
from organisation.models.period import today
from organisation.models.person import Person, agreeing

UNSHOWN = "{name} (visas inte på webben)"
UNNAMED = "En person som inte visas på webben (nummer {pk})"


def own_people() -> Q:
    """As a condition on Person, for the editor at work. A command or the worker, who are nobody, may take all."""
    user = viewer.current()
    if user is None or user.is_superuser:
        return Q()
    return Q(unit__frontend__site__root_page__in=viewer.own_pages(user))


def called(people: "QuerySet[Person]") -> list[tuple[Person, str]]:
    """Each of them with the name that the editor at work may read, in the order of the names.

    Whoever may not be named to them comes last, by number: one who is chosen already must stay a choice, or the rest
    of the form could not be saved.
    """
    day = today()
    named: list[tuple[Person, str]] = []
    unnamed: list[tuple[Person, str]] = []
    for who in people.annotate(in_reach=_in_reach()).order_by("name", "pk"):
        if who.agrees(day):
            named.append((who, who.name))
        elif who.in_reach:
            named.append((who, UNSHOWN.format(name=who.name)))
        else:
            unnamed.append((who, UNNAMED.format(pk=who.pk)))
    return named + sorted(unnamed, key=lambda row: row[0].pk)  # the order of the names would tell of them


def people() -> Iterator[tuple[int, str]]:
    """Primary key and name of all whom the editor at work may choose."""
    yield from ((who.pk, name) for who, name in called(Person.objects.filter(own_people())))


def of_site(frontend: int) -> Iterator[tuple[int, str]]:
    """The same of those in the register of the front end's unit who may be named today."""
    found = Person.objects.filter(agreeing(today()), unit__frontend=frontend)
    yield from found.order_by("name", "pk").values_list("pk", "name")


def _in_reach() -> ExpressionWrapper:
    """Whether somebody stands in a register that the editor at work may open."""
    user: Any = viewer.current()
    if user is None:
        reach = Q(pk__isnull=False)
    else:
        mine = policy_registry.get_by_type(Person).instances_user_has_permission_for(user, "view")
        reach = Q(pk__in=mine.values("pk"))
    return ExpressionWrapper(reach, output_field=BooleanField())
