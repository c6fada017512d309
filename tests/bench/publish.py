"""Publishing an article with ten new images in the admin: nothing of it waits for the slow formats."""

from time import perf_counter
from typing import Any

from django.conf import settings
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from articles.models import Article
from cms.media.models import LadderFile, SiteImage
from cms.pipeline.publish import worker
from tests.admin.forms import as_sent
from tests.bench import measure, photos
from tests.bench.upload import bare_pillow, editor, upload
from tests.build import Branch, make_site

RUNS, IMAGES = 3, 10


def run() -> None:
    """The images are uploaded first, as in the editor; the slow formats are the worker's, timed once."""
    client, where = editor(), make_site("bank", port=9100)
    photo = photos.photo_12_mp()
    print(f"\n## Publishing an article with {IMAGES} new images\n")
    waiting = [_form(client, where, photo) for _ in range(RUNS + 1)]  # a round does not count
    ours, bare = measure.in_turn(RUNS, lambda: _publish(client, *waiting.pop()), lambda: bare_pillow(photo))
    assert Article.objects.filter(live=True).count() == RUNS + 1
    assert not LadderFile.objects.filter(format="avif").exists()
    print(measure.HEAD)
    print(ours.row(f"publish, {IMAGES} images that were just uploaded"))
    print(bare.row("bare Pillow: open, resize to 1280, save as JPEG"))
    print(f"\n{RUNS} runs in turn; {measure.ratio(ours, bare)}")
    # The same bytes lie in all of them: one is enough.
    SiteImage.objects.exclude(pk=SiteImage.objects.latest("pk").pk).delete()
    _slow()


def _form(client: Client, where: Branch, photo: bytes) -> tuple[str, dict[str, Any]]:
    """The form of a new article as the editor sends it, and where to."""
    caption, block = rich_text(""), {"alt": "Torget", "size": "normal"}
    images = [upload(client, photo) for _ in range(IMAGES)]
    article = where.index.add_child(instance=Article(title="Tio bilder", live=False))
    article.save_revision()
    address = reverse("wagtailadmin_pages:edit", args=[article.pk])
    body = streamfield([("image", block | {"image": image.pk, "caption": caption}) for image in images])
    return address, as_sent(client, address) | nested_form_data({"body": body}) | {"action-publish": "1"}


def _publish(client: Client, address: str, form: dict[str, Any]) -> None:
    response = client.post(address, form)
    assert response.status_code == 302, response.content[:500]


def _slow() -> None:
    """What the worker does for one picture of 12 megapixels meanwhile."""
    settings.MEDIA_AVIF_SPEED = 6  # the tests' own is quicker
    started = perf_counter()
    while not LadderFile.objects.filter(format="avif").exists():
        worker.step(at_once=True)
    print(f"The worker's slow stage for one of them, AVIF speed 6: {perf_counter() - started:.1f} s on the wall.")
