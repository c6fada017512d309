"""The browser that the pictures are taken with: it speaks Swedish, as an editor's own does."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser, Page, Playwright

from tests.browser.conftest import ARGUMENTS, NAMES, PATIENCE
from tests.browser.desk import Desk
from tests.browser.stack import Stack

PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 640},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
SWEDISH = "Fyll i det här fältet."
NOT_SWEDISH = "This Chromium has no Swedish, so its buttons would be English (Debian: apt install chromium-l10n)."


def launch(playwright: Playwright) -> Browser:
    """A Chromium that names its own buttons in Swedish; without its Swedish it says so and stops."""
    browser = playwright.chromium.launch(
        executable_path=os.environ.get("CHROMIUM") or NAMES[0],
        args=[*ARGUMENTS, "--lang=sv"],
        env={"LANGUAGE": "sv"},
    )
    page = browser.new_page()
    page.set_content("<input required>")
    said = page.locator("input").evaluate("field => field.validationMessage")
    page.close()
    if said != SWEDISH:
        raise SystemExit(NOT_SWEDISH)
    return browser


@contextmanager
def phone(browser: Browser, height: int = 640) -> Iterator[Page]:
    with _page(browser, PHONE | {"viewport": {"width": 360, "height": height}}) as page:
        yield page


@contextmanager
def computer(browser: Browser, height: int = 800) -> Iterator[Page]:
    with _page(browser, {"viewport": {"width": 1280, "height": height}}) as page:
        yield page


@contextmanager
def _page(browser: Browser, options: dict[str, Any]) -> Iterator[Page]:
    context = browser.new_context(locale="sv-SE", **options)
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def open_as(page: Page, stack: Stack, username: str, path: str) -> None:
    """A view of the admin, for somebody who logs in."""
    Desk(page, stack, username)
    page.goto(stack.admin + path)
