"""An editor with nothing but a phone writes, takes a picture and publishes."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import PATIENCE
from tests.browser.desk import Desk
from tests.browser.phone import PHONE, fits
from tests.browser.stack import Stack
from tests.browser.visit import heading, news, visit
from tests.media.pictures import phone_photo

TITLE = "Kaffe och samtal utanför biblioteket på lördag förmiddag"
LEAD = "Kom förbi och berätta vad du vill ha mer av i Vantör."
DESCRIPTION = "En kaffetermos på ett bord i snön"


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A small phone."""
    phone = browser.new_context(**PHONE)
    phone.set_default_timeout(PATIENCE)
    yield phone
    phone.close()


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
