"""The demo's people: an editor for each site, a writer whose texts one of them approves, and a developer."""

import secrets
from collections.abc import Collection
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractUser, Group
from wagtail.users.models import UserProfile

LOCAL = ("localhost", "127.0.0.1", "::1")


@dataclass(frozen=True)
class Person:
    """Somebody who logs in. An editor is called as the site they edit; the developer has none. A writer does not
    publish.
    """

    username: str
    first_name: str
    last_name: str
    site: str = ""
    writes: bool = False

    @property
    def password(self) -> str:
        if self.writes:
            return f"demo-skriver-i-{self.site}"
        return f"demo-i-{self.site}" if self.site else "demo-for-alla"

    @property
    def may(self) -> str:
        if self.writes:
            return f"writes for the site {self.site}, where an editor approves"
        return f"edits the site {self.site}" if self.site else "may do everything"


def _editor(site: str, first_name: str, last_name: str) -> Person:
    return Person(site, first_name, last_name, site)


PEOPLE = (
    _editor("vantor", "Vera", "Vantör"),
    _editor("varmland", "Valter", "Värmland"),
    _editor("riks", "Rakel", "Riks"),
    _editor("stockholm", "Stina", "Stockholm"),
    _editor("karlstad", "Karim", "Karlstad"),
    _editor("arvika", "Arvid", "Arvika"),
    _editor("kristinehamn", "Kristina", "Kristinehamn"),
    _editor("skarpnack", "Signe", "Skarpnäck"),
    _editor("sodermalm", "Sören", "Södermalm"),
    _editor("hagersten", "Hedda", "Hägersten"),
    Person("admin", "Ada", "Admin"),
)
WRITER = Person("skribent", "Sanna", "Skribent", "vantor", writes=True)
EVERYBODY = (*PEOPLE, WRITER)


@dataclass(frozen=True)
class Team:
    """The users by username, and the usernames that log in with the password printed here."""

    users: dict[str, AbstractUser]
    known: set[str]


def make(editors: dict[str, Group], writers: dict[str, Group]) -> Team:
    """The people, in their groups by the site's slug. One who exists already is left alone, with their own password."""
    users, known = {}, set()
    for person in EVERYBODY:
        user = get_user_model().objects.filter(username=person.username).first()
        if user is None:
            user = _make(person)
            known |= {person.username} if _local() else set()
        if person.site:
            user.groups.add((writers if person.writes else editors)[person.site])
        users[person.username] = user
    return Team(users, known)


def _make(person: Person) -> AbstractUser:
    make_user = get_user_model().objects.create_user if person.site else get_user_model().objects.create_superuser
    user = make_user(
        person.username,
        f"{person.username}@example.se",
        person.password if _local() else secrets.token_urlsafe(16),
        first_name=person.first_name,
        last_name=person.last_name,
    )
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = "sv"
    profile.save()
    return user


def logins(known: Collection[str] = ()) -> list[str]:
    """A line for each: the password only where it is still the one that stands in this file.

    `known` are those of whom that is known without trying it, which takes a while.
    """
    names = [person.username for person in EVERYBODY]
    users = {user.username: user for user in get_user_model().objects.filter(username__in=names)}
    lines = []
    for person in EVERYBODY:
        user = users.get(person.username)
        if user:
            own = person.username in known or user.check_password(person.password)
            password = person.password if own else "(not the demo's own; set one: manage.py changepassword)"
            lines.append(f"  {person.username:<14}{password:<22}{person.may}")
    return lines


def _local() -> bool:
    """Passwords that everybody can read are for one's own machine only."""
    return urlsplit(settings.PUBLIC_URL).hostname in LOCAL
