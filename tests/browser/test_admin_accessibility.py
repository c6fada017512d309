"""axe finds nothing to complain of in the admin's views that are ours, on a wide screen and on a phone."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import PATIENCE
from tests.browser.desk import Desk
from tests.browser.stack import Stack
from tests.browser.views import VIEWS
from tests.browser.visit import settle

WIDTHS = (1280, 360)
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What Wagtail 8.0 itself draws so, with what is wrong: parts, and a rule for what cannot be left out as a part.
UPSTREAM = {
    "#fileupload": "the input of the multiple upload has no label; the button that is drawn over it has its words",
    ".w-field__comment-button--add": "beside a field in a part of a text it lies half under the next field's",
    ".tagit-new input": "the tag field's script puts an input without a label in the place of the labelled one",
}
UPSTREAM_RULES = {
    "aria-dialog-name": "the chooser's dialogue has no name of its own; its heading says it",
}
# A rule that stands, but not for what Wagtail draws: parts of one kind are regions of one name.
UPSTREAM_NODES = {"landmark-unique": "w-panel--nested"}
Session = Callable[[str], dict[str, Any]]


TO_THE_TOP = """() => [...document.querySelectorAll("html, #main")].map((one) => {
    const was = one.scrollTop;
    one.scrollTo(0, 0);
    return was;
}).every((was) => was === 0)"""


def complaints(page: Page) -> list[str]:
    """What axe finds at each width."""
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(reduced_motion="reduce")
        rules = {"target-size": {"enabled": True}} | {key: {"enabled": False} for key in UPSTREAM_RULES}
        options = {"runOnly": RULES, "rules": rules, "resultTypes": ["violations"]}
        stay_at_the_top(page)
        settle(page)
        result = Axe().run(page, {"exclude": [[selector] for selector in UPSTREAM]}, options)
        found += [f"{width} px: {violation}" for violation in ours(result.response["violations"])]
    return found


def stay_at_the_top(page: Page) -> None:
    """What is scrolled half under the bar there has half its size. Typing scrolls too, a while after."""
    quiet = 0
    while quiet < 3:
        quiet = quiet + 1 if page.evaluate(TO_THE_TOP) else 0
        page.wait_for_timeout(100)


def ours(violations: list[dict[str, Any]]) -> list[str]:
    """Each rule that is broken, with where: what Wagtail itself draws so is left out."""
    broken = []
    for rule in violations:
        drawn = UPSTREAM_NODES.get(rule["id"])
        nodes = [node["html"] for node in rule["nodes"] if not (drawn and drawn in node["html"])]
        broken += [f"{rule['id']}, {rule['help']}: {nodes}"] if nodes else []
    return broken


@pytest.fixture(scope="module")
def session(browser: Browser, stack: Stack) -> Session:
    """The cookies of somebody who has logged in; each logs in once."""
    sessions: dict[str, dict[str, Any]] = {}

    def of(username: str) -> dict[str, Any]:
        if username not in sessions:
            context = browser.new_context(locale="sv-SE")
            Desk(context.new_page(), stack, username)
            sessions[username] = context.storage_state()
            context.close()
        return sessions[username]

    return of


@pytest.fixture
def open_as(browser: Browser, session: Session) -> Iterator[Callable[[str], Page]]:
    contexts = []

    def opened(username: str) -> Page:
        contexts.append(browser.new_context(locale="sv-SE", storage_state=session(username), has_touch=True))
        contexts[-1].set_default_timeout(PATIENCE)
        return contexts[-1].new_page()

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("name", VIEWS)
def test_axe_finds_nothing(name: str, open_as: Callable[[str], Page], stack: Stack) -> None:
    username, visit = VIEWS[name]
    page = open_as(username)
    visit(page, stack)
    assert complaints(page) == []


def test_axe_finds_nothing_at_the_door(page: Page, stack: Stack) -> None:
    page.goto(stack.admin)
    expect(page.get_by_role("textbox", name="Lösenord")).to_be_visible()
    assert complaints(page) == []
