"""Addresses: renaming, moving, privacy and sites, which reach whole subtrees."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.actions.move_page import MovePageAction
from wagtail.models import Locale, Page, PageViewRestriction, Site

from cms.pipeline.publish import flush, worker
from cms.pipeline.publish.models import Change, Counter, Identity, PastPath, Placement, Publication, Reason
from cms.pipeline.publish.publishing import publishing
from cms.sites.models import Frontend
from home.models import WelcomePage
from tests.build import Branch, link_to, make_article, make_page, publish, text, tree_root
from tests.pipeline.stored import assert_law, body_of, changes, placement_of, version

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


def test_a_site_that_gets_a_front_end_again_begins_a_new_log(vantor: Branch, varmland: Branch) -> None:
    """What was told of before, and withdrawn while nobody was told, is not what a reader holds now."""
    article, gone = make_article(vantor, "Kvar"), make_article(vantor, "Borta")
    worker.drain()
    before = version(vantor)
    vantor.frontend.delete()
    assert placement_of(article) is None
    assert not Placement.objects.filter(site=vantor.site).exists()
    gone.unpublish()
    Frontend.objects.create(site=vantor.site, slug="ny", name="Vantör", base_url="https://ny.example.se")
    assert placement_of(article) is not None
    assert_law()
    assert Counter.objects.get(site=vantor.site).floor > before  # who followed the old one begins anew
    assert not Change.objects.filter(site=vantor.site, seq__lte=before).exists()


def test_a_front_end_stays_with_its_site(vantor: Branch) -> None:
    """Its pages are those of the site; another site gets a front end of its own."""
    root = tree_root().add_child(instance=WelcomePage(title="Annat hus", slug="annat-hus"))
    vantor.frontend.site = Site.objects.create(hostname="annan.example.se", root_page=root)
    for save in (vantor.frontend.clean, vantor.frontend.save):
        with pytest.raises(ValidationError) as caught:
            save()
        assert "site" in caught.value.message_dict


def test_another_name_of_a_site_is_no_reason_to_render_its_pages(vantor: Branch) -> None:
    article = make_article(vantor)
    worker.drain()
    rendered = Publication.objects.get(kind="page", identity__object_id=article.pk).rendered
    vantor.frontend.name = "Vantörs partiförening"
    vantor.frontend.save()
    assert Publication.objects.get(kind="page", identity__object_id=article.pk).rendered == rendered
    assert_law()


def test_many_pages_follow_in_parts(vantor: Branch, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also two that change places, each in another part."""
    monkeypatch.setattr(flush, "PART", 2)
    pages = [make_page(vantor, f"Sida {number}", slug=f"sida-{number}") for number in range(5)]
    before = version(vantor)
    with publishing():
        for page in pages:
            Page.objects.filter(pk=page.pk).update(slug=f"mellan-{page.slug}")
        for page, slug in zip(pages, ("sida-4", "sida-3", "sida-2", "sida-1", "sida-0"), strict=True):
            page.slug = slug
            page.save()
    assert [placement_of(page).path for page in pages] == [f"/sida-{number}/" for number in (4, 3, 2, 1, 0)]
    assert ("upsert", "/sida-4/", "moved") in changes(vantor, before)
    assert_law()


WAYS_THERE = {
    "write": lambda home, page, below: make_page(home, "Engelska", slug="EN"),
    "move": lambda home, page, below: below.move(home.home, pos="last-child"),
    "bulk": lambda home, page, below: Page.objects.get(pk=below.pk).move(home.home, pos="last-child"),
    "copy": lambda home, page, below: page.copy(update_attrs={"slug": "en"}),
    "rename": lambda home, page, below: (setattr(page, "slug", "en"), publish(page)),
}


@pytest.mark.parametrize("way", WAYS_THERE)
def test_no_page_stands_where_another_language_of_the_site_begins(vantor: Branch, way: str) -> None:
    page = make_page(vantor, "Ny", slug="ny")
    below = make_page(vantor, "Djupt", slug="en", under=page)
    with pytest.raises(ValidationError) as caught:
        WAYS_THERE[way](vantor, page, below)
    assert "slug" in caught.value.message_dict
    english = Locale.objects.create(language_code="en")
    assert placement_of(publish(vantor.home.copy_for_translation(english))).path == "/en/"
    assert make_page(vantor, "En").slug == "en-2"
    assert_law()


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
