"""On a phone: a writer hands in an article, an editor approves it on the start page, and a visitor reads it."""

import re
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import PATIENCE
from tests.browser.desk import PASSWORDS
from tests.browser.stack import Stack
from tests.browser.visit import heading, news, settle, visit

PHONE = {"width": 360, "height": 740}
TITLE = "Vinterbad vid Magelungen"
LEAD = "Vi håller vaken öppen och bastun varm."
COMMENT = "Skriv vilken dag."

LogIn = Callable[[str], Page]


@pytest.fixture
def log_in(browser: Browser, stack: Stack) -> Iterator[LogIn]:
    """Each person on a phone of their own."""
    contexts = []

    def on_a_phone(username: str) -> Page:
        context = browser.new_context(locale="sv-SE", viewport=PHONE, has_touch=True)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        page = context.new_page()
        page.goto(stack.admin)
        page.get_by_role("textbox", name="Användarnamn").fill(username)
        page.locator("[name=password]").fill(PASSWORDS[username])
        page.get_by_role("button", name="Logga in").click()
        expect(page.locator(".desk")).to_be_visible()
        return page

    yield on_a_phone
    for context in contexts:
        context.close()


def row(page: Page, listing: str) -> Locator:
    """The article's row in a list of the start page."""
    return page.get_by_role("region", name=listing, exact=True).get_by_role("listitem").filter(has_text=TITLE)


def told(page: Page, words: str) -> None:
    expect(page.get_by_role("status").get_by_text(words)).to_be_visible()


def fits(page: Page) -> bool:
    """Nothing of the start page stands outside of the list or card that it belongs to."""
    return page.evaluate(
        "Array.from(document.querySelectorAll('.desk li, .desk section')).every(box =>"
        " Array.from(box.querySelectorAll('a, button, textarea, summary, p')).every(part =>"
        " part.getBoundingClientRect().right <= box.getBoundingClientRect().right + 1))"
    )


def faultless(page: Page) -> None:
    settle(page)
    report = Axe().run(page, context=".desk")
    assert report.violations_count == 0, report.generate_report()


def hand_in(page: Page) -> None:
    """Press the main button below the form."""
    footer = page.get_by_role("navigation", name="Knappar (längst ner)")
    footer.get_by_role("button", name=re.compile("^Skicka för godkännande")).first.click()
    told(page, "väntar nu på godkännande")


def test_a_colleagues_article_is_approved_on_a_phone(log_in: LogIn, page: Page, stack: Stack) -> None:
    writer = log_in("skribent")
    writer.get_by_role("link", name="Skriv artikel").click()
    writer.locator("#id_title").fill(TITLE)
    writer.get_by_role("textbox", name="Ingress").fill(LEAD)
    expect(writer.get_by_role("button", name="Publicera", exact=True)).to_have_count(0)
    hand_in(writer)
    writer.goto(stack.admin)
    expect(row(writer, "Väntar på godkännande")).to_contain_text("inlämnad i dag")
    expect(row(writer, "Dina utkast")).to_have_count(0)
    assert fits(writer)
    faultless(writer)

    editor = log_in("vantor")
    waiting = row(editor, "Väntar på dig")
    expect(waiting).to_contain_text("från Sanna Skribent")
    waiting.get_by_text("Begär ändringar").click()
    editor.get_by_label(f"Vad ska ändras i ”{TITLE}”?").fill(COMMENT)
    assert fits(editor)
    faultless(editor)
    waiting.get_by_role("button", name="Skicka tillbaka").click()
    told(editor, "är skickad tillbaka för ändringar till Sanna Skribent")
    expect(waiting).to_have_count(0)

    writer.reload()
    expect(row(writer, "Dina utkast")).to_contain_text("Skickad tillbaka för ändringar")
    expect(row(writer, "Dina utkast")).to_contain_text(COMMENT)
    row(writer, "Dina utkast").get_by_role("link", name=TITLE).click()
    writer.get_by_role("textbox", name="Ingress").fill(f"{LEAD} Kom på söndag!")
    hand_in(writer)

    vantor = stack.urls["vantor"]
    visit(page, f"{vantor}/")
    expect(page.get_by_text(TITLE)).to_have_count(0)
    editor.reload()
    waiting.get_by_role("button", name="Godkänn").click()
    told(editor, f"Artikeln ”{TITLE}” är publicerad. Den syns på Vänsterpartiet Vantör")
    expect(waiting).to_have_count(0)
    page.reload()
    news(page).get_by_role("link", name=TITLE).click()
    expect(heading(page)).to_have_text(TITLE)
    expect(page.get_by_text("Kom på söndag!")).to_be_visible()
