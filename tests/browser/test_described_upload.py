"""A picture without a word is held back in the browser, with the file still chosen: a phone's photo is nowhere else."""

import io

from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.browser.phone import fits, page, phone
from tests.browser.stack import Stack
from tests.browser.visit import settle

__all__ = ["page", "phone"]  # fixtures
ASKED = "Beskriv bilden, eller markera att den bara är dekoration."
NAME = "IMG_0043.png"


def choose_photo(form: Locator, colour: str) -> Locator:
    """Take a picture, and leave its description empty; the field of the description.

    In a colour of its own: of a picture that is there already Wagtail asks whether that one was meant.
    """
    photo = io.BytesIO()
    Image.new("RGB", (1200, 800), colour).save(photo, "PNG")
    form.locator("input[type=file]").set_input_files(
        {"name": NAME, "mimeType": "image/png", "buffer": photo.getvalue()}
    )
    return form.get_by_label("Beskrivning av bilden")


def refused(form: Locator, described: Locator) -> None:
    """The form asks for a word, in words that belong to the field, and still holds the file."""
    form.get_by_role("button", name="Ladda upp").tap()
    expect(form.get_by_text(ASKED)).to_be_visible()
    expect(described).to_be_focused()
    expect(described).to_have_attribute("aria-invalid", "true")
    expect(described).to_have_accessible_description(
        f"Vad bilden visar, för den som inte ser den. Kan bytas ut där "
        f"bilden används. Behövs, om bilden inte bara är dekoration. {ASKED}"
    )
    assert form.locator("input[type=file]").evaluate("field => field.files[0].name") == NAME
    expect(form.get_by_role("button", name="Ladda upp")).to_be_enabled()
    fits(form.page)


def chooser(page: Page, stack: Stack) -> Locator:
    page.goto(stack.admin)
    page.get_by_role("link", name="Skriv artikel").tap()
    page.locator("#id_image-chooser").get_by_role("button", name="Välj en bild").tap()
    page.get_by_role("dialog").get_by_role("tab", name="Ladda upp").tap()
    settle(page)  # until it has come up, the dialog takes the focus for itself
    return page.get_by_role("dialog").locator("form[enctype]")


def test_the_chooser_keeps_a_photo_that_nobody_has_described(page: Page, stack: Stack) -> None:
    form = chooser(page, stack)
    described = choose_photo(form, "darkolivegreen")
    refused(form, described)
    refused(form, described)  # and again, for whoever taps without reading
    described.fill("Ett torg i regn")
    expect(form.get_by_text(ASKED)).to_have_count(0)
    form.get_by_role("button", name="Ladda upp").tap()
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.locator("#id_image-chooser")).to_contain_text("IMG_0043")


def test_a_description_is_marked_as_needed_unless_the_picture_is_decoration(page: Page, stack: Stack) -> None:
    form = chooser(page, stack)
    described = choose_photo(form, "rebeccapurple")
    expect(described).to_have_accessible_name("Beskrivning av bilden (alt-text) *")
    expect(described).to_have_attribute("aria-required", "true")
    refused(form, described)
    form.get_by_label("Bilden är bara dekoration").check()
    expect(described).to_have_accessible_name("Beskrivning av bilden (alt-text)")
    expect(described).to_have_attribute("aria-required", "false")
    expect(form.get_by_text(ASKED)).to_have_count(0)
    form.get_by_role("button", name="Ladda upp").tap()
    expect(page.get_by_role("dialog")).to_be_hidden()


def test_the_page_for_one_picture_keeps_it_too(page: Page, stack: Stack) -> None:
    page.goto(f"{stack.admin}images/add/")
    form = page.locator("form[enctype]")
    described = choose_photo(form, "peru")
    refused(form, described)
    described.fill("Ett torg i regn")
    form.get_by_role("button", name="Ladda upp").tap()
    expect(page.get_by_role("status").get_by_text("IMG_0043")).to_be_visible()
