"""The two pictures of README.md: an editor's start page, and a front end."""

from playwright.sync_api import Browser

from tests.browser.desk import Desk
from tests.browser.guide.browsers import computer
from tests.browser.guide.camera import README, picture
from tests.browser.stack import Stack
from tests.browser.visit import visit


def take(browser: Browser, stack: Stack) -> None:
    with computer(browser, height=820) as page:
        Desk(page, stack, "vantor")
        picture(page, README / "admin.png")
    with computer(browser, height=720) as page:
        visit(page, f"{stack.urls['vantor']}/")
        page.wait_for_load_state("networkidle")
        picture(page, README / "front-end.png", colours=192)
