"""An editor with nothing but a phone writes, takes a picture and publishes; nothing is wider than the screen."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import PATIENCE
from tests.browser.desk import Desk
from tests.browser.stack import Stack
from tests.browser.visit import heading, news, visit
from tests.media.pictures import phone_photo

TITLE = "Kaffe och samtal utanför biblioteket på lördag förmiddag"
LEAD = "Kom förbi och berätta vad du vill ha mer av i Vantör."
DESCRIPTION = "En kaffetermos på ett bord i snön"
SMALLEST = 24  # px, WCAG 2.2 AA 2.5.8
# The width that is needed, and the parts that need it.
TOO_WIDE = """() => document.documentElement.scrollWidth <= innerWidth ? [] : [document.documentElement.scrollWidth,
    ...[...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth)
    .map(e => e.outerHTML.slice(0, 100))]"""
# Buttons and fields that a thumb misses. Links that stand in a sentence may be as high as its lines.
TOO_SMALL = """([smallest]) => [...document.querySelectorAll("button, summary, select, textarea, .button, [role=tab], "
    + "input:not([type=hidden])")].filter(e => e.checkVisibility({opacityProperty: true, visibilityProperty: true}))
    .map(e => [e, e.getBoundingClientRect()]).filter(([, box]) => box.width > 2 && box.height > 2)
    .filter(([, box]) => box.width < smallest || box.height < smallest).map(([e]) => e.outerHTML.slice(0, 120))"""


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A small phone."""
    phone = browser.new_context(
        locale="sv-SE", viewport={"width": 360, "height": 740}, device_scale_factor=2, is_mobile=True, has_touch=True
    )
    phone.set_default_timeout(PATIENCE)
    yield phone
    phone.close()


def fits(page: Page) -> None:
    """Neither wider than the screen nor too small for a thumb."""
    for width in (320, 360):
        page.set_viewport_size({"width": width, "height": 740})
        assert page.evaluate(TOO_WIDE) == []
    assert page.evaluate(TOO_SMALL, [SMALLEST]) == []


def test_an_article_with_a_picture_from_the_camera(page: Page, context: BrowserContext, stack: Stack) -> None:
    desk = Desk(page, stack, "vantor")
    fits(page)
    page.get_by_role("link", name="Skriv artikel").tap()
    expect(page.locator("#id_title")).to_be_visible()
    fits(page)
    page.locator("#id_title").fill(TITLE)
    page.get_by_role("textbox", name="Ingress").fill(LEAD)
    desk.photograph(phone_photo(), DESCRIPTION)
    fits(page)
    desk.add_paragraph("Vi står där från klockan elva.")
    desk.add_heading("Så hittar du dit")
    fits(page)
    expect(desk.publish_button()).to_be_in_viewport(ratio=1)

    preview = desk.open_preview()
    expect(preview.get_by_role("heading", level=1)).to_have_text(TITLE)
    fits(page)
    page.get_by_role("button", name="Visa eller dölj förhandsgranskningen").tap()

    desk.publish()
    fits(page)
    message = page.get_by_role("status").get_by_role("link", name=stack.urls["vantor"])
    expect(message).to_be_in_viewport()
    address = message.get_attribute("href") or ""

    visitor = context.new_page()
    visit(visitor, f"{stack.urls['vantor']}/")
    news(visitor).get_by_role("link", name=TITLE).tap()
    expect(heading(visitor)).to_have_text(TITLE)
    assert visitor.url == address
    expect(visitor.get_by_text("Vi står där från klockan elva.")).to_be_visible()
    fits_visitor = visitor.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    assert fits_visitor
    assert_upright(visitor)


def assert_upright(visitor: Page) -> None:
    """The photo was stored lying down: upright, its red half is at the top and its green strip at the right."""
    image = visitor.get_by_role("img", name=DESCRIPTION)
    expect(image).to_be_visible()
    shown = image.evaluate("image => image.decode().then(() => image.currentSrc)")
    answer = visitor.request.get(shown)
    assert answer.ok
    picture = Image.open(BytesIO(answer.body())).convert("RGB")
    assert picture.getexif() == {}
    colours = [picture.getpixel((int(picture.width * x), int(picture.height * y))) for x, y in PLACES]
    assert [max(range(3), key=colour.__getitem__) for colour in colours] == [RED, BLUE, GREEN]


PLACES = ((0.3, 0.25), (0.3, 0.75), (0.95, 0.5))
RED, GREEN, BLUE = range(3)


def test_enter_in_a_field_saves_a_draft_and_publishes_nothing(page: Page, stack: Stack) -> None:
    Desk(page, stack, "vantor")
    page.get_by_role("link", name="Skriv artikel").tap()
    page.locator("#id_title").fill("Bara halvskriven")
    page.locator("#id_title").press("Enter")
    expect(page.locator("#id_title")).to_have_value("Bara halvskriven")  # one line still
    page.locator("#id_image_alt").press("Enter")
    message = page.get_by_role("status").filter(has_text="Bara halvskriven")
    expect(message).to_be_visible()
    expect(message).not_to_contain_text("är publicerad")
    response = page.request.get(f"{stack.api}sites/vantor/resolve/?path=/aktuellt/bara-halvskriven/")
    assert response.status == 404


def test_what_an_editor_reaches_fits(page: Page, stack: Stack) -> None:
    Desk(page, stack, "admin")
    for view in ("", "webbplats/", "enheter/", "images/", "images/multiple/add/", "documents/", "pages/"):
        page.goto(stack.admin + view)
        fits(page)
    for view in ("webbplats/", "enheter/"):
        page.goto(stack.admin + view)
        page.get_by_role("row").nth(1).get_by_role("link").first.click()
        expect(page.get_by_role("button", name="Spara").first).to_be_in_viewport()
        fits(page)
