"""What a visitor of a front end does: reads on, goes back, shares, follows an old address, meets a fault."""

import re

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser.desk import Desk
from tests.browser.stack import Stack
from tests.browser.visit import drawn, heading, visit


def test_more_articles_are_shown_until_there_are_no_more(page: Page, stack: Stack) -> None:
    total = page.request.get(f"{stack.api}sites/riks/articles/?count=true").json()["count"]
    visit(page, f"{stack.urls['riks']}/aktuellt/")
    cards, more = page.locator("main").get_by_role("article"), page.get_by_role("button", name="Visa fler")
    first = cards.count()
    assert first < total
    while more.is_visible():
        shown = cards.count()
        more.press("Enter")
        expect(cards).not_to_have_count(shown)
        expect(cards.nth(shown).get_by_role("link").first).to_be_focused()
        expect(page.locator("#gv-announce")).to_have_text(f"{cards.count() - shown} artiklar till visas")
    expect(cards).to_have_count(total)
    addresses = cards.get_by_role("link").evaluate_all("links => links.map(link => link.href)")
    assert len(set(addresses)) == total


def test_back_leads_to_the_place_where_one_was(page: Page, stack: Stack) -> None:
    visit(page, f"{stack.urls['vantor']}/aktuellt/")
    last = page.locator("main").get_by_role("article").last.get_by_role("link")
    last.scroll_into_view_if_needed()
    place = page.evaluate("scrollY")
    assert place > 500
    title = last.inner_text()
    last.click()
    expect(heading(page)).to_have_text(title)
    drawn(page)
    assert page.evaluate("scrollY") == 0
    expect(page.locator("main")).to_be_focused()
    page.go_back()
    expect(heading(page)).to_have_text("Aktuellt")
    drawn(page)
    assert page.evaluate("scrollY") == pytest.approx(place, abs=40)
    page.go_forward()
    expect(heading(page)).to_have_text(title)


def test_the_menu_on_a_phone_works_by_keyboard(page: Page, stack: Stack) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    visit(page, f"{stack.urls['vantor']}/bli-aktiv/")
    toggle = page.get_by_role("button", name="Meny")
    menu = page.get_by_role("navigation", name="Huvudmeny")
    for _ in range(3):  # past the way to the content and the logo
        page.keyboard.press("Tab")
    expect(toggle).to_be_focused()
    expect(menu.get_by_role("link")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(toggle).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    expect(menu.get_by_role("link", name="Aktuellt")).to_be_focused()
    page.keyboard.press("Escape")
    expect(toggle).to_be_focused()
    expect(menu.get_by_role("link")).to_have_count(0)
    page.keyboard.press("Space")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text("Aktuellt")
    expect(toggle).to_have_attribute("aria-expanded", "false")


def test_the_link_is_copied(page: Page, context: BrowserContext, stack: Stack) -> None:
    url = f"{stack.urls['vantor']}/aktuellt/valborg/"
    context.grant_permissions(["clipboard-read", "clipboard-write"], origin=stack.urls["vantor"])
    visit(page, f"{url}?utm_source=x#nagot")
    page.get_by_role("button", name="Kopiera länk").click()
    expect(page.get_by_text("Länken är kopierad")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == url


def test_an_old_address_leads_to_the_new_one(page: Page, stack: Stack) -> None:
    desk = Desk(page, stack, "vantor")
    desk.edit("/om-oss/medlemsmoten/")
    desk.rename("vara-moten")
    desk.publish()
    visit(page, f"{stack.urls['vantor']}/om-oss/medlemsmoten/#nagot")
    expect(heading(page)).to_have_text("Medlemsmöten")
    assert page.url == f"{stack.urls['vantor']}/om-oss/vara-moten/#nagot"


def test_without_the_api_the_visitor_is_told_and_can_try_again(page: Page, stack: Stack) -> None:
    api = re.compile(re.escape(stack.api))
    page.route(api, lambda route: route.abort())
    visit(page, f"{stack.urls['vantor']}/om-oss/")
    expect(heading(page)).to_have_text("Något gick fel")
    expect(page.get_by_text("Vi når inte innehållet just nu")).to_be_visible()
    page.unroute(api)
    page.get_by_role("button", name="Försök igen").click()
    expect(heading(page)).to_have_text("Om oss")
    expect(page.get_by_role("navigation", name="Huvudmeny")).to_be_visible()
