"""Telling caches what changed: over real connections to a server on this machine."""

import logging
import threading
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from django.utils import timezone
from environs import ValidationError

from cms.pipeline.publish import retention, worker
from cms.pipeline.publish.models import Change, Counter
from cms.settings import env
from cms.sites import cache_tags
from cms.sites.models import PurgedCache, PurgeNote, PurgePosition
from cms.sites.purge import backlog, follow, notes, sender, state
from tests.build import Branch, make_article, make_site
from tests.sites.fake_cache import FakeCache, running

EVERYTHING = {cache_tags.EVERYTHING}


@pytest.fixture
def cache(settings: Any) -> Iterator[FakeCache]:
    with running() as cache:
        settings.CACHE_PURGE_URLS = [cache.url]
        yield cache


@pytest.fixture
def told(cache: FakeCache, vantor: Branch) -> FakeCache:
    """A cache that has been told everything so far."""
    worker.drain()
    follow.work()
    cache.take()
    return cache


def row() -> PurgedCache:
    return PurgedCache.objects.get()


def try_again() -> int:
    """The worker's next try, without the wait."""
    PurgedCache.objects.update(retry_at=timezone.now())
    return follow.work()


def ten_seconds_later() -> None:
    """As if what is told once now had happened a while ago."""
    for model in (Change, PurgeNote):
        model.objects.update(at=timezone.now() - backlog.AGAIN)


# --- parcels ---


def test_a_tag_goes_once_and_parcels_fit_into_a_header() -> None:
    tags = [cache_tags.page(f"{number:036d}") for number in range(500)]
    parcels = list(sender.parcels([*tags, *tags]))
    assert [tag for parcel in parcels for tag in parcel.split(" ")] == tags
    assert max(map(len, parcels)) <= sender.LARGEST
    assert len(parcels) < 8


def test_a_path_that_fits_into_no_header_becomes_its_site() -> None:
    assert list(sender.parcels(["units", cache_tags.path("vantor", "/" + "å" * 2000)])) == ["units site:vantor"]


# --- following ---


def test_a_new_cache_loses_everything_once(cache: FakeCache, vantor: Branch) -> None:
    assert follow.work() == 1
    assert cache.take() == EVERYTHING
    assert follow.work() == 0


def test_without_a_cache_nothing_is_written(vantor: Branch) -> None:
    notes.note([cache_tags.SITES])
    assert (follow.work(), follow.at_once()) == (0, 0)
    assert not PurgedCache.objects.exists()


def test_what_changed_is_told_once_and_once_more(told: FakeCache, vantor: Branch) -> None:
    vantor.frontend.email = "ny@example.se"
    vantor.frontend.save()
    assert follow.work()
    first = told.take()
    assert {"version:vantor", "frame:vantor", "sites"} <= first
    assert "site:vantor" not in first
    assert follow.work() == 0
    ten_seconds_later()
    follow.work()
    assert told.take() == first
    assert follow.work() == 0
    assert not PurgeNote.objects.exists()


def test_more_than_one_step_takes(told: FakeCache, vantor: Branch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backlog, "ROWS", 2)
    monkeypatch.setattr(backlog, "ENOUGH", 3)
    articles = [make_article(vantor, f"Nummer {number}") for number in range(5)]
    while follow.work():
        pass
    assert len([tag for tag in told.take() if tag.startswith("page:")]) >= len(articles)
    assert PurgePosition.objects.get(site_id=vantor.site.pk).seq == Counter.objects.get(site=vantor.site).version


def test_a_site_that_is_new(told: FakeCache, vantor: Branch) -> None:
    make_site("ny", parent=vantor.unit, port=9050)
    follow.work()
    assert {"site:ny", "sites"} <= told.take()


def test_a_position_never_falls_back(told: FakeCache, vantor: Branch) -> None:
    """Two at once read the same position; the one that read less is done last."""
    make_article(vantor, "Först")
    early = backlog.of(row())
    make_article(vantor, "Sedan")
    follow.work()
    position = PurgePosition.objects.get(site_id=vantor.site.pk)
    follow._write_down(row(), early, "")
    assert PurgePosition.objects.get(site_id=vantor.site.pk).seq == position.seq


# --- what cannot be told by tags ---


def test_far_behind_everything_goes(told: FakeCache, vantor: Branch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backlog, "FAR", 2)
    for number in range(3):
        make_article(vantor, f"Nummer {number}")
    follow.work()
    assert told.take() == EVERYTHING
    assert follow.work() == 0


def test_what_was_forgotten_is_everything(told: FakeCache, vantor: Branch, settings: Any) -> None:
    article = make_article(vantor)
    article.delete()
    Change.objects.update(at=timezone.now() - timedelta(days=settings.CHANGE_RETENTION_DAYS + 1))
    retention.forget()
    assert follow.work()
    assert told.take() == EVERYTHING


def test_after_a_restored_backup_everything_goes(told: FakeCache, vantor: Branch) -> None:
    PurgePosition.objects.filter(site_id=vantor.site.pk).update(seq=10_000, again=10_000)
    follow.work()
    assert told.take() == EVERYTHING
    assert follow.work() == 0


def test_a_new_release_is_everything(told: FakeCache, monkeypatch: pytest.MonkeyPatch) -> None:
    worker.start()
    assert follow.work() == 0
    monkeypatch.setattr(follow, "_release", lambda: "ffffff")
    worker.start()
    follow.work()
    assert told.take() == EVERYTHING
    worker.start()
    assert follow.work() == 0


def test_a_cache_that_left_the_settings_is_forgotten(told: FakeCache, settings: Any) -> None:
    settings.CACHE_PURGE_URLS = []
    worker.start()
    assert not PurgedCache.objects.exists()


# --- caches that fail ---


def test_a_cache_that_fails_is_tried_again_with_growing_waits(
    told: FakeCache, vantor: Branch, caplog: pytest.LogCaptureFixture
) -> None:
    told.status = 503
    article = make_article(vantor)
    with caplog.at_level(logging.INFO, "grenverk.purge"):
        assert follow.work() == 0
        assert (row().failures, "503" in row().failure) == (1, True)
        assert follow.work() == 0, "it is not asked again before its time"
        waits = []
        for _ in range(12):
            try_again()
            waits.append((row().retry_at - timezone.now()).total_seconds())
        assert all(wait <= min(follow.LONGEST, 2**number) for number, wait in enumerate(waits, 1))
        assert waits[-1] > follow.LONGEST / 2
        told.status = 200
        assert try_again()
    assert [record.levelname for record in caplog.records] == ["WARNING", "INFO"], "one line each way"
    assert cache_tags.path("vantor", f"/aktuellt/{article.slug}/") in told.take()
    assert (row().failures, row().failing_since, row().failure) == (0, None, "")


def test_what_a_commit_finds_failing_is_left_to_the_worker(told: FakeCache, vantor: Branch) -> None:
    told.status = 503
    make_article(vantor)
    follow.at_once()
    PurgedCache.objects.update(retry_at=timezone.now())
    told.asked.clear()
    follow.at_once()
    assert told.asked == []


def test_a_cache_that_hangs_keeps_neither_editor_nor_neighbour(
    told: FakeCache, vantor: Branch, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """How long is not measured: the slow one is let go of while it is still busy."""
    monkeypatch.setattr(follow, "HASTY", 0.2)
    busy = threading.Event()
    with running() as slow:
        slow.hold = busy
        settings.CACHE_PURGE_URLS = [slow.url, told.url]
        make_article(vantor)
        follow.at_once()
        assert not busy.is_set()
        assert "list:vantor:articles" in told.take()
        assert set(PurgedCache.objects.values_list("url", "failures")) == {(slow.url, 1), (told.url, 0)}
        busy.set()


def test_where_nobody_listens(told: FakeCache, vantor: Branch, settings: Any) -> None:
    settings.CACHE_PURGE_URLS = ["http://127.0.0.1:9/", told.url]
    make_article(vantor)
    assert follow.work()
    assert "list:vantor:articles" in told.take()
    assert PurgedCache.objects.get(url="http://127.0.0.1:9/").failures == 1


def test_a_redirect_is_not_followed(told: FakeCache, vantor: Branch) -> None:
    told.status, told.location = 302, "/annat/"
    make_article(vantor)
    told.asked.clear()
    follow.work()
    assert told.asked == ["PURGE /"]
    assert "302" in row().failure


def test_notes_for_a_dead_cache_do_not_pile_up(told: FakeCache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backlog, "FAR", 3)
    told.status = 503
    notes.note(["units", "sites", "image:1", "image:2"])
    follow.work()
    assert not PurgeNote.objects.exists()
    told.status = 200
    try_again()
    assert told.take() == EVERYTHING


# --- who is told of it ---


def test_metrics_and_the_command_tell(told: FakeCache, vantor: Branch, settings: Any, capsys: Any) -> None:
    settings.METRICS_TOKEN = "mätare"
    told.status = 503
    make_article(vantor)
    follow.work()
    PurgedCache.objects.update(failing_since=timezone.now() - timedelta(minutes=5))
    text = Client().get("/health/metrics", headers={"Authorization": "Bearer mätare"}).content.decode()
    failing = next(line for line in text.splitlines() if line.startswith("grenverk_cache_failing_seconds{"))
    assert told.url in failing
    assert float(failing.rpartition(" ")[2]) >= 300
    assert "grenverk_cache_purged_tags_total{" in text
    with pytest.raises(CommandError, match="tries again"):
        call_command("purge")
    assert "503" in capsys.readouterr().out
    told.status = 200
    call_command("purge", "--everything")
    assert told.take() == EVERYTHING
    assert state.now()[0].failing == 0


def test_the_command_without_a_cache(db: None) -> None:
    with pytest.raises(CommandError, match="CACHE_PURGE_URLS"):
        call_command("purge")


@pytest.mark.parametrize("url", ["127.0.0.1:6082", "ftp://cache/", "http://", "http://me:secret@cache/"])
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(ValidationError, match="is not an address"):
        env._addresses([url])


# --- when ---


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.usefixtures("leave_what_was_there")
def test_it_is_told_with_the_commit(cache: FakeCache) -> None:
    vantor = make_site("vantor", port=9001)
    assert cache.take() == EVERYTHING
    article = make_article(vantor)
    assert cache_tags.path("vantor", f"/aktuellt/{article.slug}/") in cache.take()
    assert not connection.in_atomic_block
    cache.status = 503
    article.unpublish()
    assert not article.live
    assert row().failures == 1


def test_the_worker_tells_what_it_renders(told: FakeCache, vantor: Branch) -> None:
    make_article(vantor)
    worker.drain()
    assert "list:vantor:articles" in told.take()
