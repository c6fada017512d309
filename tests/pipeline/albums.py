"""What editors do with pictures, as rules for the law's stories."""

from django.core.files.base import ContentFile
from hypothesis import strategies as st
from hypothesis.stateful import rule

from cms.media.models import SiteImage
from cms.pipeline.publish.publishing import publishing
from tests.build import publish
from tests.media.pictures import drawing, encoded, site_image
from tests.pipeline.story import PICK, Story

SHARE = st.integers(0, 100)
FEW = 3  # pictures at once, so that the stories return to the same ones


def _drawn(number: int) -> bytes:
    """A small picture unlike every other: the same bytes would share their files."""
    image = drawing(24, 16)
    image.putpixel((0, 0), (number % 256, number // 256 % 256, 7))
    return encoded(image, "PNG")


class Albums(Story):
    """Mixed into the stories: pictures are uploaded, shown, described, focused, replaced and deleted."""

    drawings: int = 0

    def _image(self, number: int) -> SiteImage | None:
        found = list(SiteImage.objects.order_by("pk"))
        return found[number % len(found)] if found else None

    def _bytes(self) -> bytes:
        self.drawings += 1
        return _drawn(self.drawings)

    @rule()
    def upload_a_picture(self) -> None:
        if SiteImage.objects.count() < FEW:
            site_image(self._bytes(), f"{self.title()}.png", description=self.title())

    @rule(which=PICK, where=PICK, at_the_top=st.booleans())
    def show_a_picture(self, which: int, where: int, at_the_top: bool) -> None:
        image, page = self._image(which), self.content_page(where)
        if image is None or page is None or page.alias_of_id:
            return
        page.image = image if at_the_top else None
        page.body = [("image", {"image": image, "alt": "", "size": "normal"})]
        if page.live:
            publish(page)
        else:
            page.save_revision()

    @rule(which=PICK)
    def describe_a_picture(self, which: int) -> None:
        image = self._image(which)
        if image:
            image.description = self.title()
            image.save()

    @rule(which=PICK, x=SHARE, y=SHARE)
    def move_the_focus(self, which: int, x: int, y: int) -> None:
        image = self._image(which)
        if image:
            image.focal_point_x, image.focal_point_y = image.width * x // 100, image.height * y // 100
            image.focal_point_width = image.focal_point_height = 0
            image.save()

    @rule(which=PICK)
    def replace_a_picture(self, which: int) -> None:
        image = self._image(which)
        if image:
            with publishing():
                image.file = ContentFile(self._bytes(), name=f"{self.title()}.png")
                image.save()

    @rule(which=PICK)
    def delete_a_picture(self, which: int) -> None:
        image = self._image(which)
        if image:
            self.gone.add(image.description)
            image.delete()
