"""Publishing an article with ten new images in the admin: nothing of it waits for the slow formats."""

from time import perf_counter

from django.test import Client
from django.urls import reverse

from articles.models import Article
from cms.media.models import LadderFile, SiteImage
from cms.pipeline.publish import worker
from tests.admin.forms import as_sent
from tests.bench import measure, photos
from tests.bench.upload import bare_pillow, editor, upload
from tests.build import Branch, make_site

RUNS, IMAGES = 5, 10


def run() -> None:
    """The images are uploaded first, as in the editor; the slow formats are the worker's, timed once."""
    client, where = editor(), make_site("bank", port=9100)
    photo = photos.photo_12_mp()
    print(f"\n## Publishing an article with {IMAGES} new images\n")
    waiting = [_draft(client, where, photo) for _ in range(RUNS + 1)]  # a round does not count
    assert not LadderFile.objects.filter(format="avif").exists()
    ours, bare = measure.in_turn(RUNS, lambda: _publish(client, waiting.pop()), lambda: bare_pillow(photo))
    assert not LadderFile.objects.filter(format="avif").exists()
    print(measure.HEAD)
    print(ours.row(f"publish, {IMAGES} images that were just uploaded"))
    print(bare.row("bare Pillow: open, resize to 1280, save as JPEG"))
    print(f"\n{RUNS} runs in turn; {measure.ratio(ours, bare)}")
    SiteImage.objects.exclude(pk=SiteImage.objects.latest("pk").pk).update(finished_as="left out")
    _slow()


def _draft(client: Client, where: Branch, photo: bytes) -> Article:
    """Each image has bytes of its own: a JPEG may end in anything."""
    body = []
    for number in range(IMAGES):
        image = upload(client, photo + bytes([number]))
        body.append(("image", {"image": image, "alt": f"Bild {number}", "size": "normal"}))
    article = where.index.add_child(instance=Article(title="Tio bilder", live=False, body=body))
    article.save_revision()
    return article


def _publish(client: Client, article: Article) -> None:
    address = reverse("wagtailadmin_pages:edit", args=[article.pk])
    response = client.post(address, as_sent(client, address) | {"action-publish": "action-publish"})
    assert response.status_code == 302, response.content[:500]
    assert Article.objects.get(pk=article.pk).live


def _slow() -> None:
    """What the worker does for one picture of 12 megapixels meanwhile."""
    from django.conf import settings

    settings.MEDIA_AVIF_SPEED = 6  # the tests' own is quicker
    started = perf_counter()
    while not LadderFile.objects.filter(format="avif").exists():
        worker.step(at_once=True)
    print(f"The worker's slow stage for one of them, AVIF speed 6: {perf_counter() - started:.1f} s on the wall.")
