"""Every list, report and form that an editor can reach fits a small phone: nothing is wider, cut off or too small."""

import re
from collections import Counter

from playwright.sync_api import Page, expect

from tests.browser.phone import HEIGHT, WIDTHS, box, fits, misfits, misfits_at, page, phone
from tests.browser.stack import Stack

__all__ = ["page", "phone"]  # fixtures
# They end the session, answer with a file, lead to a front end, or ask for more than an address.
LEFT_OUT = re.compile(r"logout|/dokument/|/media/|preview|/bulk/|/revert/|/create/|/handbok/.+|page-types-usage")
THUMB, GAP = 44, 8  # px
# What is asked before something is done that cannot be undone with a tap.
QUESTIONS = {
    "unpublish": "pages/{page}/unpublish/",
    "delete": "pages/{page}/delete/",
    "delete several": "bulk/wagtailcore/page/delete/?id={page}&next=/admin/pages/",
    "unpublish several": "bulk/wagtailcore/page/unpublish/?id={page}&next=/admin/pages/",
    "delete an image": "images/{image}/delete/",
    "withdraw consent": "personer/withdraw/{person}/",
    "delete a person": "personer/delete/{person}/",
}


def links(page: Page, stack: Stack) -> list[str]:
    found: list[str] = page.evaluate("() => [...document.querySelectorAll('a[href]')].map(a => a.href.split('#')[0])")
    return [link for link in found if link.startswith(stack.admin) and not LEFT_OUT.search(link)]


def kind(link: str) -> str:
    """Links that lead to the same view, each with another thing."""
    return re.sub(r"\d+", "1", link.partition("?")[0])


def number(page: Page, stack: Stack, listing: str) -> str:
    """The first thing in a list."""
    page.goto(stack.admin + listing)
    link = page.locator("td.title a, .listing a[href*='/images/']").first.get_attribute("href") or ""
    return re.findall(r"\d+", link)[-1]


def test_whatever_an_editor_reaches_fits(page: Page, stack: Stack) -> None:
    waiting, seen, told = [stack.admin], Counter[str](), {}
    while waiting:
        url = waiting.pop(0)
        tab = page.context.new_page()
        tab.set_viewport_size({"width": WIDTHS[0], "height": HEIGHT})  # some scripts measure once
        if (answer := tab.goto(url)) and answer.ok and (found := misfits(tab)):
            told[url] = found
        for link in links(tab, stack):
            seen[kind(link)] += 1
            if seen[kind(link)] == 1:
                waiting.append(link)
        tab.close()
    assert len(seen) > 50
    assert told == {}


def test_open_filters_fit(page: Page, stack: Stack) -> None:
    for view in ("personer/", "images/", "reports/site-history/", "reports/aging-pages/"):
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": HEIGHT})
            page.goto(stack.admin + view)
            page.locator("#filters-drilldown").get_by_role("button").first.tap()
            expect(page.get_by_role("heading", name="Filtrera", exact=True)).to_be_visible()
            assert misfits_at(page, width) == []


def test_answers_are_as_large_as_a_thumb_and_stand_apart(page: Page, stack: Stack) -> None:
    own = {
        "page": number(page, stack, "pages/"),
        "image": number(page, stack, "images/"),
        "person": number(page, stack, "personer/"),
    }
    told = {}
    for name, view in QUESTIONS.items():
        page.goto(stack.admin + view.format(**own))
        boxes = [box(button) for button in page.locator("#main form .button:visible").all()]
        assert len(boxes) >= 2, name
        yes, no = boxes[-2:]
        if min(yes["height"], no["height"]) < THUMB or no["y"] - yes["y"] - yes["height"] < GAP:
            told[name] = (yes, no)
        fits(page)
    assert told == {}


def test_what_is_ticked_can_be_acted_on(page: Page, stack: Stack) -> None:
    for view, row in (("pages/", "td.bulk-action-checkbox-cell input"), ("images/", "li .bulk-action-checkbox")):
        page.goto(stack.admin + view)
        if view == "pages/":
            page.locator("td.children a").first.tap()
        page.locator(row).first.check()
        bar = page.get_by_role("region", name="Gör med flera")
        expect(bar.get_by_role("link")).not_to_have_count(0)
        for button in bar.get_by_role("link").all():
            expect(button).to_be_in_viewport(ratio=1)
            assert box(button)["height"] >= THUMB
        fits(page)
