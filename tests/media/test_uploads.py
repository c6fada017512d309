"""Every door for uploads in the admin refuses what is no picture, in Swedish, and stores nothing."""

import re

import pytest
from django.urls import reverse
from PIL import Image
from wagtail.models import Collection, ReferenceIndex, UploadedFile

from cms.media import guard
from cms.media.models import LadderFile, SiteImage
from tests.media import pictures

pytestmark = pytest.mark.django_db

BAD = {
    "text": (b"Inte en bild alls", "bild.jpg", "Filen är inte en bild som går att läsa"),
    "truncated-png": (pictures.truncated(pictures.png_with_text()), "bild.png", "Bilden är skadad"),
    "png-header": (pictures.png_with_text()[:20], "bild.png", "skadad"),
    "truncated-jpeg": (pictures.truncated(pictures.phone_photo()), "bild.jpg", "Bilden är skadad"),
    "huge": (pictures.huge_png(), "bild.png", "Högst 50 miljoner bildpunkter"),
    "bomb": (pictures.huge_png(12_000, 9_000), "bild.png", "(12000 × 9000 bildpunkter)"),
    "text-bomb": (pictures.text_bomb_png(), "bild.png", "skadad"),
    "svg": (pictures.SVG_WITH_SCRIPT, "bild.svg", "SVG-bilder tas inte emot"),
    "svg-in-disguise": (pictures.SVG_WITH_SCRIPT, "bild.png", "SVG-bilder tas inte emot"),
    "svg-text": (b"<!-- ritad -->" * 100 + pictures.SVG_WITH_SCRIPT, "bild.svg", "inte en bild"),
    "program": (b"MZ" + b"\x00" * 200, "bild.heif", "inte en bild"),
    "page": (b"<!doctype html><script>alert(1)</script>", "bild.avif", "inte en bild"),
    "truncated-avif": (pictures.truncated(pictures.encoded(pictures.drawing(), "AVIF")), "bild.avif", "skadad"),
    "long-avif": (pictures.encoded(Image.new("L", (16_100, 8)), "AVIF"), "bild.avif", "för lång åt ena hållet"),
    "large-avif": (
        pictures.encoded(Image.new("L", (12_000, 4_300)), "AVIF", speed=10),
        "bild.avif",
        "Högst 50 miljoner",
    ),
    "tiff": (pictures.encoded(pictures.drawing(), "TIFF"), "bild.jpg", "inte en bild"),
    "empty": (b"", "bild.png", "Filen är tom"),
}


def root_collection() -> int:
    return Collection.get_first_root_node().pk


def post_single(client, content, name):
    """The page "Lägg till en bild"."""
    data = {"title": "Bild", "file": pictures.upload(content, name), "collection": root_collection()}
    return client.post(reverse("wagtailimages:add"), data)


def post_multiple(client, content, name):
    """The page where many files are dropped; every file is a request."""
    data = {"title": "Bild", "files[]": pictures.upload(content, name), "collection": root_collection()}
    return client.post(reverse("wagtailimages:add_multiple"), data)


def post_chooser(client, content, name):
    """The upload tab of the dialogue that chooses an image."""
    prefix = "image-chooser-upload"
    data = {
        f"{prefix}-title": "Bild",
        f"{prefix}-file": pictures.upload(content, name),
        f"{prefix}-collection": root_collection(),
    }
    return client.post(reverse("wagtailimages_chooser:create"), data)


DOORS = {"single": post_single, "multiple": post_multiple, "chooser": post_chooser}


def said(response) -> str:
    """What the editor reads."""
    if response.headers["Content-Type"] == "application/json":
        answer = response.json()
        return answer.get("error_message") or answer["htmlFragment"]
    return response.content.decode()


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_refused_in_swedish_and_leaves_nothing(door, kind, editor_client, stores):
    content, name, words = BAD[kind]
    response = DOORS[door](editor_client, content, name)
    assert response.status_code == 200
    assert words in said(response)
    assert not SiteImage.objects.exists()
    assert not UploadedFile.objects.exists()
    assert stores.private == stores.public == []


@pytest.mark.parametrize("door", DOORS)
def test_a_file_that_is_too_large_is_refused(door, editor_client, stores, settings):
    settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE = 2048
    response = DOORS[door](editor_client, pictures.phone_photo(), "bild.jpg")
    assert "Filen är för stor" in said(response)
    assert "Den får vara högst 2\xa0" in said(response).replace("&nbsp;", "\xa0")
    assert not SiteImage.objects.exists()
    assert stores.private == []


GOOD = {
    "phone": (pictures.phone_photo(), "IMG_0001.JPG"),
    "png": (pictures.png_with_text(), "bild.png"),
    "gif": (pictures.animated_gif(), "bild.gif"),
    "webp": (pictures.encoded(pictures.drawing(), "WEBP"), "bild.webp"),
    "icon": (pictures.encoded(pictures.drawing(10, 10), "PNG"), "ikon.png"),
    "cmyk": (pictures.encoded(pictures.drawing(mode="CMYK"), "JPEG"), "tryck.jpeg"),
    "deep": (pictures.deep_grey_png(), "djup.png"),
    "animated-png": (pictures.animated("PNG"), "rörlig.png"),
    "animated-webp": (pictures.animated("WEBP"), "rörlig.webp"),
    "avif": (pictures.encoded(pictures.drawing(), "AVIF"), "bild.avif"),
    "animated-avif": (pictures.animated("AVIF"), "rörlig.avif"),
    "heic": (pictures.heic(), "IMG_0002.HEIC"),
}
MISNAMED = {
    "png-as-jpg": (pictures.png_with_text(), "Skärmbild.JPG", "png"),
    "jpeg-as-png": (pictures.phone_photo(), "bild.png", "jpg"),
    "jpeg-as-jfif": (pictures.phone_photo(), "bild.jfif", "jpg"),
    "webp-as-jpg": (pictures.encoded(pictures.drawing(), "WEBP"), "bild.jpg", "webp"),
    "png-as-program": (pictures.png_with_text(), "bild.exe", "png"),
    "png-as-nothing": (pictures.png_with_text(), "bild", "png"),
    "heic-as-jpg": (pictures.heic(), "IMG_0003.JPG", "heic"),
    "heif": (pictures.heic(), "IMG_0003.heif", "heic"),
    "heif-of-ten-bits": (pictures.branded(pictures.heic(), b"heix"), "IMG_0003.heic", "heic"),
    "heif-of-any-kind": (pictures.branded(pictures.heic(), b"mif1"), "IMG_0003.heif", "heic"),
    "avif-of-any-kind": (pictures.branded(pictures.encoded(pictures.drawing(), "AVIF"), b"mif1"), "bild.heif", "avif"),
    "gif-as-png": (pictures.animated_gif(), "bild.png", "gif"),
}


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("kind", GOOD)
def test_a_good_file_is_stored_and_has_its_ladder(
    door, kind, editor_client, stores, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        response = DOORS[door](editor_client, *GOOD[kind])
    assert response.status_code in (200, 302)
    image = SiteImage.objects.get()
    assert image.ladder.exists()
    assert image.placeholder
    with image.file.open() as original:
        assert original.read() == GOOD[kind][0]
    for path in stores.public:
        assert b"GPSLatitude" not in path.read_bytes()


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize("kind", MISNAMED)
def test_a_picture_with_the_wrong_ending_is_stored_with_the_right_one(
    door, kind, editor_client, stores, django_capture_on_commit_callbacks
):
    """Who has a phone in their hand cannot change the ending."""
    content, name, ending = MISNAMED[kind]
    with django_capture_on_commit_callbacks(execute=True):
        DOORS[door](editor_client, content, name)
    image = SiteImage.objects.get()
    assert image.filename.rpartition(".")[2] == ending
    assert image.ladder.exists()
    served = editor_client.get(reverse("private_media", args=[image.file.name]))
    assert served["Content-Type"] == f"image/{'jpeg' if ending == 'jpg' else ending}"
    with image.file.open() as original:
        assert original.read() == content


@pytest.mark.parametrize("kind", ["animated-png", "animated-avif", "avif", "heic"])
def test_the_form_of_the_image_opens(kind, editor_client, stores, django_capture_on_commit_callbacks):
    """It shows the original too, which nobody has read when the upload was reduced."""
    with django_capture_on_commit_callbacks(execute=True):
        post_single(editor_client, *GOOD[kind])
    image = SiteImage.objects.get()
    image.renditions.all().delete()
    assert editor_client.get(reverse("wagtailimages:edit", args=[image.pk])).status_code == 200
    assert {row.filter_spec for row in image.renditions.filter(width__gt=0)} == {"original", "max-800x600"}


def test_the_browser_takes_every_usual_name_of_what_is_taken_in(editor_client):
    text = said(editor_client.get(reverse("wagtailimages:add_multiple")))
    offered = re.search(r'data-accept-file-types="/\\\.\((.*?)\)\$/i"', text)[1].split("|")
    assert {ending for endings in guard.ENDINGS.values() for ending in endings} | {"heif", "jfif"} <= set(offered)


def test_a_large_upload_that_lies_on_the_disk_is_checked_too(editor_client, stores, settings):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 0
    response = post_single(editor_client, pictures.truncated(pictures.phone_photo()), "bild.jpg")
    assert "Bilden är skadad" in said(response)
    post_single(editor_client, pictures.phone_photo(), "bild.jpg")
    assert SiteImage.objects.count() == 1


def test_a_bad_replacement_leaves_the_image_as_it_was(editor_client, stores):
    image = pictures.site_image(pictures.phone_photo())
    data = {"title": "Ny", "file": pictures.upload(b"nej"), "collection": root_collection()}
    response = editor_client.post(reverse("wagtailimages:edit", args=[image.pk]), data)
    assert "Filen är inte en bild som går att läsa" in said(response)
    stored = SiteImage.objects.get()
    assert (stored.title, stored.file.name) == ("Bild", image.file.name)
    assert [path.name for path in stores.private if path.parent.name == "original_images"] == [image.filename]


def test_the_form_speaks_the_editors_words(editor_client):
    text = said(editor_client.get(reverse("wagtailimages:add")))
    for words in (
        "Beskrivning av bilden (alt-text)",
        "Bilden är bara dekoration",
        "Fotograf",
        "Den får vara högst",
        "En rörlig bild blir",
    ):
        assert words in text


def test_the_editors_words_are_stored(editor_client, stores):
    image = pictures.site_image(pictures.phone_photo())
    data = {
        "title": "Ny",
        "description": "Två personer vid ett bord",
        "credit": "Test Fotograf",
        "is_decorative": "on",
        "collection": root_collection(),
    }
    editor_client.post(reverse("wagtailimages:edit", args=[image.pk]), data)
    image = SiteImage.objects.get()
    assert (image.description, image.credit, image.is_decorative) == (data["description"], data["credit"], True)


def test_the_usage_page_does_not_count_the_ladder():
    assert not ReferenceIndex.model_is_indexable(LadderFile)


@pytest.mark.parametrize("door", DOORS)
def test_a_full_memory_is_not_blamed_on_the_picture(door, editor_client, stores, monkeypatch):
    def full(*args):
        raise MemoryError

    monkeypatch.setattr(guard, "read", full)
    answer = said(DOORS[door](editor_client, pictures.phone_photo(), "bild.jpg"))
    assert "Servern hade inte minne nog" in answer
    assert "skadad" not in answer
    assert not SiteImage.objects.exists()
