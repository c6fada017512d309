"""Refusals: what cannot be rendered is not published, and leaves nothing half-done."""

from datetime import timedelta

import pytest
from django.db import DataError, IntegrityError, OperationalError
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from cms.core.blocks.quote import QuoteBlock
from cms.pipeline.publish import worker
from cms.pipeline.publish.errors import RenderRefused
from cms.pipeline.publish.models import Publication
from cms.pipeline.publish.publishing import publishing
from cms.pipeline.publish.sheet import Sheet
from tests.build import Branch, link_to, make_article, make_page, publish, text
from tests.pipeline.stored import assert_law, body_of, placement_of, version

pytestmark = pytest.mark.django_db


def test_a_refused_render_rolls_everything_back(vantor: Branch, monkeypatch: pytest.MonkeyPatch) -> None:
    article = make_article(vantor)
    monkeypatch.setattr(QuoteBlock, "shape", lambda *args: 1 / 0)
    article.title = "Ny rubrik"
    article.body = [("quote", {"text": "x", "attribution": "", "source": {}})]
    with pytest.raises(RenderRefused, match="Citat"):
        publish(article)
    article.refresh_from_db()
    assert article.title == "Torgmöte"
    assert "Ny rubrik" not in body_of(article)


def test_a_savepoint_flushes_alone(vantor: Branch, monkeypatch: pytest.MonkeyPatch) -> None:
    good, bad = make_article(vantor, "Bra"), make_article(vantor, "Dålig")
    monkeypatch.setattr(QuoteBlock, "shape", lambda *args: 1 / 0)
    bad.body = [("quote", {"text": "x", "attribution": "", "source": {}})]
    with publishing():
        with pytest.raises(RenderRefused), publishing(apart=True):
            bad.save()
        with publishing(apart=True):
            good.title = "Bättre"
            good.save()
    assert "Bättre" in body_of(good)
    bad.refresh_from_db()
    assert not bad.body


def test_an_error_later_in_the_transaction_leaves_nothing(vantor: Branch) -> None:
    article = make_article(vantor)
    before = version(vantor)

    def half() -> None:
        with publishing():
            article.title = "Halvt"
            article.save()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert version(vantor) == before
    assert "Halvt" not in body_of(article)


def test_the_worker_survives_a_block_that_cannot_be_rendered(vantor: Branch, monkeypatch: pytest.MonkeyPatch) -> None:
    target = make_page(vantor, "Kontakt")
    quote = ("quote", {"text": "x", "attribution": "", "source": {}})
    mention = make_page(vantor, "Om oss", body=[quote, text(link_to(target))])
    other = make_page(vantor, "Annat", body=[("button", {"label": "Dit", "link": {"page": target}})])
    worker.drain()
    with monkeypatch.context() as patch:
        patch.setattr(QuoteBlock, "shape", lambda *args: 1 / 0)
        target.title = "Kontakta oss"
        publish(target)
        worker.drain()
        assert "Citat" in Publication.objects.get(kind="page", identity__object_id=mention.pk).failure
        assert "Kontakta oss" in body_of(other)
    Publication.objects.update(retry_at=None)
    assert_law()


@pytest.mark.parametrize("way", ["unpublish", "move", "rename", "restrict", "expire"])
def test_a_broken_page_below_stops_nobody(vantor: Branch, monkeypatch: pytest.MonkeyPatch, way: str) -> None:
    """Somebody else's block must not keep a page from being withdrawn, or the worker from working."""
    quote = ("quote", {"text": "x", "attribution": "", "source": {}})
    above, target = make_page(vantor, "Bli aktiv"), make_page(vantor, "Politik")
    below = make_page(vantor, "Medlemsmöten", under=above, body=[quote])
    worker.drain()
    with monkeypatch.context() as patch:
        patch.setattr(QuoteBlock, "shape", lambda *args: 1 / 0)
        if way == "unpublish":
            above.unpublish()
        elif way == "move":
            above.move(target, pos="last-child")
        elif way == "rename":
            above.slug = "engagera-dig"
            publish(above)
        elif way == "restrict":
            PageViewRestriction.objects.create(page=above, restriction_type=PageViewRestriction.LOGIN)
        else:
            Page.objects.filter(pk=above.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
        worker.drain()
        found = placement_of(below)
        if way == "restrict":
            assert found is None
        else:
            paths = {"move": "/politik/bli-aktiv/medlemsmöten/", "rename": "/engagera-dig/medlemsmöten/"}
            assert found.path == paths.get(way, "/bli-aktiv/medlemsmöten/")
            assert ("Bli aktiv" in found.page_overlay) == (way in ("move", "rename"))
            assert "Citat" in found.publication.failure
        assert (placement_of(above) is None) == (way in ("unpublish", "restrict", "expire"))
    Publication.objects.update(retry_at=None)
    assert_law()


@pytest.mark.parametrize("fault", [ZeroDivisionError, IntegrityError, DataError])
def test_a_chore_that_fails_leaves_the_others_working(monkeypatch: pytest.MonkeyPatch, fault: type[Exception]) -> None:
    done = []

    def fail() -> int:
        raise fault

    chores = [worker.Chore(fail, every=0), worker.Chore(lambda: done.append(1) or 0, every=0)]
    monkeypatch.setattr(worker, "_chores", chores)
    worker.step()
    assert done == [1]


def test_a_database_that_is_away_is_no_fault_of_a_chore(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> int:
        raise OperationalError

    monkeypatch.setattr(worker, "_chores", [worker.Chore(fail, every=0)])
    with pytest.raises(OperationalError):
        worker.step()


def test_what_the_database_will_not_take_waits_and_keeps_nobody(
    vantor: Branch, monkeypatch: pytest.MonkeyPatch
) -> None:
    target, mention = make_page(vantor, "Kontakt"), make_page(vantor, "Om oss")
    other = make_page(vantor, "Annat", body=[("button", {"label": "Hit", "link": {"page": target}})])
    mention.body = [("button", {"label": "Dit", "link": {"page": target}})]
    publish(mention)
    worker.drain()
    stored, row = Sheet.publication, Publication.objects.get(kind="page", identity__object_id=mention.pk)

    def refuse(sheet: Sheet, publication: Publication, *fields: str) -> None:
        if publication.pk == row.pk:
            raise DataError("no such value")
        stored(sheet, publication, *fields)

    with monkeypatch.context() as patch:
        patch.setattr(Sheet, "publication", refuse)
        target.title = "Kontakta oss"
        publish(target)
        worker.drain(rounds=20)
        row.refresh_from_db()
        assert "no such value" in row.failure
        assert row.retry_at is not None
        assert "Kontakta oss" in body_of(other)
    Publication.objects.update(retry_at=None)
    assert_law()
