"""Refusals: what cannot be rendered is not published, and leaves nothing half-done."""

import pytest

from cms.core.blocks.quote import QuoteBlock
from cms.pipeline.publish import worker
from cms.pipeline.publish.errors import RenderRefused
from cms.pipeline.publish.models import Publication
from cms.pipeline.publish.publishing import publishing
from tests.build import Branch, link_to, make_article, make_page, publish, text
from tests.pipeline.stored import assert_law, body_of, version

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
