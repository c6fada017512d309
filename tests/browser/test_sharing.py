"""The national body shares an article, a branch pins it with words of its own, and it is recalled."""

import re
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PATIENCE
from tests.browser.desk import Desk
from tests.browser.stack import Stack
from tests.browser.visit import heading, visit

TITLE = "Vi delar på ansvaret"
INTRODUCTION = "Hos oss gäller det framför allt torget."

Sit = Callable[[str], Desk]


@pytest.fixture
def sit(browser: Browser, stack: Stack) -> Iterator[Sit]:
    """Each editor at a computer of their own."""
    contexts = []

    def down(username: str) -> Desk:
        context = browser.new_context(locale="sv-SE", viewport={"width": 1280, "height": 900})
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        return Desk(context.new_page(), stack, username)

    yield down
    for context in contexts:
        context.close()


def told(page: Page, words: str) -> None:
    expect(page.get_by_role("status").get_by_text(words)).to_be_visible()


def test_an_article_travels_and_comes_home(sit: Sit, page: Page, stack: Stack) -> None:
    national, branch = sit("riks"), sit("vantor")
    national.new_article(TITLE, "En text för alla.")
    national.publish()
    national.page.get_by_role("status").get_by_role("link", name=f"”{TITLE}”").click()
    expect(national.page.locator("#id_title")).to_be_visible()
    national.page.locator("header").get_by_role("button", name="Välj", exact=True).first.click()
    national.page.get_by_role("link", name="Visa på fler webbplatser").click()
    national.page.get_by_role("radio", name="På alla distrikts och föreningars webbplatser").check()
    national.page.get_by_role("button", name="Spara").click()
    told(national.page, "Artikeln visas nu också på 9 andra webbplatser.")

    branch.page.get_by_role("link", name="Erbjudna artiklar").click()
    branch.page.get_by_role("link", name=re.compile("^Visas hos oss")).click()
    branch.page.get_by_role("link", name=f"Fäst, inledning och datum för ”{TITLE}”").click()
    branch.page.get_by_role("checkbox", name="Fäst överst").check()
    branch.page.get_by_role("textbox", name="Egen inledning").fill(INTRODUCTION)
    branch.page.get_by_role("button", name="Spara").click()
    told(branch.page, "Så visas")

    address = f"{stack.urls['vantor']}/aktuellt/vi-delar-på-ansvaret/"
    visit(page, address)
    expect(heading(page)).to_have_text(TITLE)
    expect(page.get_by_text(INTRODUCTION)).to_be_visible()
    expect(page.get_by_text("Artikeln kommer från Vänsterpartiet")).to_be_visible()

    national.page.get_by_role("link", name="Dra tillbaka överallt").click()
    national.page.get_by_label("Varför?").fill("Siffrorna stämde inte.")
    national.page.get_by_role("button", name="Ja, dra tillbaka överallt").click()
    told(national.page, "Artikeln är tillbakadragen.")
    visit(page, address)
    expect(heading(page)).not_to_have_text(TITLE)
    branch.page.reload()
    expect(branch.page.get_by_text(TITLE)).to_have_count(0)
