"""An editor writes, looks, publishes and takes back; the front ends follow."""

from collections.abc import Iterator
from urllib.parse import quote, unquote

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.desk import Desk
from tests.browser.stack import Stack
from tests.browser.visit import heading, news, visit

TITLE = "Lyktvandring i Kräppladalen"
PATH = "/aktuellt/lyktvandring-i-kräppladalen/"
SHORT = "Soppa på torget"
SHORT_PATH = "/aktuellt/soppa-på-torget/"


@pytest.fixture
def visitor(browser: Browser, stack: Stack) -> Iterator[Page]:
    """Somebody else, who is not logged in."""
    context = browser.new_context(locale="sv-SE", viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def status(page: Page, stack: Stack, site: str, path: str) -> int:
    """What the API says of an address."""
    return page.request.get(f"{stack.api}sites/{site}/resolve/?path={quote(path)}").status


def test_an_article_is_seen_first_by_its_editor_then_by_all_on_its_own_site_only(
    page: Page, visitor: Page, stack: Stack
) -> None:
    desk = Desk(page, stack, "vantor")
    vantor, varmland = stack.urls["vantor"], stack.urls["varmland"]
    visit(visitor, f"{vantor}/")

    desk.new_article(TITLE, "Ta med en lykta, så tar vi med kaffe.")
    desk.upload_image("Lyktor", "Tre lyktor i snön")
    desk.add_heading("Vägen dit")
    desk.add_paragraph("Vi går från torget klockan sju.")
    frame = desk.open_preview()
    expect(frame.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(frame.get_by_role("heading", level=2, name="Vägen dit")).to_be_visible()
    expect(frame.get_by_text("Vi går från torget klockan sju.")).to_be_visible()
    expect(frame.get_by_role("img", name="Tre lyktor i snön")).to_be_visible()
    expect(frame.get_by_label("Förhandsgranskning")).to_contain_text("bara du ser det här")
    shown = unquote(desk.preview_address())
    assert shown.startswith(f"{vantor}{PATH}?preview=")
    assert status(visitor, stack, "vantor", PATH) == 404

    desk.publish()
    expect(news(visitor).get_by_role("link", name=TITLE)).to_have_count(0)
    visitor.reload()
    news(visitor).get_by_role("link", name=TITLE).click()
    expect(heading(visitor)).to_have_text(TITLE)
    assert unquote(visitor.url) == vantor + PATH
    expect(visitor.get_by_role("heading", level=2, name="Vägen dit")).to_be_visible()
    image = visitor.get_by_role("img", name="Tre lyktor i snön")
    expect(image).to_be_visible()
    assert image.evaluate("image => image.decode().then(() => image.naturalWidth)") > 0

    visit(visitor, f"{varmland}/")
    expect(visitor.get_by_text(TITLE)).to_have_count(0)
    visit(visitor, varmland + PATH)
    expect(heading(visitor)).to_have_text("Vi hittar inte sidan")
    assert status(visitor, stack, "varmland", PATH) == 404


def test_unpublishing_takes_it_away_everywhere(page: Page, visitor: Page, stack: Stack) -> None:
    desk = Desk(page, stack, "vantor")
    vantor = stack.urls["vantor"]
    desk.new_article(SHORT, "Ta med egen skål.")
    desk.publish()
    desk.edit("/bli-aktiv/")
    desk.link(desk.add_paragraph("Vi bjuder på mat"), SHORT)
    desk.publish()
    visit(visitor, f"{vantor}/bli-aktiv/")
    words = visitor.get_by_text("Vi bjuder på mat")
    words.click()
    expect(heading(visitor)).to_have_text(SHORT)

    desk.edit(SHORT_PATH)
    desk.unpublish()
    visitor.reload()
    expect(heading(visitor)).to_have_text("Sidan är borttagen")
    assert status(visitor, stack, "vantor", SHORT_PATH) == 410
    visit(visitor, f"{vantor}/")
    expect(news(visitor).get_by_role("article")).not_to_have_count(0)
    expect(visitor.get_by_text(SHORT)).to_have_count(0)
    visit(visitor, f"{vantor}/aktuellt/")
    expect(visitor.get_by_text(SHORT)).to_have_count(0)
    visit(visitor, f"{vantor}/bli-aktiv/")
    expect(words).to_be_visible()
    expect(visitor.get_by_role("link", name="Vi bjuder på mat")).to_have_count(0)
