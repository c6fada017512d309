"""The admin goes by our name: in tabs, above the menu and where one logs in."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse

from tests.admin.conftest import Desk

pytestmark = pytest.mark.django_db


def page(client: Client, name: str) -> BeautifulSoup:
    return BeautifulSoup(client.get(reverse(name)).content, "html.parser")


@pytest.mark.parametrize("name", ["wagtailadmin_home", "wagtailimages:add"])
def test_inside_a_tab_and_the_menu_have_our_name(name: str, vantor_desk: Desk) -> None:
    shown = page(vantor_desk.client, name)
    assert shown.title.string.endswith(" - Grenverk")
    assert shown.select_one("[data-wagtail-sidebar-branding-logo]").get_text(strip=True) == "Grenverk"


@pytest.mark.parametrize("name", ["wagtailadmin_login", "wagtailadmin_password_reset"])
def test_outside_it_too(name: str, client: Client) -> None:
    shown = page(client, name)
    assert shown.title.string.endswith(" - Grenverk")
    assert "wagtailadmin/images" not in shown.select_one("link[rel~=icon]")["href"]
    assert shown.select_one(".icon-wagtail") is None


def test_who_logs_in_sees_our_name(client: Client) -> None:
    assert page(client, "wagtailadmin_login").select_one(".login-logo").get_text(strip=True) == "Grenverk"
