"""The provider's picture: wished for by the page, fetched by the worker into the site's folder, and gone with it."""

import json
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from django.utils import timezone

from cms.core import preview
from cms.media.embeds.picture import WAITS, EmbedPicture
from cms.media.embeds.worker import fetch_pictures
from cms.media.models import SiteImage
from cms.pipeline.publish import worker
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.models import Publication
from tests.admin.conftest import Desk, make_desk
from tests.build import Branch, make_page, publish
from tests.media.embeds.server import Provider
from tests.media.pictures import SVG_WITH_SCRIPT, drawing, encoded, site_image, truncated
from tests.pipeline.stored import assert_law, body_of

pytestmark = pytest.mark.django_db
YOUTUBE = "https://www.youtube.com/watch?v=aqz-KE-bpKQ"
VIMEO = "https://vimeo.com/76979871"
LARGE, SMALL = "/vi/aqz-KE-bpKQ/maxresdefault.jpg", "/vi/aqz-KE-bpKQ/hqdefault.jpg"
PICTURE = encoded(drawing(480, 270), "JPEG")


@pytest.fixture(autouse=True)
def allowed(settings: Any, stores: Any) -> None:
    settings.EMBED_THUMBNAILS = True


@pytest.fixture
def commits(django_capture_on_commit_callbacks: Any) -> Any:
    """`with commits():` ends as a commit does."""
    return partial(django_capture_on_commit_callbacks, execute=True)


@pytest.fixture
def desk(vantor: Branch) -> Desk:
    return make_desk(vantor)


def film(url: str = YOUTUBE, **more: Any) -> tuple[str, dict[str, Any]]:
    empty = {"thumbnail": None, "caption": "", "transcript": {}}
    return ("embed", {"url": url, "title": "Vårt förstamajtal"} | empty | more)


def thumbnail(page: Any) -> Any:
    [block] = json.loads(body_of(page))["body"]
    return block["value"]["thumbnail"]


def work(commits: Any) -> None:
    with commits():
        fetch_pictures(5)
    worker.drain(slow=False)


def test_the_picture_comes_after_the_page(desk: Desk, vantor: Branch, provider: Provider, commits: Any) -> None:
    provider.answers[SMALL] = PICTURE
    page = make_page(vantor, body=[film()])
    assert thumbnail(page) is None
    assert not provider.asked  # not while somebody waits
    work(commits)
    assert provider.asked == [f"i.ytimg.com{LARGE}", f"i.ytimg.com{SMALL}"]
    image = SiteImage.objects.get()
    assert (image.title, image.credit) == ("YouTube: Vårt förstamajtal", "YouTube")
    assert image.collection == desk.folder
    shown = thumbnail(page)
    assert (shown["width"], shown["height"], shown["decorative"]) == (480, 270, True)
    assert "ytimg" not in body_of(page)
    assert_law()
    publish(page)
    work(commits)
    assert len(provider.asked) == 2  # it is here


def test_each_site_has_its_own(vantor: Branch, varmland: Branch, provider: Provider, commits: Any) -> None:
    provider.answers[LARGE] = PICTURE
    desks = [make_desk(branch) for branch in (vantor, varmland)]
    pages = [make_page(desk.branch, body=[film()]) for desk in desks]
    work(commits)
    assert {image.collection for image in SiteImage.objects.all()} == {desk.folder for desk in desks}
    first, second = (thumbnail(page)["id"] for page in pages)
    assert first != second
    assert_law()


def test_a_picture_that_is_deleted_leaves_at_once_and_stays_away(
    vantor: Branch, provider: Provider, commits: Any
) -> None:
    provider.answers[LARGE] = PICTURE
    page = make_page(vantor, body=[film()])
    work(commits)
    identity = thumbnail(page)["id"]
    SiteImage.objects.get().delete()
    assert thumbnail(page) is None  # before the worker has done anything
    assert not Publication.objects.filter(body__contains=identity).exists()
    asked = len(provider.asked)
    publish(page)
    work(commits)
    assert thumbnail(page) is None
    assert len(provider.asked) == asked
    assert_law()


def test_an_own_picture_is_taken_first(vantor: Branch, provider: Provider, commits: Any) -> None:
    with commits():
        own = site_image(PICTURE, description="En talare")
    page = make_page(vantor, body=[film(thumbnail=own)])
    work(commits)
    assert thumbnail(page)["decorative"] is True
    assert not provider.asked
    assert not EmbedPicture.objects.exists()
    own.delete()
    assert thumbnail(page) is None
    assert_law()


def test_vimeo_names_its_picture_and_only_its_own_host_is_asked(
    vantor: Branch, provider: Provider, commits: Any
) -> None:
    page = make_page(vantor, body=[film(VIMEO)])
    provider.answers["/p.jpg"] = PICTURE
    named = "https://i.vimeocdn.com/p.jpg?mw=1280"
    provider.answers["/api/oembed.json"] = json.dumps({"thumbnail_url": named, "html": "<script>1</script>"}).encode()
    work(commits)
    assert provider.asked == [f"vimeo.com/api/oembed.json?width=1280&url={VIMEO}", "i.vimeocdn.com/p.jpg?mw=1280"]
    assert thumbnail(page)["width"] == 480
    assert "<script" not in body_of(page)


@pytest.mark.parametrize(
    "facts",
    [
        b'{"thumbnail_url": "https://evil.example/p.jpg"}',
        b'{"thumbnail_url": "http://i.vimeocdn.com/p.jpg"}',
        b'{"thumbnail_url": "https://i.vimeocdn.com@127.0.0.1/p.jpg"}',
        b'{"thumbnail_url": ["https://i.vimeocdn.com/p.jpg"]}',
        b'{"thumbnail_url": null}',
        b"[1]",
        b"<html>",
        b"\xff\xfe",
        b"[" * 100_000,
    ],
)
def test_what_is_named_elsewhere_is_not_fetched(facts: bytes, vantor: Branch, provider: Provider, commits: Any) -> None:
    page = make_page(vantor, body=[film(VIMEO)])
    provider.answers |= {"/p.jpg": PICTURE, "/api/oembed.json": facts}
    work(commits)
    assert len(provider.asked) == 1
    assert thumbnail(page) is None


@pytest.mark.parametrize("content", [SVG_WITH_SCRIPT, truncated(PICTURE), b"<html>", b"", b"\xff\xd8\xff" + b"x" * 99])
def test_what_is_no_picture_is_not_kept(content: bytes, vantor: Branch, provider: Provider, commits: Any) -> None:
    provider.answers[LARGE] = content
    page = make_page(vantor, body=[film()])
    work(commits)
    assert not SiteImage.objects.exists()
    assert thumbnail(page) is None
    assert_law()


def test_a_failure_is_tried_again_and_then_given_up(vantor: Branch, provider: Provider, commits: Any) -> None:
    make_page(vantor, body=[film()])
    for attempt in range(len(WAITS) + 1):
        work(commits)
        assert len(provider.asked) == 2 * (attempt + 1)
        work(commits)  # not before its time
        assert len(provider.asked) == 2 * (attempt + 1)
        EmbedPicture.objects.exclude(due=None).update(due=timezone.now() - timedelta(seconds=1))
    work(commits)
    assert len(provider.asked) == 2 * (len(WAITS) + 1)
    assert EmbedPicture.objects.get().due is None


def test_two_workers_do_not_fetch_the_same(vantor: Branch) -> None:
    make_page(vantor, body=[film()])
    first, second = EmbedPicture.objects.get(), EmbedPicture.objects.get()
    assert first.claim()
    assert not second.claim()


def test_a_preview_wishes_for_nothing(vantor: Branch) -> None:
    page = make_page(vantor)
    page.body = [film()]
    context = RenderContext(preview=True)
    address = context.houses.locate(page.path, page.url_path)
    assert address
    assert "youtube-nocookie" in preview.draft_text(page, address, context)
    assert not EmbedPicture.objects.exists()


def test_an_installation_may_ask_nobody(vantor: Branch, provider: Provider, commits: Any, settings: Any) -> None:
    settings.EMBED_THUMBNAILS = False
    make_page(vantor, body=[film()])
    work(commits)
    assert not provider.asked


def test_a_provider_that_is_not_allowed_any_more_leaves(vantor: Branch, settings: Any) -> None:
    page = make_page(vantor, body=[film(), ("paragraph", "<p>Kvar</p>")])
    settings.EMBED_PROVIDERS = ["vimeo"]
    publish(page)
    assert [block["type"] for block in json.loads(body_of(page))["body"]] == ["paragraph"]
