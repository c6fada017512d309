"""The list of parts with an example, and a map that waits for a yes: the pictures of docs/redaktor/delar.md."""

from playwright.sync_api import Browser, expect

from tests.browser.desk import Desk
from tests.browser.guide.browsers import computer, phone
from tests.browser.guide.camera import GUIDE, picture_of
from tests.browser.stack import Stack
from tests.browser.visit import visit


def take(browser: Browser, stack: Stack) -> None:
    with computer(browser) as page:
        Desk(page, stack, "vantor")
        page.get_by_role("link", name="Skriv artikel").click()
        add = page.locator("#panel-child-innehall-body-section").get_by_title("Lägg till en del")
        add.click()
        add.evaluate("button => button.scrollIntoView({block: 'start'})")
        page.locator(".w-combobox__option-row").filter(has_text="Stor puff").get_by_role("button").click()
        picture_of(page.locator(".w-combobox-container"), GUIDE / "valj-del.png", margin=0)
    with phone(browser, height=900) as page:
        visit(page, f"{stack.urls['riks']}/alla-delar/")
        shown = page.get_by_role("figure").filter(has_text="Rågsved på kartan")
        shown.scroll_into_view_if_needed()
        expect(shown.locator("img")).to_be_visible()
        picture_of(shown, GUIDE / "karta.png")
