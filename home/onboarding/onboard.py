"""Onboarding one unit: everything that an order asks for, in one transaction. What stands already stays as it is."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from wagtail.models import Collection

from cms.pipeline.publish.publishing import publishing
from cms.sites import invitation
from cms.sites.models import Frontend, FrontendToken
from home.groups import EDITORS, WRITERS, ProvisioningError
from home.onboarding import starter
from home.onboarding.order import Order, OrderError
from home.provisioning import UnitFacts, provision

TOKEN = "Webbplatsen"  # noqa: S105  # the name of the first one
LIFETIME = timedelta(days=365)
LABEL_LENGTH = 70  # of a name that needs its slug to be told from another; a group's has 150 letters


@dataclass(frozen=True)
class Onboarded:
    """`is_new`: it was made just now. `token`: shown this once. `invited`: who is still to be written to."""

    frontend: Frontend
    is_new: bool
    token: str = ""
    invited: Any = None


def onboard(order: Order, by: Any = None) -> Onboarded:
    """Make a site with all that belongs to it. Raises OrderError, and then nothing is made."""
    standing = find(order)
    if standing:
        return Onboarded(standing, is_new=False)
    order.check()
    try:
        return _make(order, by)
    except ValidationError as error:
        raise OrderError.of(error) from error
    except ProvisioningError as error:
        raise OrderError({"name": str(error)}) from error


def find(order: Order) -> Frontend | None:
    """The site that such an order made before."""
    unit = order.standing_unit()
    if unit is None or unit.frontend is None or unit.frontend.slug != order.slug:
        return None
    return unit.frontend if (unit.kind, unit.name) == (order.wire_kind, order.name.strip()) else None


def send(onboarded: Onboarded, by: Any = None) -> bool:
    """Write to the first editor; whether the letter left. After the transaction: it waits for a server."""
    return bool(onboarded.invited) and invitation.send(onboarded.frontend, onboarded.invited, by)


def _make(order: Order, by: Any) -> Onboarded:
    with publishing():
        facts = UnitFacts(order.slug, order.name.strip(), order.wire_kind, parent=order.parent, areas=order.areas())
        place = provision(facts, label=_label(order), base_url=order.base_url)
        starter.write(place)
        token = FrontendToken.issue(place.frontend, TOKEN, LIFETIME)
        invited = _invite(place.frontend, order, by) if order.editor else None
    return Onboarded(place.frontend, True, token, invited)


def _invite(frontend: Frontend, order: Order, by: Any) -> Any:
    try:
        return invitation.invite(frontend, order.editor, "", by).user
    except invitation.Closed as closed:
        raise OrderError({"editor": "Kontot med den adressen är avstängt."}) from closed


def _label(order: Order) -> str:
    """What its folder and its groups are called: the unit's name, with the slug where another has that name."""
    name = order.name.strip()
    groups = [f"{role.name}: {name}" for role in (EDITORS, WRITERS)]
    taken = Group.objects.filter(name__in=groups).exists() or Collection.objects.filter(name=name).exists()
    return f"{name[:LABEL_LENGTH]} ({order.slug})" if taken else name
