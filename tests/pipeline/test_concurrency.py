"""Two publishers at once, on two connections that meet at the worst moments: the law holds when all is quiet."""

import threading
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from typing import Any

import pytest
from django.conf import settings
from django.db import connection
from wagtail.models import Page

from articles.models import Article
from cms.media.models import SiteImage
from cms.pipeline.publish import deadlock, number, worker, write
from cms.pipeline.publish.models import Change
from cms.pipeline.publish.publishing import publishing
from home.models import ContentPage
from tests.build import Branch, link_to, make_article, make_page, make_site, text
from tests.media.pictures import drawing, encoded, site_image
from tests.pipeline.stored import assert_law

POSTGRESQL = settings.DATABASES["default"]["ENGINE"] == "cms.databases.postgresql"

pytestmark = [
    pytest.mark.skipif(not POSTGRESQL, reason="SQLite lets one write at a time"),
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("leave_what_was_there"),
]

TOGETHER = 0.5  # seconds that one waits for the other, who may be waiting for a lock
# Where both stop before they go on: the flush, what it renders, what it withdraws, what it numbers.
POINTS = [
    "cms.pipeline.publish.kinds.load",
    "cms.pipeline.publish.write.lock",
    "cms.pipeline.publish.redact.redact_mentions",
    "cms.pipeline.publish.number.number",
    "cms.pipeline.publish.number.advance",
]


@pytest.fixture
def branch() -> Branch:
    return make_site("vantor", port=9001)


@pytest.fixture(params=POINTS, ids=lambda point: point.rpartition(".")[2])
def meeting(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever comes to this point waits for the other, once."""
    module, _, name = request.param.rpartition(".")
    barrier, met = threading.Barrier(2), threading.local()
    real = getattr(import_module(module), name)

    def stop_first(*args: Any, **kwargs: Any) -> Any:
        if threading.current_thread() is not threading.main_thread() and not getattr(met, "done", False):
            met.done = True
            with suppress(threading.BrokenBarrierError):  # the other one waits for a lock of ours
                barrier.wait(TOGETHER)
        return real(*args, **kwargs)

    monkeypatch.setattr(import_module(module), name, stop_first)


def at_once(*works: Callable[[], object]) -> None:
    """Each in a thread with a connection of its own, and a reader who looks at the numbers meanwhile."""
    errors: list[BaseException] = []
    quiet = threading.Event()

    def run(work: Callable[[], object]) -> None:
        try:
            deadlock.again(work)
        except BaseException as error:
            errors.append(error)
        finally:
            connection.close()

    def read() -> None:
        try:
            while not quiet.is_set():
                for numbers in _numbers().values():
                    assert numbers == list(range(1, len(numbers) + 1)), numbers
        except BaseException as error:
            errors.append(error)
        finally:
            connection.close()

    reader = threading.Thread(target=read)
    threads = [threading.Thread(target=run, args=[work]) for work in works]
    for thread in (reader, *threads):
        thread.start()
    for thread in threads:
        thread.join(30)
    quiet.set()
    reader.join(30)
    assert errors == []


def _numbers() -> dict[int, list[int]]:
    found: dict[int, list[int]] = {}
    for site, seq in Change.objects.order_by("site", "seq").values_list("site", "seq"):
        found.setdefault(site, []).append(seq)
    return found


def retitle(page: Page, title: str, **fields: object) -> None:
    with publishing():
        fresh = page.__class__.objects.get(pk=page.pk)
        for name, value in {"title": title, **fields}.items():
            setattr(fresh, name, value)
        fresh.save_revision().publish()


@pytest.mark.usefixtures("meeting")
def test_two_articles_at_once(branch: Branch) -> None:
    one, two = make_article(branch, "Ett"), make_article(branch, "Två")
    at_once(lambda: retitle(one, "Ett igen"), lambda: retitle(two, "Två igen"))
    assert_law()


@pytest.mark.usefixtures("meeting")
def test_the_same_article_twice(branch: Branch) -> None:
    one = make_article(branch, "Ett")
    at_once(lambda: retitle(one, "Ett igen"), lambda: retitle(one, "Ett om igen"))
    assert_law()


@pytest.mark.usefixtures("meeting")
def test_the_same_draft_is_published_twice(branch: Branch) -> None:
    """Its publication does not exist yet and cannot be locked: the page's own row keeps them apart."""
    draft = branch.index.add_child(instance=Article(title="Utkast", live=False))
    at_once(lambda: retitle(draft, "Ett"), lambda: retitle(draft, "Två"))
    assert Article.objects.get(pk=draft.pk).title in ("Ett", "Två")
    assert_law()


@pytest.mark.usefixtures("meeting")
def test_two_that_begin_to_mention_each_other(branch: Branch) -> None:
    one, two = make_article(branch, "Ett"), make_article(branch, "Två")
    at_once(
        lambda: retitle(one, "Ett igen", body=[text(link_to(two))]),
        lambda: retitle(two, "Två igen", body=[text(link_to(one))]),
    )
    assert_law()


@pytest.mark.usefixtures("meeting")
def test_a_mention_and_a_withdrawal_of_what_it_mentions(branch: Branch) -> None:
    gone, mention = make_article(branch, "Pärlemor"), make_page(branch, "Nämner")
    at_once(
        lambda: retitle(
            mention, "Nämner nu", body=[text(link_to(gone)), ("button", {"label": "", "link": {"page": gone}})]
        ),
        lambda: Article.objects.get(pk=gone.pk).unpublish(),
    )
    assert_law()


def test_a_change_that_the_worker_told_of_before_the_mention_was_there(
    branch: Branch, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The mention was rendered with the old title, and commits when nobody speaks of the new one any more."""
    told, mention = make_article(branch, "Ett"), make_page(branch, "Nämner")
    worker.drain()
    rendered, over, real = threading.Event(), threading.Event(), number.number

    def stop_the_first(*args: Any) -> None:
        if not rendered.is_set():
            rendered.set()
            over.wait(30)
        real(*args)

    monkeypatch.setattr(number, "number", stop_the_first)

    def change() -> None:
        rendered.wait(30)
        retitle(told, "Ett igen")
        worker.drain()
        over.set()

    body = [("button", {"label": "", "link": {"page": told}})]
    at_once(lambda: retitle(mention, "Nämner nu", body=body), change)
    assert_law()


def test_a_change_that_is_told_of_while_the_mention_is_written(branch: Branch, monkeypatch: pytest.MonkeyPatch) -> None:
    """The worker asks for one more render between the rendering and the writing: that must not be written over."""
    told = make_article(branch, "Ett")
    mention = make_page(branch, "Nämner", body=[("button", {"label": "", "link": {"page": told}})])
    worker.drain()
    rendered, over, real = threading.Event(), threading.Event(), write.write

    def stop_the_first(*args: Any) -> Any:
        if not rendered.is_set():
            rendered.set()
            over.wait(3)  # in vain: the worker waits for the lock
        return real(*args)

    monkeypatch.setattr(write, "write", stop_the_first)

    def change() -> None:
        rendered.wait(30)
        retitle(told, "Ett igen")
        worker.tell_touches()
        over.set()

    at_once(lambda: retitle(mention, "Nämner nu"), change)
    assert_law()


@pytest.mark.usefixtures("meeting")
def test_an_edited_image_and_a_page_that_takes_it_in(branch: Branch) -> None:
    image, page = site_image(encoded(drawing(80, 60), "PNG"), "bild.png", description="Före"), make_page(branch, "Sida")

    def describe() -> None:
        with publishing():
            fresh = SiteImage.objects.get(pk=image.pk)
            fresh.description = "Efter"
            fresh.save()

    body = [("image", {"image": image, "alt": "", "size": "normal"})]
    at_once(describe, lambda: retitle(page, "Med bild", body=body))
    assert_law()


@pytest.mark.usefixtures("meeting")
def test_a_move_and_a_publishing_below_it(branch: Branch) -> None:
    above, other = make_page(branch, "Ovan"), make_page(branch, "Annan")
    below = make_page(branch, "Under", under=above)

    def move() -> None:
        with publishing():
            Page.objects.get(pk=above.pk).specific.move(Page.objects.get(pk=other.pk), pos="last-child")

    at_once(move, lambda: retitle(below, "Under igen"))
    assert_law()


@pytest.mark.usefixtures("meeting")
def test_a_renamed_parent_and_a_new_page_below(branch: Branch) -> None:
    above = make_page(branch, "Ovan")
    below = make_page(branch, "Under", under=above)
    below.unpublish()
    at_once(lambda: retitle(above, "Ovan igen", slug="ny-adress"), lambda: retitle(below, "Under igen"))
    assert_law()


@pytest.mark.usefixtures("meeting")
def test_two_pages_are_added_at_the_same_place(branch: Branch) -> None:
    def add(title: str) -> None:
        with publishing(alone=True):
            home = Page.objects.get(pk=branch.home.pk).specific
            home.add_child(instance=ContentPage(title=title))

    at_once(lambda: add("En"), lambda: add("Två"))
    assert_law()


def test_two_moves_that_read_first_and_lock_later(branch: Branch) -> None:
    """As a script does it: each has read what the other moves. One is sent away, and does it again."""
    above, other = make_page(branch, "Ovan"), make_page(branch, "Annan")
    one, two = make_page(branch, "Ett", under=above), make_page(branch, "Två", under=above)
    barrier = threading.Barrier(2)

    def move(page: Page) -> None:
        with publishing():
            found, target = page.__class__.objects.get(pk=page.pk), Page.objects.get(pk=other.pk)
            with suppress(threading.BrokenBarrierError):
                barrier.wait(TOGETHER)
            found.move(target, pos="last-child")

    at_once(lambda: move(one), lambda: move(two))
    assert {page.title for page in Page.objects.get(pk=other.pk).get_children()} == {"Ett", "Två"}
    assert Page.find_problems() == ([], [], [], [], [])
    assert_law()
