"""load_demo over what is not the demo: it refuses, and changes nothing."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from wagtail.models import Page

from cms.sites.models import Frontend
from home import initial
from home.demo import people
from tests.build import Branch

pytestmark = pytest.mark.django_db


def test_it_refuses_over_a_real_site(vantor: Branch) -> None:
    pages = Page.objects.count()
    with pytest.raises(CommandError, match="content here already") as refusal:
        call_command("load_demo")
    assert refusal.value.returncode == 1
    assert Page.objects.count() == pages
    assert Frontend.objects.get(slug="vantor").name == "Vantor"


def test_a_new_installation_is_empty_and_can_be_cleared() -> None:
    assert initial.content() == ""
    initial.clear()
    assert not Page.objects.filter(depth__gt=1).exists()


def test_clearing_leaves_what_is_real(vantor: Branch) -> None:
    initial.clear()
    assert Frontend.objects.count() == 4
    assert not initial.wagtail_pages().exists()


def test_passwords_that_everybody_knows_are_for_ones_own_machine(settings) -> None:
    settings.PUBLIC_URL = "https://cms.example.se"
    groups = {person.site: Group.objects.create(name=person.site) for person in people.PEOPLE if person.site}
    known = people.make(groups, groups).known
    assert not any(person.password in line for person in people.EVERYBODY for line in people.logins(known))
