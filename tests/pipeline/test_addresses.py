"""Addresses: renaming, moving, privacy and sites, which reach whole subtrees."""

import pytest
from wagtail.actions.move_page import MovePageAction
from wagtail.models import Page, PageViewRestriction, Site

from cms.pipeline.publish import worker
from cms.pipeline.publish.models import Change, Identity, PastPath, Placement, Publication, Reason
from cms.pipeline.publish.publishing import publishing
from home.models import WelcomePage
from tests.build import Branch, link_to, make_article, make_page, publish, text, tree_root
from tests.pipeline.stored import assert_law, body_of, placement_of, version

pytestmark = pytest.mark.django_db


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


def test_a_site_that_begins_elsewhere_leaves_its_old_pages(vantor: Branch) -> None:
    article, page = make_article(vantor), make_page(vantor)
    fresh = tree_root().add_child(instance=WelcomePage(title="Nytt hus", slug="nytt-hus"))
    site = Site.objects.get(pk=vantor.site.pk)
    site.root_page = fresh
    site.save()
    for left in (article, page, vantor.home, vantor.index):
        assert placement_of(left) is None
    assert placement_of(fresh) is not None
    assert_law()
    site.root_page = vantor.home
    site.save()
    assert placement_of(article) is not None
    assert placement_of(fresh) is None
    assert_law()
