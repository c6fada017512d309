"""Makes the pictures of docs/redaktor/forsta-artikeln.md anew: `python -m tests.browser.guide`."""

import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, expect, sync_playwright

from home.demo.drawings import draw
from tests.browser.conftest import ARGUMENTS, NAMES, PATIENCE
from tests.browser.desk import Desk
from tests.browser.stack import Stack

PICTURES = Path(__file__).parents[2] / "docs/redaktor/bilder"
COLOURS = 128  # enough for an admin, and a third of the bytes
PHONE = {"viewport": {"width": 360, "height": 640}, "device_scale_factor": 2, "is_mobile": True, "has_touch": True}


def picture(page: Page, name: str) -> None:
    page.wait_for_timeout(700)  # what slides and fades has come to rest
    shot = Image.open(BytesIO(page.screenshot())).convert("RGB").quantize(COLOURS)
    shot.save(PICTURES / f"forsta-artikeln-{name}.png", optimize=True)


def photo(scene: str) -> bytes:
    """What the camera is given to see."""
    file = BytesIO()
    Image.open(BytesIO(draw(scene))).convert("RGB").save(file, "JPEG", quality=90)
    return file.getvalue()


def walk(desk: Desk) -> None:
    """The steps of the page, a picture of each."""
    page = desk.page
    picture(page, "1-start")
    page.get_by_role("link", name="Skriv artikel").tap()
    page.locator("#id_title").fill("Kaffe och samtal utanför biblioteket på lördag")
    page.get_by_role("textbox", name="Ingress").fill("Kom förbi och berätta vad du vill ha mer av i Vantör.")
    picture(page, "2-rubrik")
    desk.photograph(photo("market"), "Ett stånd med randigt tak i skymningen", lambda: picture(page, "3-bild"))
    add = page.locator("#panel-child-innehall-body-section").get_by_title("Lägg till en del")
    add.tap()
    add.evaluate("button => button.scrollIntoView({block: 'center'})")
    picture(page, "4-del")
    page.keyboard.press("Escape")
    text = desk.add_paragraph("Vi står där från klockan elva. Det finns bullar, och saft till barnen.")
    text.evaluate("field => field.scrollIntoView({block: 'center'})")
    picture(page, "5-text")
    preview = desk.open_preview()
    expect(preview.get_by_role("heading", level=1)).to_be_visible()
    picture(page, "6-forhandsgranska")
    page.get_by_role("button", name="Visa eller dölj förhandsgranskningen").tap()
    desk.publish()
    picture(page, "7-publicerad")


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        stack = Stack(Path(folder))
        try:
            stack.start()
            browser = playwright.chromium.launch(executable_path=NAMES[0], args=ARGUMENTS, env={"LANGUAGE": "sv"})
            context = browser.new_context(locale="sv-SE", **PHONE)
            context.set_default_timeout(PATIENCE)
            walk(Desk(context.new_page(), stack, "vantor"))
            browser.close()
        finally:
            stack.stop()


if __name__ == "__main__":
    main()
