"""Two workers at once, as on two hosts: nothing is done twice, nothing is left, and neither waits for the other."""

import threading
from collections import Counter
from contextlib import suppress
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.db.models import F
from django.utils import timezone
from wagtail.models import PageLogEntry

from articles.models import Article
from cms.pipeline.publish import flush, schedule, worker
from cms.pipeline.publish.context import Key
from cms.pipeline.publish.models import Publication, Touch
from tests.build import Branch, link_to, make_article, make_page, make_site, publish, text
from tests.pipeline.stored import assert_law

POSTGRESQL = settings.DATABASES["default"]["ENGINE"] == "cms.databases.postgresql"

pytestmark = [
    pytest.mark.skipif(not POSTGRESQL, reason="SQLite lets one write at a time"),
    pytest.mark.django_db(transaction=True, serialized_rollback=True),
    pytest.mark.usefixtures("leave_what_was_there"),
]

MENTIONS = 12


@pytest.fixture
def branch() -> Branch:
    """An article that many pages mention, just renamed: their renders wait."""
    branch = make_site("vantor", port=9001)
    article = make_article(branch, "Före")
    for number in range(MENTIONS):
        make_page(branch, f"Sida {number}", body=[text(link_to(article))])
    worker.drain()
    article.title = "Efter"
    publish(article)
    worker.tell_touches()
    return branch


def test_both_render_and_nothing_is_rendered_twice(branch: Branch, monkeypatch: pytest.MonkeyPatch) -> None:
    waiting = Publication.objects.filter(wanted__gt=F("rendered")).count()
    assert waiting >= MENTIONS
    monkeypatch.setattr(worker, "TOGETHER", 3)
    rendered: Counter[Key] = Counter()
    by: Counter[str] = Counter()
    barrier = threading.Barrier(2)
    real = flush.render

    def render(key: Key, *args: object) -> object:
        with suppress(threading.BrokenBarrierError):  # the other one has nothing left
            barrier.wait(0.5)
        rendered[key] += 1
        by[threading.current_thread().name] += 1
        return real(key, *args)

    monkeypatch.setattr(flush, "render", render)
    _both(worker.render_undone)
    assert set(rendered.values()) == {1}, rendered
    assert len(rendered) == waiting
    assert len(by) == 2, by
    monkeypatch.setattr(flush, "render", real)
    assert_law()


def test_what_another_has_claimed_is_passed_by(branch: Branch) -> None:
    """A worker that hangs in the middle of a render keeps its own, and no more."""
    mine = Publication.objects.filter(wanted__gt=F("rendered")).order_by("pk").first()
    assert mine is not None
    with transaction.atomic():
        Publication.objects.select_for_update().get(pk=mine.pk)
        _both(worker.render_undone)
        behind = Publication.objects.filter(wanted__gt=F("rendered"))
        assert [row.pk for row in behind] == [mine.pk]
    worker.drain()
    assert_law()


def test_a_touch_is_told_once(branch: Branch) -> None:
    article = Publication.objects.filter(type="article").get()
    Touch.objects.create(kind="page", object_id=article.identity.object_id)
    before = dict(Publication.objects.values_list("pk", "wanted"))
    _both(worker.tell_touches)
    raised = {row.pk: row.wanted - before[row.pk] for row in Publication.objects.all()}
    assert set(raised.values()) == {0, 1}


def test_the_schedule_is_kept_once(branch: Branch, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each has read the list before the other has done anything."""
    soon = timezone.now() + timedelta(hours=1)
    coming = branch.index.add_child(instance=Article(title="Kommer", live=False))
    leaving = make_article(branch, "Går", expire_at=soon)
    coming.go_live_at = soon
    coming.save_revision().publish()
    worker.drain()
    monkeypatch.setattr(timezone, "now", lambda: soon + timedelta(minutes=1))
    barrier = threading.Barrier(2)
    real = schedule._alone

    def alone(work: object, pk: int) -> bool:
        with suppress(threading.BrokenBarrierError):
            barrier.wait(0.5)
        return real(work, pk)

    monkeypatch.setattr(schedule, "_alone", alone)
    _both(schedule.run_due)
    coming.refresh_from_db()
    leaving.refresh_from_db()
    assert (coming.live, leaving.live) == (True, False)
    told = PageLogEntry.objects.filter(action__endswith=".scheduled").values_list("page", flat=True)
    assert sorted(told) == sorted([coming.pk, leaving.pk])
    worker.drain()
    assert_law()


def _both(work: object) -> None:
    errors: list[BaseException] = []

    def run() -> None:
        try:
            work()  # type: ignore[operator]
        except BaseException as error:
            errors.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=run, name=name) for name in ("one host", "another host")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert errors == []
