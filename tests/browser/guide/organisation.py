"""People, a consent and how delegates are worked out: docs/redaktor/organisationen.md, ombud.md. Nothing is saved."""

from playwright.sync_api import Browser, Page

from tests.browser.guide.browsers import computer, open_as
from tests.browser.guide.camera import GUIDE, picture, picture_of
from tests.browser.stack import Stack

MEMBERS = {"Farsta": 7, "Hägersten-Älvsjö": 7, "Skarpnäck": 7, "Södermalm": 9}


def take(browser: Browser, stack: Stack) -> None:
    with computer(browser, height=640) as page:
        open_as(page, stack, "vantor", "personer/")
        picture(page, GUIDE / "personer.png")
        page.get_by_role("link", name="Jonas Exempellöv", exact=True).click()
        page.set_viewport_size({"width": 1280, "height": 2400})
        picture_of(page.locator("#panel-samtycke-section"), GUIDE / "samtycke.png")
    with computer(browser, height=2400) as page:
        open_as(page, stack, "admin", "ombud/new/")
        share_out(page)
        picture_of(page.get_by_role("region", name="Så blir det"), GUIDE / "ombud.png")


def share_out(page: Page) -> None:
    """Six seats over four branches, of which three stand alike: the rule has something to decide."""
    page.locator("#id_body").select_option(label="Distriktsårskonferens (Vänsterpartiet Stockholm)")
    for name, value in {"seats": "6", "basis_date": "2025-12-31", "minimum": "0"}.items():
        page.locator(f"#id_{name}").fill(value)
    page.locator("#id_tie_rule").select_option("listed")
    for row, (branch, members) in enumerate(MEMBERS.items()):
        unit = page.locator(f"#id_shares-{row}-unit")
        if not unit.count():
            page.get_by_role("button", name="Lägg till enhet").click()
        unit.select_option(label=f"Vänsterpartiet {branch}")
        page.locator(f"#id_shares-{row}-members").fill(str(members))
    page.get_by_role("button", name="Räkna ut").click()
