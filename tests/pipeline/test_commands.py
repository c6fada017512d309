"""The commands, and what the clock does."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db.models import F
from django.utils import timezone
from wagtail.models import Page

from articles.models import Article
from cms.pipeline.publish import explain, fingerprint, rebuild, worker
from cms.pipeline.publish.errors import RenderRefused
from cms.pipeline.publish.models import Change, Identity, Publication
from tests.build import Branch, link_to, make_article, make_page, text
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


# --- publish --explain ---


def test_explain_tells_what_a_page_depends_on_and_what_it_reaches(vantor: Branch, varmland: Branch) -> None:
    target, article = make_page(vantor, "Målet"), make_article(vantor, "Källan")
    article.body = [text(link_to(target))]
    article.save_revision().publish()
    mentioning = make_page(varmland, "Nämner", body=[text(link_to(article))])
    varmland.frontend.header = [("item", {"label": "Dit", "link": {"page": article}, "children": []})]
    varmland.frontend.save()
    worker.drain()
    identity = str(Identity.objects.get(kind="page", object_id=article.pk).uuid)
    placement = placement_of(article)
    assert placement is not None
    for words in (str(article.pk), identity, placement.url):
        told = run("publish", "--explain", words)
        assert f"page {article.pk} (Källan), id {identity}" in told
        assert f"on vantor: {placement.url}" in told
        assert f"page {target.pk} (Målet)" in told
        assert "renders again: 1 frame, 1 page; seen on 2 sites" in told
        assert f"page {mentioning.pk} (Nämner)" in told


def test_explain_of_what_nobody_sees_and_of_nothing(vantor: Branch) -> None:
    article = make_article(vantor, "Dold")
    article.unpublish()
    assert "Not published" in run("publish", "--explain", str(article.pk))
    for words in ("999999", "https://ingenstans.example/", "00000000-0000-0000-0000-000000000000"):
        with pytest.raises(CommandError, match="There is no page"):
            run("publish", "--explain", words)


def test_what_is_told_is_what_happens(vantor: Branch) -> None:
    """As many render again as were told of."""
    article = make_article(vantor, "Källan")
    for number in range(3):
        make_page(vantor, f"Nämner {number}", body=[text(link_to(article))])
    worker.drain()
    told = explain.reach(("page", article.pk)).mentioning
    article.title = "Ny rubrik"
    article.save_revision().publish()
    worker.tell_touches()
    behind = Publication.objects.filter(
        wanted__gt=F("rendered"), dependencies__kind="page", dependencies__object_id=article.pk
    )
    assert told == {"page": 3}
    assert behind.count() == 3


def test_publish_all_goes_on_where_it_was_interrupted(vantor: Branch, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rebuild, "BATCH", 3)
    seen: list[tuple[str, int]] = []
    real = rebuild.publish

    def publish(keys: list[tuple[str, int]]) -> list[RenderRefused]:
        if len(seen) == 6:
            raise KeyboardInterrupt
        seen.extend(keys)
        return real(keys)

    monkeypatch.setattr(rebuild, "publish", publish)
    with pytest.raises(CommandError, match="--resume") as stopped:
        run("publish", "--all")
    assert stopped.value.returncode == 130
    first, everything = list(seen), list(rebuild.everything())
    seen.append(("nothing", 0))  # nobody interrupts it again
    run("publish", "--all", "--resume")
    assert [*first, *seen[7:]] == everything
    assert rebuild.interrupted() is None


def test_resuming_what_was_not_interrupted_begins_at_the_beginning(vantor: Branch) -> None:
    assert "Nothing was interrupted" in run("publish", "--all", "--resume")
    with pytest.raises(CommandError, match="belongs to --all"):
        run("publish", "--verify", "--resume")


def test_the_worker_says_how_many_are_left_and_since_when(vantor: Branch, monkeypatch: pytest.MonkeyPatch) -> None:
    run("worker", "--once")
    since = timezone.now() - timedelta(seconds=90)
    Publication.objects.update(wanted=F("rendered") + 1, behind_since=since)
    monkeypatch.setattr("cms.pipeline.publish.progress.EVERY", 0)
    monkeypatch.setattr(worker, "BATCH", 2)
    lines = run("worker", "--once").splitlines()
    number = Publication.objects.count()
    assert f"worker: {number - 2} left, the oldest has waited for 90 s" in lines
    assert "worker: nothing left" in lines
