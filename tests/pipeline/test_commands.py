"""The commands, and what the clock does."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import Page

from articles.models import Article
from cms.pipeline.publish import fingerprint, worker
from cms.pipeline.publish.models import Change, Publication
from tests.build import Branch, make_article, make_page
from tests.pipeline.stored import assert_law, body_of, placement_of

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> str:
    said = StringIO()
    call_command(*arguments, stdout=said, stderr=said)
    return said.getvalue()


def test_verify_says_what_differs_and_fails(vantor: Branch) -> None:
    article = make_article(vantor)
    run("worker", "--once")
    assert "identical" in run("publish", "--verify")
    Page.objects.filter(pk=article.pk).update(title="Bakvägen")
    with pytest.raises(CommandError, match="differences"):
        run("publish", "--verify")
    run("publish", "--all")
    assert "identical" in run("publish", "--verify")


def test_verify_writes_nothing(vantor: Branch) -> None:
    make_article(vantor)
    run("worker", "--once")
    before = list(Publication.objects.order_by("pk").values())
    run("publish", "--verify")
    assert list(Publication.objects.order_by("pk").values()) == before


def test_a_new_release_renders_everything_again(vantor: Branch, monkeypatch: pytest.MonkeyPatch) -> None:
    article = make_article(vantor)
    run("worker", "--once")
    changes = Change.objects.count()
    for module in (worker, fingerprint):
        monkeypatch.setattr(module, "fingerprint", lambda: "another release")
    monkeypatch.setattr("cms.pipeline.publish.write.fingerprint", lambda: "another release")
    assert f"({Publication.objects.count()} of an older release)" in run("worker", "--once")
    assert placement_of(article).publication.fingerprint == "another release"
    assert Change.objects.count() == changes, "the bytes are the same"


def test_what_is_scheduled_goes_live_and_expires(vantor: Branch, monkeypatch: pytest.MonkeyPatch) -> None:
    now = timezone.now()
    article = vantor.index.add_child(instance=Article(title="Senare", live=False))
    article.go_live_at = now + timedelta(hours=1)
    article.expire_at = now + timedelta(hours=2)
    article.save_revision().publish()
    run("worker", "--once")
    assert placement_of(article) is None

    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(minutes=61))
    assert "goes live: Senare" in run("publish_scheduled", "--dry-run")
    assert placement_of(article) is None
    run("publish_scheduled")
    assert placement_of(article) is not None

    monkeypatch.setattr(timezone, "now", lambda: now + timedelta(minutes=121))
    run("worker", "--once")
    assert placement_of(article) is None
    assert Change.objects.filter(site=vantor.site).order_by("-seq").first().reason == "expired"
    assert_law()


def test_the_worker_goes_on_where_another_was_killed(vantor: Branch) -> None:
    """Touches and generations are rows: whoever comes next finds them."""
    target = make_page(vantor, "Kontakt")
    mention = make_page(vantor, body=[("button", {"label": "Dit", "link": {"page": target}})])
    worker.drain()
    target.title = "Kontakta oss"
    target.save()
    assert worker.tell_touches() == 1
    assert worker.backlog() == 1
    run("worker", "--once")
    assert "Kontakta oss" in body_of(mention)
    assert worker.backlog() == 0
