"""Swedish makes long words: on a phone none pushes anything over the edge of a front end, wherever it stands."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import PATIENCE
from tests.browser.phone import PHONE, misfits_at
from tests.browser.stack import Stack
from tests.browser.visit import visit

WORD = "Distriktsårskonferensförberedelsekommittéordförandekandidaten"  # 61 letters
# A welcome page, an article index, an article, a unit with its bodies, all units, and a page with every block.
PAGES = [
    ("vantor", "/"),
    ("vantor", "/aktuellt/"),
    ("vantor", "/aktuellt/forsta-maj/"),
    ("vantor", "/om-oss/styrelsen/"),
    ("riks", "/partiet/organisation/"),
    ("riks", "/alla-delar/"),
]
# Each text with a word in it becomes the long one.
REPLACE = """(word) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let count = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!/\\p{L}{3}/u.test(node.data) || node.parentElement.closest("script, style, .skip-link")) continue;
        node.data = word;
        count += 1;
    }
    return count;
}"""


@pytest.fixture
def page(browser: Browser, stack: Stack) -> Iterator[Page]:
    context = browser.new_context(**PHONE)
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


def test_a_word_of_61_letters_is_broken_wherever_it_stands(page: Page, stack: Stack) -> None:
    told = {}
    for site, path in PAGES:
        visit(page, stack.urls[site] + path)
        page.get_by_role("button", name="Meny").tap()
        assert page.evaluate(REPLACE, WORD) > 20, path
        if found := misfits_at(page, 360):
            told[path] = found
    assert told == {}
