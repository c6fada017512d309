"""An editor waits for the quick formats, once an upload, and for nothing slow; and a rollback keeps every file."""

from collections import Counter
from functools import partial

import pytest
from django.db import connection, transaction
from django.test import Client
from django.urls import reverse
from PIL import Image
from wagtail.test.utils.form_data import nested_form_data, rich_text, streamfield

from articles.models import Article
from cms.media import finish
from cms.media.ladder import build_ladder
from cms.media.models import SiteImage
from cms.pipeline.publish import worker
from cms.pipeline.publish.publishing import publishing
from tests.admin.forms import as_sent
from tests.build import Branch, publish
from tests.media import pictures
from tests.media.test_uploads import post_single
from tests.pipeline.stored import body_of

pytestmark = pytest.mark.django_db
IMAGES = 10


@pytest.fixture
def commits(django_capture_on_commit_callbacks):
    """`with commits():` ends as a commit does."""
    return partial(django_capture_on_commit_callbacks, execute=True)


@pytest.fixture
def encoded(monkeypatch) -> Counter:
    """How often each encoder ran, and in what: `AVIF`, or `AVIF in a transaction`."""
    counted: Counter = Counter()
    save, outside = Image.Image.save, len(connection.savepoint_ids)

    def counting(self, fp, format=None, **options):
        if format in ("AVIF", "WEBP", "JPEG", "PNG"):
            counted[format] += 1
            if len(connection.savepoint_ids) > outside:
                counted[f"{format} in a transaction"] += 1
        return save(self, fp, format, **options)

    monkeypatch.setattr(Image.Image, "save", counting)
    return counted


def photos() -> list[bytes]:
    """Each with pixels of its own."""
    return [pictures.encoded(pictures.drawing(1600 + number, 700), "JPEG") for number in range(IMAGES)]


def test_publishing_ten_new_images_waits_for_no_slow_format(
    stores, vantor: Branch, editor_client: Client, encoded: Counter, commits
) -> None:
    """Through the admin's own views."""
    contents = photos()
    encoded.clear()
    for number, content in enumerate(contents):
        with commits():
            post_single(editor_client, content, f"bild-{number}.jpg")
    # Of each three rungs in two formats, the placeholder, and Wagtail's two thumbnails.
    assert encoded["WEBP"] == IMAGES * 4
    assert encoded["JPEG"] == IMAGES * 5
    assert encoded["AVIF"] == 0
    encoded.clear()
    article = vantor.index.add_child(instance=Article(title="Tio bilder", live=False))
    article.save_revision()
    address = reverse("wagtailadmin_pages:edit", args=[article.pk])
    blocks = [
        ("image", {"image": image.pk, "alt": "Torget", "caption": rich_text(""), "size": "normal"})
        for image in SiteImage.objects.all()
    ]
    form = as_sent(editor_client, address) | nested_form_data({"body": streamfield(blocks)})
    with commits():
        response = editor_client.post(address, form | {"action-publish": "action-publish"})
    assert response.status_code == 302
    assert body_of(article).count('"type":"image"') == IMAGES
    assert encoded == Counter()  # publishing encodes nothing at all
    worker.drain()
    assert encoded["AVIF"] >= IMAGES
    assert not [what for what in encoded if "transaction" in what]
    assert ".avif" in body_of(article)


def test_what_is_uploaded_and_published_in_one_transaction(stores, vantor: Branch, encoded: Counter, commits) -> None:
    """As an import does it: the quick formats follow the commit, the slow ones are the worker's."""
    contents = photos()
    encoded.clear()
    with commits(), publishing():
        images = [pictures.site_image(content) for content in contents]
        body = [("image", {"image": image, "alt": "Torget", "size": "normal"}) for image in images]
        article = vantor.index.add_child(instance=Article(title="Tio bilder", live=False, body=body))
        article = publish(article)
        assert encoded == Counter()
    assert encoded["WEBP"] == IMAGES * 4
    assert encoded["AVIF"] == 0
    assert not [what for what in encoded if "transaction" in what]
    worker.drain(slow=False)
    assert body_of(article).count('"type":"image"') == IMAGES
    assert encoded["AVIF"] == 0


def test_a_rollback_loses_no_file(stores, vantor: Branch, commits) -> None:
    """Of an article with its image: replaced, deleted and unpublished in a transaction that comes to nothing."""
    image = pictures.site_image(pictures.phone_photo(900, 600, 1))
    article = vantor.index.add_child(
        instance=Article(title="Torget", live=False, image=image, body=[("image", {"image": image, "alt": "Torget"})])
    )
    with commits():
        article = publish(article)
    build_ladder(image)
    worker.drain()
    before, text = set(stores.public + stores.private), body_of(article)
    assert finish.unfinished().count() == 0
    with commits(), transaction.atomic():
        image.file = pictures.upload(pictures.transparent_png(), "ny.png")
        image.save()
        article.unpublish()
        SiteImage.objects.get(pk=image.pk).delete()
        transaction.set_rollback(True)
    worker.drain()
    assert before <= set(stores.public + stores.private)
    assert body_of(article) == text
    kept = SiteImage.objects.get(pk=image.pk)
    assert all(row.file.storage.exists(row.file.name) for row in kept.ladder.all())
    assert kept.file.storage.exists(kept.file.name)
