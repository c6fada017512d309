"""Whom an editor may choose in a form: people of the register of their own unit."""

from collections.abc import Iterator

from django.db.models import Q

from cms.core import viewer
from organisation.models.period import today
from organisation.models.person import Person, agreeing


def own_people() -> Q:
    """As a condition on Person, for the editor at work. A command or the worker, who are nobody, may take all."""
    user = viewer.current()
    if user is None or user.is_superuser:
        return Q()
    return Q(unit__frontend__site__root_page__in=viewer.own_pages(user))


def people() -> Iterator[tuple[int, str]]:
    """Primary key and name, in the order of the names."""
    yield from Person.objects.filter(own_people()).order_by("name", "pk").values_list("pk", "name")


def of_site(frontend: int) -> Iterator[tuple[int, str]]:
    """The same of those in the register of the front end's unit who may be named today."""
    found = Person.objects.filter(agreeing(today()), unit__frontend=frontend)
    yield from found.order_by("name", "pk").values_list("pk", "name")
