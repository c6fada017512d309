"""Sweep and audit: what nobody was told of is found and mended, and counted."""

import pytest
from django.db import connection
from wagtail.models import Page

from cms.core.blocks.quote import QuoteBlock
from cms.pipeline.publish import patrol, state, worker
from cms.pipeline.publish.models import Beat, Patrol, PlacementTag, Publication
from tests.build import Branch, link_to, make_article, make_page, text
from tests.pipeline.stored import assert_law, body_of, changes, placement_of, version

pytestmark = pytest.mark.django_db


def mended(name: str) -> int:
    return Patrol.objects.get(name=name).mended


def audit_all() -> int:
    """Rounds until everything that is there now was looked at."""
    found = patrol.audit()
    while Patrol.objects.get(name="audit").position:
        found += patrol.audit()
    return found


def raw(sql: str, *parameters: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)


def test_nothing_wrong_nothing_mended(vantor: Branch) -> None:
    make_article(vantor)
    worker.drain()
    before = version(vantor)
    assert (patrol.sweep(), audit_all()) == (0, 0)
    assert (mended("sweep"), mended("audit"), version(vantor)) == (0, 0, before)


def test_the_audit_finds_an_edit_in_raw_sql(vantor: Branch) -> None:
    article = make_article(vantor, "Före")
    mention = make_page(vantor, body=[text(link_to(article)), ("button", {"label": "Dit", "link": {"page": article}})])
    worker.drain()
    before = version(vantor)
    raw("UPDATE wagtailcore_page SET title = 'Efter', draft_title = 'Efter' WHERE id = %s", article.pk)
    assert audit_all() >= 1
    assert '"title":"Efter"' in body_of(article)
    assert ("upsert", "/aktuellt/före/", "changed") in changes(vantor, before)
    assert_law()
    assert '"title":"Efter"' in body_of(mention)
    assert mended("audit") >= 1
    assert audit_all() == 0


def test_the_audit_mends_bytes_that_nobody_rendered(vantor: Branch) -> None:
    article = make_article(vantor)
    worker.drain()
    Publication.objects.filter(identity__object_id=article.pk, kind="page").update(card="{}")
    assert audit_all() == 1
    assert_law()


def test_the_audit_leaves_to_the_worker_what_waits_for_it(vantor: Branch) -> None:
    article = make_article(vantor)
    worker.drain()
    raw("UPDATE wagtailcore_page SET title = 'Efter' WHERE id = %s", article.pk)
    row = Publication.objects.get(kind="page", identity__object_id=article.pk)
    Publication.objects.filter(pk=row.pk).update(wanted=row.wanted + 1)
    assert audit_all() == 0


def test_the_audit_goes_round_in_small_steps(vantor: Branch) -> None:
    for number in range(5):
        make_article(vantor, f"Nummer {number}")
    worker.drain()
    raw("UPDATE wagtailcore_page SET title = 'Ny ' || title WHERE title LIKE 'Nummer%%'")
    steps = 0
    while Patrol.objects.filter(name="audit", rounds=0).exists() or not steps:
        patrol.audit(2)
        steps += 1
    assert steps > 2
    assert mended("audit") == 5
    assert Patrol.objects.get(name="audit").round_at is not None


def test_the_sweep_finds_what_came_and_what_went_unseen(vantor: Branch) -> None:
    gone, hidden, come = (make_article(vantor, title) for title in ("Borta", "Dold", "Kommen"))
    come.unpublish()
    worker.drain()
    raw("UPDATE wagtailcore_page SET live = %s WHERE id IN (%s, %s)", False, gone.pk, hidden.pk)
    raw("UPDATE wagtailcore_page SET live = %s WHERE id = %s", True, come.pk)
    assert patrol.sweep() == 3
    assert placement_of(gone) is None
    assert placement_of(hidden) is None
    assert placement_of(come) is not None
    assert mended("sweep") == 3
    assert_law()
    assert patrol.sweep() == 0


def test_the_sweep_publishes_nothing_that_nobody_may_see(vantor: Branch) -> None:
    """A live page outside every site is looked at and left alone, each time."""
    Page.objects.get(depth=1).add_child(instance=Page(title="Ingens", slug="ingens"))
    assert (patrol.sweep(), patrol.sweep()) == (0, 0)


def test_draining_goes_on_no_patrol(vantor: Branch) -> None:
    """The law is to hold without them."""
    article = make_article(vantor)
    worker.drain()
    raw("UPDATE wagtailcore_page SET title = 'Efter' WHERE id = %s", article.pk)
    worker.drain()
    assert '"title":"Efter"' not in body_of(article)


def test_the_running_worker_does_and_gives_a_sign(vantor: Branch, monkeypatch: pytest.MonkeyPatch) -> None:
    for one in worker._chores:
        monkeypatch.setattr(one, "last", -1e9)
    assert state.now().worker_seen is None
    worker.step()
    assert set(Patrol.objects.values_list("name", flat=True)) == {"sweep", "audit"}
    assert Beat.objects.count() == 1
    seen = state.now().worker_seen
    assert seen is not None
    assert seen < 60


def test_the_sweep_mends_in_parts_and_counts_what_it_mended(vantor: Branch, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that cannot be rendered stays away, and is not said to be mended every five minutes."""
    monkeypatch.setattr(patrol, "MENDED", 2)
    quote = ("quote", {"text": "x", "attribution": "", "source": {}})
    pages = [make_page(vantor, f"Sida {number}") for number in range(5)]
    broken = make_page(vantor, "Trasig", body=[quote])
    for page in (*pages, broken):
        page.unpublish()
    worker.drain()
    raw("UPDATE wagtailcore_page SET live = %s WHERE title LIKE 'Sida%%' OR title = 'Trasig'", True)
    with monkeypatch.context() as patch:
        patch.setattr(QuoteBlock, "shape", lambda *args: 1 / 0)
        assert patrol.sweep() == 5
        assert patrol.sweep() == 0
    assert mended("sweep") == 5
    assert patrol.sweep() == 1
    assert_law()


def test_the_audit_mends_what_a_tags_row_repeats(vantor: Branch) -> None:
    article = make_article(vantor)
    article.tags.add("torg")
    article.save_revision().publish()
    worker.drain()
    PlacementTag.objects.update(language="xx")
    assert audit_all() == 1
    assert PlacementTag.objects.get().language == "sv"
    assert_law()
