"""Other units whose registers show somebody of the same name: who keeps them, and the letter to these.

A consent is said to one unit (docs/decisions/0010). Whoever takes one back should not have to know of the others.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.db import transaction
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from wagtail.models import Page
from wagtail.permissions import policy_registry

from cms.sites.editors import able
from organisation.mentions import namesakes
from organisation.models import Person, Unit

logger = logging.getLogger("grenverk.organisation")
SENT = (
    "Ett mejl har gått till dem som sköter registret för {unit}, som också visar någon som heter {name}. De avgör om "
    "det är samma person."
)
NOT_SENT = (
    "Registret för {unit} visar också någon som heter {name}, men mejlet om det gick inte att skicka. Säg till dem som "
    "sköter registret för {unit} själv."
)


@dataclass(frozen=True)
class OtherRegister:
    """A unit, and whom its register shows under the name."""

    unit: Unit
    people: list[Person]


def showing(who: Person) -> list[OtherRegister]:
    """By unit, whoever anyone can read of there today under the same name."""
    found = namesakes.elsewhere(who)
    return [
        OtherRegister(some[0].unit, some) for _, rows in groupby(found, lambda one: one.unit_id) if (some := [*rows])
    ]


def keepers(unit: Unit) -> list[Any]:
    """Who can log in and change the unit's register; superusers where it has no editors of its own."""
    policy = policy_registry.get_by_type(Page)
    own = get_user_model().objects.none()
    if unit.frontend:
        own = policy.users_with_permission_for_instance("publish", unit.frontend.site.root_page)
    editors = able(own.exclude(is_superuser=True)).exclude(email="").order_by("pk")
    root = able(get_user_model().objects.filter(is_superuser=True)).exclude(email="").order_by("pk")
    return list(editors) or list(root)


def write_later(request: HttpRequest, who: Person) -> None:
    """Write to those who keep the other registers once the withdrawal is stored; the editor is told how it went."""
    for register in showing(who):
        transaction.on_commit(partial(_write, request, who, register, keepers(register.unit)))


def _write(request: HttpRequest, who: Person, register: OtherRegister, to: Iterable[Any]) -> None:
    sent = [_send(user, who, register) for user in to]
    words = {"unit": register.unit, "name": who.name}
    if any(sent):
        messages.success(request, SENT.format(**words))
    else:
        messages.warning(request, NOT_SENT.format(**words))


def _send(user: Any, who: Person, register: OtherRegister) -> bool:
    name = " ".join(who.name.split())
    words = {
        "user": user,
        "name": name,
        "withdrew": who.unit,
        "unit": register.unit,
        "links": [settings.WAGTAILADMIN_BASE_URL + reverse("personer:edit", args=[one.pk]) for one in register.people],
    }
    text = render_to_string("organisation/mail/namesake.txt", words)
    try:
        send_mail(f"Samtycke tillbakataget: {name}", text, None, [user.email])
    except (OSError, ValueError) as error:
        logger.warning("The letter to user %s about a namesake could not be sent: %s", user.pk, error)
        return False
    return True
