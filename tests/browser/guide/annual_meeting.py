"""A new board in Värmland, up to the last look: the pictures of docs/redaktor/efter-arsmotet.md. Nothing is saved."""

from playwright.sync_api import Browser

from tests.browser.guide.browsers import open_as, phone
from tests.browser.guide.camera import GUIDE, picture
from tests.browser.stack import Stack
from tests.browser.test_annual_meeting import choose, go_on


def take(browser: Browser, stack: Stack) -> None:
    with phone(browser, height=1040) as page:
        open_as(page, stack, "varmland", "efter-arsmotet/")
        secretary = page.get_by_label("Sekreterare", exact=True)
        promoted = secretary.locator("option:checked").inner_text()
        choose(page, "Ordförande", "Gerd Exempelsson")
        page.get_by_label("Kassör", exact=True).select_option(label=promoted)
        choose(page, "Sekreterare", "Ivar Exempelsson", agrees=False)
        page.get_by_label("Namn på sekreterare", exact=True).blur()
        page.evaluate("() => document.querySelectorAll('html, #main').forEach(one => one.scrollTo(0, 0))")
        picture(page, GUIDE / "efter-arsmotet-fyll-i.png")
        go_on(page)
        page.set_viewport_size({"width": 360, "height": 1720})
        picture(page, GUIDE / "efter-arsmotet-se-efter.png")
