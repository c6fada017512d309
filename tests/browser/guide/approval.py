"""What a writer and an editor see of the demo's article that waits: the pictures of docs/redaktor/granska.md."""

from playwright.sync_api import Browser

from tests.browser.desk import Desk
from tests.browser.guide.browsers import phone
from tests.browser.guide.camera import GUIDE, picture
from tests.browser.stack import Stack

HEIGHT = 740


def take(browser: Browser, stack: Stack) -> None:
    with phone(browser, HEIGHT) as page:
        Desk(page, stack, "skribent")
        picture(page, GUIDE / "vantar.png")
    with phone(browser, HEIGHT) as page:
        Desk(page, stack, "vantor")
        waiting = page.get_by_role("region", name="Väntar på dig", exact=True)
        waiting.get_by_text("Begär ändringar").first.tap()
        waiting.evaluate("part => part.scrollIntoView({block: 'end'})")
        picture(page, GUIDE / "godkann.png")
