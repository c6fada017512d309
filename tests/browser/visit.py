"""A visitor's view of a front end."""

from playwright.sync_api import Locator, Page, expect


def visit(page: Page, url: str) -> None:
    """Open an address and wait until the script has drawn it."""
    page.goto(url)
    drawn(page)


def drawn(page: Page) -> None:
    """Wait until nothing is on its way. Not with a function given as text: the page's policy forbids that."""
    expect(page.locator("main:not([aria-busy])")).to_be_visible()


def heading(page: Page) -> Locator:
    return page.get_by_role("heading", level=1)


def news(page: Page) -> Locator:
    """ "Aktuellt" on a welcome page."""
    return page.get_by_role("region", name="Aktuellt")


def settle(page: Page) -> None:
    """Wait until nothing is fading in: halfway, its colours are no colours of ours."""
    page.evaluate(
        "() => Promise.allSettled(document.getAnimations()"
        ".filter(one => one.effect.getComputedTiming().endTime < Infinity).map(one => one.finished))"
    )
