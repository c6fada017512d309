"""A small phone, and what has to be true of whatever it shows."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, FloatRect, Locator, Page

from tests.browser.conftest import PATIENCE
from tests.browser.desk import Desk
from tests.browser.stack import Stack

WIDTHS = (320, 360)
HEIGHT = 740
PHONE: dict[str, Any] = {
    "locale": "sv-SE",
    "viewport": {"width": 360, "height": HEIGHT},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
SLIDES = 20  # tenths of a second in which a part has slid open
SMALLEST = 24  # px, WCAG 2.2 AA 2.5.8
# The width that is needed, and the parts that need it. Not against innerWidth, which grows on a phone with
# what is shown; and the admin's own part of the page too, which hides what is beside it until a field gets the focus.
TOO_WIDE = """() => {
    const needed = [document.documentElement, document.querySelector("#main")].map(part => part ? part.scrollWidth : 0);
    return Math.max(...needed) <= screen.width ? [] : [needed, ...[...document.querySelectorAll("body *")]
        .filter(e => e.getBoundingClientRect().right > screen.width).map(e => e.outerHTML.slice(0, 100))];
}"""
# Buttons and fields that a thumb misses. Links that stand in a sentence may be as high as its lines.
TOO_SMALL = """([smallest]) => [...document.querySelectorAll("button, summary, select, textarea, .button, [role=tab], "
    + "input:not([type=hidden], .jcrop-keymgr)")]
    .filter(e => e.checkVisibility({opacityProperty: true, visibilityProperty: true}))
    .map(e => [e, e.getBoundingClientRect()]).filter(([, box]) => box.width > 2 && box.height > 2)
    .filter(([, box]) => box.width < smallest || box.height < smallest).map(([e]) => e.outerHTML.slice(0, 120))"""
# Headings, states and what one touches, where something that does not scroll cuts them off: at the sides, and for words
# above and below too. A row of tabs and a table may be pushed sideways; nothing else may.
CUT = """() => {
    const TOUCHED = "a[href], button, summary, select, textarea, .button, [role=tab], [contenteditable=true], "
        + "input:not([type=hidden], .jcrop-keymgr)";
    const READ = "h1, h2, h3, .w-status, .w-breadcrumbs li";
    const PUSHED = ".w-tabs__wrapper, .typed-table-block__wrapper, .table-scroll";
    const above = (element) => {
        const {position} = getComputedStyle(element);
        let parent = position === "fixed" ? null : element.parentElement;
        while (position === "absolute" && parent && getComputedStyle(parent).position === "static")
            parent = parent.parentElement;
        return parent;
    };
    const hides = (overflow) => /hidden|clip/.test(overflow);
    const cuts = (element) => {
        const words = element.matches(READ);
        let {left, right, top, bottom} = element.getBoundingClientRect();
        for (let box = above(element); box && box !== document.body; box = above(box)) {
            const {overflowX, overflowY} = getComputedStyle(box), edge = box.getBoundingClientRect();
            if (edge.width <= 2 || edge.height <= 2) return null;  // for those who listen
            if (hides(overflowX) && (right > edge.right + 1 || left < edge.left - 1)) return box;
            if (words && hides(overflowY) && (top < edge.top - 1 || bottom > edge.bottom + 1)) return box;
            const beyond = right > edge.right + 1 || left < edge.left - 1;
            if (/auto|scroll/.test(overflowX) && beyond && !box.matches(PUSHED)) return box;
            if (/auto|scroll/.test(overflowX)) [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
            if (/auto|scroll/.test(overflowY)) [top, bottom] = [edge.top, edge.top];
        }
        if (right > screen.width + 1 || left < -1) return document.documentElement;
        return hides(getComputedStyle(element).overflowX) && !element.matches("input, select, textarea")
            && element.scrollWidth > element.clientWidth + 1 ? element : null;
    };
    return [...document.querySelectorAll(`${TOUCHED}, ${READ}`)]
        .filter(e => e.checkVisibility({opacityProperty: true, visibilityProperty: true}))
        .map(e => [e, e.getBoundingClientRect()]).filter(([, box]) => box.width > 2 && box.height > 2 && box.bottom > 0)
        .map(([e]) => [e, cuts(e)]).filter(([, by]) => by)
        .map(([e, by]) => `${e.outerHTML.slice(0, 120)} is cut by ${by.outerHTML.slice(0, 80)}`);
}"""


def misfits_at(page: Page, width: int) -> list[str]:
    """What is wider than a screen of this width, or cut off."""
    page.set_viewport_size({"width": width, "height": HEIGHT})
    return [f"{width} px: {fault}" for fault in page.evaluate(TOO_WIDE) + page.evaluate(CUT)]


def misfits(page: Page) -> list[str]:
    """What is wider than the screen, cut off, or too small for a thumb."""
    found = [fault for width in WIDTHS for fault in misfits_at(page, width)]
    return found + page.evaluate(TOO_SMALL, [SMALLEST])


def fits(page: Page) -> None:
    """Soon: what slides open is cut off meanwhile."""
    found = misfits(page)
    for _ in range(SLIDES):
        if found:
            page.wait_for_timeout(100)
            found = misfits(page)
    assert found == [], found


def box(part: Locator) -> FloatRect:
    """Where it stands on the screen."""
    found = part.bounding_box()
    assert found is not None
    return found


@pytest.fixture(scope="module")
def phone(browser: Browser, stack: Stack) -> Iterator[Page]:
    """An editor who has logged in on a phone, once for all of this."""
    context = browser.new_context(**PHONE)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    Desk(page, stack, "vantor")
    yield page
    context.close()


@pytest.fixture
def page(phone: Page) -> Iterator[Page]:
    """A tab of its own: closing it asks nothing about what was not saved."""
    tab = phone.context.new_page()
    yield tab
    tab.close()
