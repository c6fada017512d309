"""From the moment a 12-megapixel photo has arrived at the admin until its quick renditions can be fetched."""

from functools import partial
from io import BytesIO
from itertools import count

from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.models import Collection

from cms.media.models import SiteImage
from tests.bench import measure, photos
from tests.media import pictures

RUNS = 9
_number = count()


def run() -> None:
    """The editor waits for the whole request: check, private original, row, quick renditions, thumbnails."""
    client = editor()
    for format_name, photo in (("JPEG", photos.photo_12_mp()), ("HEIC", photos.heic_12_mp())):
        print(f"\n## Upload of a photo of 12 megapixels ({format_name}, {len(photo) / 1e6:.1f} MB)\n")
        ours, bare = measure.in_turn(RUNS, partial(upload, client, photo), partial(bare_pillow, photo))
        image = SiteImage.objects.latest("pk")
        assert {row.format for row in image.ladder.all()} == {"jpeg", "webp"}
        print(measure.HEAD)
        print(ours.row("upload to usable renditions"))
        print(bare.row("bare Pillow: open, resize to 1280, save as JPEG"))
        print(f"\n{RUNS} runs in turn; {measure.ratio(ours, bare)}")


def editor() -> Client:
    """A browser in which an editor is logged in."""
    user = User.objects.filter(username="bench").first() or User.objects.create_superuser("bench", "", "bench")
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def upload(client: Client, photo: bytes) -> SiteImage:
    """Through the admin's own view; what waits for the commit has run when it answers.

    Each time with other bytes, as the second of two equal files takes over the first one's renditions: a JPEG may end
    in anything, and a HEIC in a box that says of itself that it is free space.
    """
    other = photo + b"\x00\x00\x00\x0cfree" + next(_number).to_bytes(4, "big")
    data = {
        "title": "Bild",
        "file": pictures.upload(other, "IMG_0001.JPG"),
        "collection": Collection.get_first_root_node().pk,
    }
    response = client.post(reverse("wagtailimages:add"), data)
    assert response.status_code == 302, response.content[:500]
    return SiteImage.objects.latest("pk")


def bare_pillow(photo: bytes) -> None:
    """The yardstick."""
    with Image.open(BytesIO(photo)) as image:
        image.resize((1280, 960)).save(BytesIO(), "JPEG")
