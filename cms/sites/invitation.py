"""Inviting somebody to edit a site: an account without a password, and a letter with the way to choose one."""

import logging
import re
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from wagtail.admin.utils import get_user_display_name
from wagtail.log_actions import log

from cms.sites import editors
from cms.sites.models import Frontend

logger = logging.getLogger("grenverk.sites")
NAME_LENGTH = 150
DAY = 24 * 60 * 60


class Closed(Exception):
    """The account of that address has been closed, and is not for an editor to open."""


@dataclass(frozen=True)
class Invited:
    """`is_new`: they were not among the site's editors before, so there is something to tell them."""

    user: Any
    is_new: bool


def invite(frontend: Frontend, email: str, name: str, by: Any = None) -> Invited:
    """Make somebody an editor of the site. Who has an account with that address already gets no second one."""
    email = get_user_model().objects.normalize_email(email.strip())
    user = _account(frontend, email)
    if user is None:
        user = _new_account(email, name)
        log(user, "wagtail.create", user=by)
    return admit(frontend, user, by)


def admit(frontend: Frontend, user: Any, by: Any = None) -> Invited:
    """Make the owner of an account an editor of the site. Raises Closed."""
    if not user.is_active:
        raise Closed(user.email)
    rooms = editors.groups(frontend)
    if user.groups.filter(pk__in=[room.pk for room in rooms]).exists():
        return Invited(user, is_new=False)
    user.groups.add(rooms[0])
    log(user, "wagtail.edit", user=by)
    return Invited(user, is_new=True)


def send(frontend: Frontend, user: Any, by: Any) -> bool:
    """Write to somebody who was invited; whether the letter left. Not within a transaction: it waits for a server.

    `by`: None where a command invited, and nobody's name stands in the letter.
    """
    link = _way_in(user)
    words = {
        "user": user,
        "site": " ".join(frontend.name.split()),
        "by": get_user_display_name(by) if by else "",
        "link": link,
        "chooses_password": not user.has_usable_password(),
        "days": settings.PASSWORD_RESET_TIMEOUT // DAY,
    }
    subject = f"Du är inbjuden som redaktör för {words['site']}"
    try:
        send_mail(subject, render_to_string("sites/mail/invitation.txt", words), None, [user.email])
    except (OSError, ValueError) as error:
        logger.warning("An invitation to user %s could not be sent: %s", user.pk, error)
        return False
    return True


def withdraw(frontend: Frontend, user: Any, by: Any = None) -> None:
    """Take back an invitation that nobody has answered. An account that is of no other use goes with it."""
    log(user, "wagtail.edit", user=by)
    user.groups.remove(*editors.groups(frontend))
    if not user.groups.exists() and not user.user_permissions.exists():
        log(user, "wagtail.delete", user=by)
        user.delete()


def _account(frontend: Frontend, email: str) -> Any:
    """The account of an address. Where several have it, one of the site's own editors, then one that is open."""
    own = set(editors.members(frontend).values_list("pk", flat=True))
    found = list(get_user_model().objects.filter(email__iexact=email).order_by("pk"))
    return min(found, key=lambda user: (user.pk not in own, not user.is_active, user.pk), default=None)


def _new_account(email: str, name: str) -> Any:
    first, _, last = " ".join(name.split()).partition(" ")
    names = {"first_name": first[:NAME_LENGTH], "last_name": last[:NAME_LENGTH]}
    return get_user_model().objects.create_user(_free_username(email), email, None, **names)


def _free_username(email: str) -> str:
    """The address itself, which one remembers; with a number where another account is called so."""
    wanted = re.sub(r"[^\w.@+-]", "-", email.lower())[: NAME_LENGTH - 4]
    taken = get_user_model().objects.filter(username__istartswith=wanted).values_list("username", flat=True)
    lower = {name.lower() for name in taken}
    names = [wanted, *(f"{wanted}-{number}" for number in range(2, len(lower) + 3))]
    return next(name for name in names if name not in lower)


def _way_in(user: Any) -> str:
    if user.has_usable_password():
        return settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_login")
    uid, token = urlsafe_base64_encode(force_bytes(user.pk)), default_token_generator.make_token(user)
    return settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_password_reset_confirm", args=[uid, token])
