"""Pictures of a browser's page, small enough to lie in a repository."""

from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import FloatRect, Locator, Page

from tests.browser.phone import box

DOCS = Path(__file__).parents[3] / "docs"
GUIDE = DOCS / "redaktor/bilder"
README = DOCS / "images"
COLOURS = 128  # enough for an admin, and a third of the bytes
MARGIN = 16  # px


def picture(page: Page, file: Path, clip: FloatRect | None = None, colours: int = COLOURS) -> None:
    """What stands on the screen, or a part of it."""
    page.wait_for_timeout(700)  # what slides and fades has come to rest
    shot = Image.open(BytesIO(page.screenshot(clip=clip))).convert("RGB").quantize(colours)
    shot.save(file, optimize=True)


def picture_of(part: Locator, file: Path, margin: int = MARGIN) -> None:
    """A part with a margin around it, on a screen that is high enough."""
    around = box(part)
    left, top = max(around["x"] - margin, 0), max(around["y"] - margin, 0)
    right, bottom = around["x"] + around["width"] + margin, around["y"] + around["height"] + margin
    picture(part.page, file, {"x": left, "y": top, "width": right - left, "height": bottom - top})
