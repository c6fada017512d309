"""The steps of docs/redaktor/forsta-artikeln.md on a phone, a picture of each."""

from io import BytesIO

from PIL import Image
from playwright.sync_api import Browser, Page, expect

from home.demo.drawings import draw
from tests.browser.desk import Desk
from tests.browser.guide.browsers import phone
from tests.browser.guide.camera import GUIDE, picture
from tests.browser.stack import Stack


def step(page: Page, name: str) -> None:
    picture(page, GUIDE / f"forsta-artikeln-{name}.png")


def photo(scene: str) -> bytes:
    """What the camera is given to see."""
    file = BytesIO()
    Image.open(BytesIO(draw(scene))).convert("RGB").save(file, "JPEG", quality=90)
    return file.getvalue()


def take(browser: Browser, stack: Stack) -> None:
    with phone(browser) as page:
        walk(Desk(page, stack, "vantor"))


def walk(desk: Desk) -> None:
    page = desk.page
    step(page, "1-start")
    page.get_by_role("link", name="Skriv artikel").tap()
    page.locator("#id_title").fill("Kaffe och samtal utanför biblioteket på lördag")
    page.get_by_role("textbox", name="Ingress").fill("Kom förbi och berätta vad du vill ha mer av i Vantör.")
    step(page, "2-rubrik")
    desk.photograph(photo("market"), "Ett stånd med randigt tak i skymningen", lambda: step(page, "3-bild"))
    add = page.locator("#panel-child-innehall-body-section").get_by_title("Lägg till en del")
    add.tap()
    add.evaluate("button => button.scrollIntoView({block: 'center'})")
    step(page, "4-del")
    page.keyboard.press("Escape")
    text = desk.add_paragraph("Vi står där från klockan elva. Det finns bullar, och saft till barnen.")
    text.evaluate("field => field.scrollIntoView({block: 'center'})")
    step(page, "5-text")
    preview = desk.open_preview()
    expect(preview.get_by_role("heading", level=1)).to_be_visible()
    page.mouse.move(0, 600)  # no button under it that tells its name
    step(page, "6-forhandsgranska")
    page.get_by_role("button", name="Visa eller dölj förhandsgranskningen").tap()
    desk.publish()
    step(page, "7-publicerad")
