"""The `publishing()` context: one transaction, one flush, for every way of writing."""

import pytest
from django.db import transaction
from wagtail.actions.move_page import MovePageAction
from wagtail.models import Page, PageViewRestriction

from cms.core.blocks.quote import QuoteBlock
from cms.pipeline.publish import rebuild, worker
from cms.pipeline.publish.errors import RenderRefused
from cms.pipeline.publish.models import Change, Identity, PastPath, Placement, Publication, Reason, Touch
from cms.pipeline.publish.publishing import publishing
from tests.build import Branch, link_to, make_article, make_page, publish, text

pytestmark = pytest.mark.django_db


def placement_of(page: Page) -> Placement | None:
    found = Placement.objects.filter(publication__kind="page", publication__identity__object_id=page.pk)
    return found.select_related("publication").first()


def body_of(page: Page) -> str:
    placement = placement_of(page)
    assert placement is not None
    return placement.publication.body


def changes(branch: Branch, after: int) -> list[tuple[str, str, str]]:
    rows = Change.objects.filter(site=branch.site, seq__gt=after).order_by("seq")
    return [(row.op, row.path, row.reason) for row in rows]


def version(branch: Branch) -> int:
    return Change.objects.filter(site=branch.site).count()


def assert_law() -> None:
    worker.drain()
    assert list(rebuild.differences()) == []


def test_publishing_an_article_makes_one_change(vantor: Branch) -> None:
    before = version(vantor)
    make_article(vantor, "Torgmöte på lördag")
    assert changes(vantor, before) == [("upsert", "/aktuellt/torgmöte-på-lördag/", "published")]
    assert_law()


def test_a_draft_changes_nothing(vantor: Branch) -> None:
    article = make_article(vantor)
    worker.drain()
    before = version(vantor)
    article.title = "Ändrad men inte publicerad"
    article.save_revision()
    assert changes(vantor, before) == []
    assert "inte publicerad" not in body_of(article)
    assert_law()


def test_publishing_without_a_change_of_bytes_writes_no_change(vantor: Branch) -> None:
    article = make_article(vantor)
    worker.drain()
    before = version(vantor)
    with publishing() as batch:
        batch.note("page", article.pk)
    assert changes(vantor, before) == []
    assert not Touch.objects.exists()


def test_what_mentions_a_page_follows_its_new_title(vantor: Branch) -> None:
    target = make_page(vantor, "Kontakt")
    mention = make_page(vantor, "Om oss", body=[("button", {"label": "Hör av dig", "link": {"page": target}})])
    worker.drain()
    target.title = "Kontakta styrelsen"
    publish(target)
    assert "Kontakta styrelsen" not in body_of(mention)
    assert_law()
    assert "Kontakta styrelsen" in body_of(mention)


def test_a_link_to_a_draft_comes_alive_when_it_is_published(vantor: Branch) -> None:
    from articles.models import Article

    draft = vantor.index.add_child(instance=Article(title="Hemlig titel", live=False))
    mention = make_page(vantor, body=[text(link_to(draft))])
    assert "Hemlig titel" not in body_of(mention)
    assert "data-id" not in body_of(mention)
    publish(draft)
    assert_law()
    assert "data-id" in body_of(mention)


@pytest.mark.parametrize("way", ["unpublish", "delete", "restrict"])
def test_withdrawal_is_at_once(vantor: Branch, varmland: Branch, way: str) -> None:
    """Before the worker has done anything, on every site that mentions it."""
    article = make_article(vantor, "Bortglömd rubrik")
    mention = make_page(
        varmland,
        body=[
            text(link_to(article)),
            ("button", {"label": "Läs", "link": {"page": article}}),
            ("cards", {"heading": "", "items": [{"title": "Kort", "text": "", "link": {"page": article}}]}),
            ("quote", {"text": "Citat", "attribution": "", "source": {"page": article}}),
        ],
    )
    varmland.frontend.header = [("item", {"label": "Dit", "link": {"page": article}, "children": []})]
    varmland.frontend.save()
    worker.drain()
    identity = str(Identity.objects.get(kind="page", object_id=article.pk).uuid)
    frame = Publication.objects.get(kind="frame", identity__object_id=varmland.frontend.pk)
    assert body_of(mention).count(identity) == 4
    assert identity in frame.body

    if way == "unpublish":
        article.unpublish()
    elif way == "delete":
        article.delete()
    else:
        PageViewRestriction.objects.create(page=article, restriction_type=PageViewRestriction.LOGIN)

    frame.refresh_from_db()
    for publication in Publication.objects.all():
        assert identity not in publication.body, publication
        assert "Bortglömd rubrik" not in publication.body
    assert '"header":[]' in frame.body
    assert placement_of(article) is None
    assert_law()


def test_the_reason_is_told(vantor: Branch) -> None:
    first, second, third = (make_article(vantor, title) for title in ("Ett", "Två", "Tre"))
    before = version(vantor)
    first.unpublish()
    second.delete()
    PageViewRestriction.objects.create(page=third, restriction_type=PageViewRestriction.LOGIN)
    reasons = [(op, reason) for op, _, reason in changes(vantor, before)]
    assert reasons == [("delete", "unpublished"), ("delete", "deleted"), ("delete", "restricted")]


def test_a_renamed_page_takes_its_pages_along(vantor: Branch) -> None:
    above = make_page(vantor, "Politik")
    below = make_page(vantor, "Bostäder", under=above)
    before = version(vantor)
    above.slug = "vår-politik"
    publish(above)
    assert placement_of(below).path == "/vår-politik/bostäder/"
    rows = Change.objects.filter(site=vantor.site, seq__gt=before)
    assert {(row.path, row.previous_path, row.reason) for row in rows} == {
        ("/vår-politik/", "/politik/", "moved"),
        ("/vår-politik/bostäder/", "/politik/bostäder/", "moved"),
    }
    assert PastPath.objects.filter(site=vantor.site, reason=Reason.MOVED).count() == 2
    assert_law()


def test_two_pages_may_change_addresses_in_one_transaction(vantor: Branch) -> None:
    first, second = make_page(vantor, "Ett"), make_page(vantor, "Två")
    with publishing():
        for page, slug in ((first, "undan"), (second, "ett"), (first, "två")):
            page.slug = slug
            page.save()
    assert (placement_of(first).path, placement_of(second).path) == ("/två/", "/ett/")
    assert_law()


def test_wagtails_own_move_action_is_seen(vantor: Branch) -> None:
    """The admin calls the action, which saves the base Page and tells of it afterwards."""
    target = make_page(vantor, "Politik")
    page = make_page(vantor, "Bostäder")
    below = make_page(vantor, "Hyror", under=page)
    MovePageAction(Page.objects.get(pk=page.pk), Page.objects.get(pk=target.pk), pos="last-child").execute(
        skip_permission_checks=True
    )
    assert placement_of(page).path == "/politik/bostäder/"
    assert placement_of(below).path == "/politik/bostäder/hyror/"
    assert_law()


def test_a_page_moved_to_another_site_leaves_the_first(vantor: Branch, varmland: Branch) -> None:
    page = make_page(vantor, "Gemensamt")
    page.move(varmland.home, pos="last-child")
    placements = Placement.objects.filter(publication__identity__object_id=page.pk, kind="page")
    assert [placement.site_id for placement in placements] == [varmland.site.pk]
    assert_law()


def test_pages_below_an_unpublished_page_keep_their_address(vantor: Branch) -> None:
    above = make_page(vantor, "Hemligt namn")
    below = make_page(vantor, "Bostäder", under=above)
    above.unpublish()
    placement = placement_of(below)
    assert placement.path == "/hemligt-namn/bostäder/"
    assert "Hemligt namn" not in placement.page_overlay
    above.slug = "nytt"
    above.save()
    assert placement_of(below).path == "/nytt/bostäder/"
    assert_law()


def test_privacy_is_inherited_and_lifted(vantor: Branch) -> None:
    above = make_page(vantor, "Internt")
    below = make_page(vantor, "Protokoll", under=above)
    restriction = PageViewRestriction.objects.create(page=above, restriction_type=PageViewRestriction.LOGIN)
    assert placement_of(below) is None
    restriction.delete()
    assert placement_of(below) is not None
    assert_law()


def test_a_new_unit_and_a_renamed_one_reach_frames_and_pages(vantor: Branch, varmland: Branch) -> None:
    from organisation.models import OrganisationPage, Unit

    page = publish(varmland.home.add_child(instance=OrganisationPage(title="Organisationen", unit=varmland.unit)))
    Unit.objects.create(name="Karlstad", slug="karlstad", kind="branch", parent=varmland.unit)
    assert_law()
    assert "Karlstad" in body_of(page)
    varmland.unit.name = "Värmlands distrikt"
    varmland.unit.save()
    assert_law()
    assert "Värmlands distrikt" in body_of(page)


def test_a_site_that_changes_address_rewrites_its_pages_and_what_links_there(vantor: Branch, varmland: Branch) -> None:
    article = make_article(vantor)
    mention = make_page(varmland, body=[text(link_to(article))])
    worker.drain()
    vantor.frontend.base_url = "https://vantor.example.se"
    vantor.frontend.save()
    assert placement_of(article).url == "https://vantor.example.se/aktuellt/torgm%C3%B6te/"
    vantor.site.refresh_from_db()
    assert (vantor.site.hostname, vantor.site.port) == ("vantor.example.se", 443)
    assert_law()
    assert "https://vantor.example.se/aktuellt/torgm%C3%B6te/" in body_of(mention)


def test_a_renamed_tag_and_a_new_author_are_seen(vantor: Branch) -> None:
    from taggit.models import Tag

    article = make_article(vantor)
    article.tags.add("torget")
    publish(article)
    worker.drain()
    tag = Tag.objects.get(name="torget")
    tag.name = "marknadstorget"
    tag.save()
    article.authors.model.objects.create(article=article, name="Exempel Exempelsson")
    assert_law()
    assert "marknadstorget" in body_of(article)
    assert "Exempel Exempelsson" in body_of(article)


def test_a_site_without_front_end_shows_nothing(vantor: Branch, varmland: Branch) -> None:
    article = make_article(vantor, "Kvar i trädet")
    mention = make_page(varmland, body=[text(link_to(article))])
    worker.drain()
    vantor.frontend.delete()
    assert not Placement.objects.filter(site=vantor.site, kind__in=["page", "frame"]).exists()
    assert "data-id" not in body_of(mention)
    assert_law()
    assert not Placement.objects.filter(site=vantor.site).exists()


@pytest.mark.parametrize("inside", [True, False])
def test_a_site_can_be_deleted(vantor: Branch, inside: bool) -> None:
    make_article(vantor)
    if inside:
        with publishing():
            vantor.site.delete()
    else:
        vantor.site.delete()
    assert not Publication.objects.filter(body__contains='"home_site":"vantor"').exists()
    assert_law()


def test_copies_aliases_and_translations_get_ids_of_their_own(vantor: Branch) -> None:
    from wagtail.models import Locale

    article = make_article(vantor, "Original")
    Locale.objects.get_or_create(language_code="sv")
    english = Locale.objects.create(language_code="en")
    copy = article.copy(update_attrs={"slug": "kopia", "title": "Kopia"})
    alias = article.create_alias(update_slug="alias")
    translation = article.copy_for_translation(english, copy_parents=True)
    publish(translation)
    pks = [page.pk for page in (article, copy, alias, translation)]
    assert Identity.objects.filter(kind="page", object_id__in=pks).count() == 4
    assert_law()


def test_translations_know_each_other_and_live_under_their_language(vantor: Branch) -> None:
    from wagtail.models import Locale

    english = Locale.objects.create(language_code="en")
    page = make_page(vantor, "Om oss")
    home = publish(vantor.home.copy_for_translation(english))
    translation = publish(page.copy_for_translation(english))
    assert placement_of(home).path == "/en/"
    assert placement_of(translation).path.startswith("/en/")
    assert_law()
    assert '"language":"en"' in body_of(page)


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


def test_numbers_rise_without_gaps(vantor: Branch) -> None:
    for title in ("Ett", "Två", "Tre"):
        make_article(vantor, title)
    numbers = list(Change.objects.filter(site=vantor.site).order_by("seq").values_list("seq", flat=True))
    assert numbers == list(range(1, len(numbers) + 1))


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


def test_raw_sql_is_found_by_verify_and_mended_by_publish_all(vantor: Branch) -> None:
    article = make_article(vantor)
    worker.drain()
    Page.objects.filter(pk=article.pk).update(title="Bakvägen")
    assert list(rebuild.differences())
    with transaction.atomic():
        for _ in rebuild.publish_all():
            pass
    assert_law()
    assert "Bakvägen" in body_of(article)
