"""The editors' guide inside the admin: every text and picture of it, for those who are logged in, and nothing else."""

import re
from pathlib import Path
from urllib.parse import urljoin

import pytest
from django.test import Client
from django.urls import reverse

from cms.core.guide import FOLDER
from tests.admin.conftest import Desk

pytestmark = pytest.mark.django_db
LINKS = re.compile(r'<(?:a|img)\b[^>]* (?:href|src)="([^"#]+)')


def files() -> set[str]:
    return {str(file.relative_to(FOLDER)) for file in FOLDER.rglob("*.*")}


def body(page: str) -> str:
    return page[page.index('class="nice-padding guide"') : page.index("</article>")]


def test_every_text_and_picture_is_reached_from_the_first_page(vantor_desk: Desk) -> None:
    start = reverse("guide")
    seen: set[str] = set()
    waiting = {start + "README.md"}
    while waiting:
        address = waiting.pop()
        seen.add(address)
        answer = vantor_desk.client.get(address)
        assert answer.status_code == 200, address
        if address.endswith(".md"):
            found = {urljoin(address, link) for link in LINKS.findall(body(answer.content.decode()))}
            waiting |= {link for link in found if Path(link).suffix} - seen
        else:
            assert answer.headers["Content-Type"] == "image/png"
    assert {address.removeprefix(start) for address in seen} == files()


def test_its_titles_tables_and_pictures_are_html(vantor_desk: Desk) -> None:
    first = vantor_desk.client.get(reverse("guide")).content.decode()
    assert "För dig som är redaktör" in first
    assert "<table>" in first
    assert "|---" not in first
    assert "Hela handboken" not in first
    article = vantor_desk.client.get(reverse("guide") + "forsta-artikeln.md").content.decode()
    assert "Hela handboken" in article
    assert "<h2>1. Börja</h2>" in article


@pytest.mark.parametrize("name", ["saknas.md", "../README.md", "..%2f..%2fmanage.py", "bilder/", "bilder/../README.md"])
def test_there_is_nothing_else(vantor_desk: Desk, name: str) -> None:
    assert vantor_desk.client.get(reverse("guide") + name).status_code == 404


def test_a_stranger_is_asked_to_log_in(client: Client) -> None:
    assert client.get(reverse("guide")).status_code == 302


def test_the_start_page_and_the_help_menu_lead_here_and_not_to_english(vantor_desk: Desk) -> None:
    start = vantor_desk.client.get(reverse("wagtailadmin_home")).content.decode()
    assert start.count(reverse("guide")) >= 2
    assert "guide.wagtail.org" not in start
