"""The desk: what an editor does in the admin, by the names that stand on the screen."""

import io
import re
from collections.abc import Callable

from PIL import Image
from playwright.sync_api import FrameLocator, Locator, Page, expect

from tests.browser.stack import Stack

PASSWORDS = {
    "vantor": "demo-i-vantor",
    "skribent": "demo-skriver-i-vantor",
    "varmland": "demo-i-varmland",
    "riks": "demo-i-riks",
    "admin": "demo-for-alla",
}


class Desk:
    """An editor who has logged in."""

    def __init__(self, page: Page, stack: Stack, username: str) -> None:
        self.page = page
        self.stack = stack
        page.goto(stack.admin)
        page.get_by_role("textbox", name="Användarnamn").fill(username)
        page.locator("[name=password]").fill(PASSWORDS[username])
        page.get_by_role("button", name="Logga in").click()
        # On a phone the menu is folded away.
        expect(page.get_by_role("navigation", name="Huvudmeny", include_hidden=True)).to_be_attached()

    def new_article(self, title: str, lead: str) -> None:
        """From the explorer to the form of a new article."""
        self.page.goto(f"{self.stack.admin}pages/")
        self.page.get_by_role("link", name="Visa undersidor till ”Aktuellt”").click()
        self.page.get_by_role("link", name="Lägg till undersida").first.click()
        self.page.locator("#id_title").fill(title)
        self.page.get_by_role("textbox", name="Ingress").fill(lead)

    def edit(self, path: str) -> None:
        """Open one's own page by its path, through the explorer: /om-oss/ stands under the start page."""
        *parents, slug = path.strip("/").split("/")
        self.page.goto(f"{self.stack.admin}pages/")
        for parent in parents:
            self._row(parent).get_by_role("link", name=re.compile("^Visa undersidor")).click()
        self._row(slug).get_by_role("link").first.click()
        expect(self.page.locator("#id_title")).to_be_visible()

    def _row(self, slug: str) -> Locator:
        live = self.page.get_by_role("link", name=re.compile("^Sidans läge"))
        return self.page.get_by_role("row").filter(has=live.and_(self.page.locator(f'[href$="/{slug}/"]')))

    def upload_image(self, title: str, description: str) -> None:
        """Choose an image that is not there yet for the top of the page."""
        self.page.locator("#id_image-chooser").get_by_role("button", name="Välj en bild").click()
        dialog = self.page.get_by_role("dialog")
        dialog.get_by_role("tab", name="Ladda upp").click()
        dialog.get_by_role("textbox", name="Beskrivning").fill(description)
        dialog.locator("input[type=file]").set_input_files({"name": "a.png", "mimeType": "image/png", "buffer": png()})
        dialog.get_by_role("textbox", name="Rubrik*", exact=True).fill(title)
        dialog.get_by_role("button", name="Ladda upp").click()
        expect(dialog).to_be_hidden()
        expect(self.page.locator("#id_image-chooser")).to_contain_text(title)

    def photograph(self, photo: bytes, description: str, then: Callable[[], None] = lambda: None) -> None:
        """Take a picture for the top of the page with the camera: it has no title but the file's name.

        `then` looks at the form before it is sent.
        """
        self.page.locator("#id_image-chooser").get_by_role("button", name="Välj en bild").click()
        dialog = self.page.get_by_role("dialog")
        dialog.get_by_role("tab", name="Ladda upp").click()
        camera = dialog.locator("input[type=file]")
        expect(camera).to_have_attribute("accept", re.compile(r"^image/\*"))  # then a phone offers its camera
        camera.set_input_files({"name": "IMG_0042.jpg", "mimeType": "image/jpeg", "buffer": photo})
        expect(dialog.get_by_role("textbox", name="Rubrik*", exact=True)).to_have_value("IMG_0042")
        dialog.get_by_role("textbox", name="Beskrivning").fill(description)
        then()
        dialog.get_by_role("button", name="Ladda upp").click()
        expect(dialog).to_be_hidden(timeout=20_000)  # quick formats are made while one waits
        expect(self.page.locator("#id_image-chooser")).to_contain_text("IMG_0042")

    def publish_button(self) -> Locator:
        footer = self.page.get_by_role("navigation", name="Knappar (längst ner)")
        return footer.get_by_role("button", name="Publicera", exact=True)

    def add_block(self, name: str) -> Locator:
        """Add a block at the end of the body."""
        blocks = self.page.locator("[data-streamfield-child]")
        count = blocks.count()
        self.page.locator("#panel-child-innehall-body-section").get_by_role("button", name="Lägg till en del").or_(
            self.page.locator("#panel-child-innehall-body-section").get_by_title("Lägg till en del")
        ).last.click()
        self.page.get_by_role("option", name=name, exact=True).click()
        expect(blocks).to_have_count(count + 1)
        return blocks.last

    def add_heading(self, text: str) -> None:
        self.add_block("Mellanrubrik").get_by_role("textbox", name="Text").fill(text)

    def add_paragraph(self, text: str) -> Locator:
        field = self.add_block("Text").locator("[contenteditable=true]")
        field.click()
        field.press_sequentially(text)
        return field

    def link(self, field: Locator, title: str) -> None:
        """Make the words of a paragraph lead to a page."""
        field.press("Control+a")
        field.press("Control+k")
        dialog = self.page.get_by_role("dialog")
        dialog.get_by_role("textbox", name="Sök").fill(title)
        dialog.get_by_role("link", name=title).click()
        expect(dialog).to_be_hidden()

    def rename(self, slug: str) -> None:
        """Give the open page another address."""
        self.page.get_by_role("tab", name="Sökmotorer och delning").click()
        self.page.get_by_role("textbox", name="Webbadress (slutet av adressen)").fill(slug)

    def open_preview(self) -> FrameLocator:
        """The frame in the preview panel."""
        self.page.get_by_role("button", name="Visa eller dölj förhandsgranskningen").click()
        return self.page.frame_locator("#w-preview-iframe")

    def preview_address(self) -> str:
        """Where the open preview stands. The panel loads each keystroke into a new, still empty frame behind the shown
        one and then swaps them, so the last frame of the page may have no address yet.
        """
        front_ends = tuple(self.stack.urls.values())
        return next(frame.url for frame in self.page.frames if frame.url.startswith(front_ends))

    def publish(self) -> None:
        self.publish_button().click()
        expect(self.page.get_by_role("status").get_by_text("är publicerad")).to_be_visible()

    def unpublish(self) -> None:
        self._more_actions("Avpublicera")
        self.page.get_by_role("button", name="Ja, avpublicera").click()
        expect(self.page.get_by_role("status").get_by_text("är avpublicerad")).to_be_visible()

    def _more_actions(self, name: str) -> None:
        footer = self.page.get_by_role("navigation", name="Knappar (längst ner)")
        footer.get_by_role("button", name="Fler åtgärder").click()
        self.page.get_by_role("button", name=name, exact=True).or_(
            self.page.get_by_role("link", name=name, exact=True)
        ).locator("visible=true").last.click()


def png() -> bytes:
    """A picture large enough for a ladder of sizes."""
    file = io.BytesIO()
    Image.linear_gradient("L").resize((1600, 1000)).convert("RGB").save(file, "PNG")
    return file.getvalue()
