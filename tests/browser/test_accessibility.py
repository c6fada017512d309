"""axe finds nothing to complain of on the front ends' pages, wide and narrow, light and dark."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser.desk import Desk
from tests.browser.stack import GONE, Stack
from tests.browser.visit import drawn, heading, visit

PAGES = {
    "welcome vantor": ("vantor", "/", "Välkommen till ett Vantör för alla"),
    "welcome varmland": ("varmland", "/", None),
    "welcome riks": ("riks", "/", None),
    "article": ("vantor", "/aktuellt/forsta-maj/", "Fler än någonsin i vårt första maj-tåg"),
    "article index": ("vantor", "/aktuellt/", "Aktuellt"),
    "content page": ("vantor", "/om-oss/", "Om oss"),
    "organisation": ("varmland", "/organisationen/", None),
    "organisation of a branch": ("vantor", "/om-oss/styrelsen/", None),
    "congress": ("riks", "/partiet/organisation/", "Så är partiet uppbyggt"),
    "every block": ("riks", "/alla-delar/", "Alla delar på en sida"),
    "tag": ("vantor", "/?tag=fest", "fest"),
    "404": ("vantor", "/finns-inte/", "Vi hittar inte sidan"),
    "410": ("vantor", GONE, "Sidan är borttagen"),
    "all sites": ("", "/", "Alla webbplatser"),
}


def complaints(page: Page) -> list[str]:
    """What axe finds in each size and colour scheme."""
    found = []
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
            result = Axe().run(page)
            if result.violations_count:
                found.append(f"{width} px, {scheme}: {result.generate_report()}")
    return found


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(name: str, page: Page, stack: Stack) -> None:
    site, path, title = PAGES[name]
    visit(page, stack.urls[site] + path)
    if title:
        expect(heading(page)).to_have_text(title)
    expect(page.locator("[data-problem]")).to_have_count(1 if name in ("404", "410") else 0)
    assert complaints(page) == []


def test_axe_finds_nothing_in_a_preview(page: Page, stack: Stack) -> None:
    desk = Desk(page, stack, "vantor")
    desk.edit("/om-oss/")
    frame = desk.open_preview()
    expect(frame.get_by_role("heading", level=1)).to_have_text("Om oss")
    page.goto(desk.preview_address())
    drawn(page)
    expect(page.get_by_label("Förhandsgranskning")).to_be_visible()
    assert complaints(page) == []


def test_axe_finds_nothing_in_the_open_menu(page: Page, stack: Stack) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    visit(page, f"{stack.urls['vantor']}/")
    page.get_by_role("button", name="Meny").click()
    page.get_by_role("button", name="Undersidor till Om oss").click()
    expect(page.get_by_role("navigation", name="Huvudmeny").get_by_role("link", name="Medlemsmöten")).to_be_visible()
    assert Axe().run(page).generate_report().startswith("Found 0 ")
