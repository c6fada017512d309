"""Redirects are published things: they follow what they lead to, and leave with it."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Page

from cms.pipeline.publish import worker
from cms.pipeline.publish.models import Change, Placement, Publication
from cms.sites import redirect_rules
from cms.sites.models import Redirect
from tests.build import Branch, make_page, publish, redirect_to
from tests.pipeline.stored import assert_law

pytestmark = pytest.mark.django_db
OWN = "http://localhost:9001"


def published(redirect: Redirect) -> str:
    """The stored text; empty if it is not public."""
    rows = Publication.objects.filter(identity__kind="redirect", identity__object_id=redirect.pk)
    return rows.values_list("body", flat=True).first() or ""


def refused(where: Branch, path: str, target: object, **fields: object) -> str:
    with pytest.raises(ValidationError) as caught:
        redirect_to(where, path, target, **fields)
    return " ".join(caught.value.messages)


def newest(where: Branch, kind: str = "redirect") -> tuple[str, str, str, str]:
    row = Change.objects.filter(site=where.site, kind=kind).order_by("-seq").first()
    return row.op, row.path, row.previous_path, row.reason


def test_it_stands_on_its_site_alone_and_says_where_it_leads(vantor: Branch, varmland: Branch) -> None:
    page = make_page(vantor, "Om oss", slug="om-oss")
    redirect = redirect_to(vantor, "/Gammalt//om?p=2725", page, permanent=False)
    assert '"from":"/gammalt/om/?p=2725"' in published(redirect)
    assert '"path":"/om-oss/"' in published(redirect)
    assert '"permanent":false' in published(redirect)
    placement = Placement.objects.get(kind="redirect")
    assert (placement.site_id, placement.url) == (vantor.site.pk, f"{OWN}/gammalt/om/?p=2725")
    assert newest(vantor) == ("upsert", "/gammalt/om/?p=2725", "", "published")
    assert not Change.objects.filter(site=varmland.site, kind="redirect").exists()
    assert_law()


def test_it_follows_its_page_at_once(vantor: Branch, varmland: Branch) -> None:
    """Nothing is drained between: an old address must never lead to another old address."""
    page = make_page(vantor, "Om oss", slug="om-oss")
    redirect = redirect_to(vantor, "/gammalt/", page)
    page.slug = "om"
    page = publish(page)
    assert f'"url":"{OWN}/om/"' in published(redirect)
    assert newest(vantor)[::3] == ("upsert", "changed")
    Page.objects.get(pk=page.pk).specific.move(varmland.home, pos="last-child")
    assert '"url":"http://localhost:9002/om/"' in published(redirect)
    assert_law()


def test_it_leaves_with_its_page_and_comes_back(vantor: Branch) -> None:
    page = make_page(vantor, "Om oss")
    redirect = redirect_to(vantor, "/gammalt/", page)
    further = redirect_to(vantor, "/äldre/", f"{OWN}/gammalt/")
    page.unpublish()
    assert (published(redirect), published(further)) == ("", "")
    assert newest(vantor)[0] == "delete"
    assert_law()
    publish(Page.objects.get(pk=page.pk).specific)
    assert published(redirect)
    assert published(further)
    assert_law()
    restriction = page.view_restrictions.create(restriction_type="login")
    assert (published(redirect), published(further)) == ("", "")
    assert newest(vantor)[::3] == ("delete", "restricted")
    restriction.delete()
    assert published(redirect)
    Page.objects.get(pk=page.pk).specific.delete()
    assert (published(redirect), published(further)) == ("", "")
    assert Redirect.objects.get(pk=redirect.pk).page_id is None
    assert_law()


def test_a_chain_is_flattened_however_it_comes_about(vantor: Branch, varmland: Branch) -> None:
    last = redirect_to(vantor, "/c/", "https://www.example.se/", permanent=False)
    first = redirect_to(vantor, "/a/", f"{OWN}/b/?x=1")
    assert f'"url":"{OWN}/b/?x=1"' in published(first)
    middle = redirect_to(varmland, "/m/", f"{OWN}/c/")
    assert '"url":"https://www.example.se/"' in published(middle)
    redirect_to(vantor, "/b/", "http://localhost:9002/m/")
    assert '"url":"https://www.example.se/"' in published(first)
    last.url = "https://annat.example.se/"
    last.save()
    for one in (first, middle):
        assert '"url":"https://annat.example.se/"' in published(one)
    last.path = "/d/"
    last.save()
    assert f'"url":"{OWN}/c/"' in published(first)
    last.delete()
    assert_law()


def test_the_exact_address_with_its_query_comes_first_in_a_chain(vantor: Branch) -> None:
    redirect_to(vantor, "/b/", "https://utan.example.se/")
    redirect_to(vantor, "/b/?p=1", "https://med.example.se/")
    assert "med.example.se" in published(redirect_to(vantor, "/a/", f"{OWN}/b/?p=1"))
    assert "utan.example.se" in published(redirect_to(vantor, "/aa/", f"{OWN}/b/?p=2"))


def test_circles_are_refused(vantor: Branch, varmland: Branch) -> None:
    assert refused(vantor, "/a/", f"{OWN}/A") == redirect_rules.ITSELF
    redirect_to(vantor, "/b/", "http://localhost:9002/c/")
    redirect_to(varmland, "/c/", f"{OWN}/a/")
    assert refused(vantor, "/a/", f"{OWN}/b/?x=1") == redirect_rules.CIRCLE.format(steps="/a/ → /b/ → /c/ → /a/")


def test_a_circle_that_came_about_otherwise_leads_nowhere(vantor: Branch) -> None:
    """Also one that somebody turns by changing the database."""
    redirects = [
        redirect_to(vantor, path, f"https://www.example.se{to}") for path, to in (("/a/", "/b/"), ("/b/", "/a/"))
    ]
    further = redirect_to(vantor, "/c/", "https://www.example.se/a/")
    vantor.frontend.base_url = "https://www.example.se"
    vantor.frontend.save()
    assert [published(one) for one in (*redirects, further)] == ["", "", ""]
    assert_law()
    vantor.frontend.base_url = OWN
    vantor.frontend.save()
    assert all(published(one) for one in (*redirects, further))
    assert_law()


def test_a_page_that_lives_there_wins(vantor: Branch) -> None:
    page = make_page(vantor, "Om oss", slug="om-oss")
    assert refused(vantor, "/Om-Oss", "https://www.example.se/") == redirect_rules.LIVED_IN
    redirect = redirect_to(vantor, "/nytt/", "https://www.example.se/")
    with_query = redirect_to(vantor, "/nytt/?p=1", "https://www.example.se/")
    further = redirect_to(vantor, "/hit/", f"{OWN}/nytt/")
    assert "www.example.se" in published(further)
    page.slug = "nytt"
    page = publish(page)
    assert published(redirect) == ""
    assert published(with_query)
    assert f'"url":"{OWN}/nytt/"' in published(further)
    assert Placement.objects.get(site=vantor.site, path="/nytt/").path_key
    assert_law()
    page.unpublish()
    assert published(redirect)
    assert "www.example.se" in published(further)
    assert_law()


def test_what_may_not_be_is_refused_in_words(vantor: Branch, varmland: Branch) -> None:
    page = make_page(vantor, "Om oss")
    draft = vantor.home.add_child(instance=type(page)(title="Utkast", live=False))
    outside = "https://www.example.se/"
    redirect_to(vantor, "/upptagen", page)
    redirect_to(varmland, "/upptagen", page)
    assert refused(vantor, "/Upptagen/", page) == redirect_rules.TAKEN
    assert refused(vantor, "/utkast-dit", draft) == redirect_rules.NOT_PUBLIC
    assert refused(vantor, "/ingenstans", "") == redirect_rules.NOWHERE
    assert refused(vantor, "/bägge", page, url=outside) == redirect_rules.TWICE
    for path in ("gammalt", "/a\\b", "/a%00b", "/%FF"):
        assert refused(vantor, path, page) == redirect_rules.FORM
    assert refused(vantor, "https://annan.example.se/x", page) == redirect_rules.FOREIGN
    for url in (
        "javascript:alert(1)",
        "ftp://example.se/",
        "//example.se/",
        "mailto:a@example.se",
        "/nytt/",
        "https://x.se/" + "y" * 1000,
    ):
        assert refused(vantor, "/farligt", url)


def test_a_whole_address_of_the_own_site_is_understood(vantor: Branch) -> None:
    page = make_page(vantor, "Om oss", slug="om-oss")
    redirect = redirect_to(vantor, f"{OWN}/gammalt?p=7", f"{OWN}/OM-OSS")
    assert redirect.path == "/gammalt/?p=7"
    assert (redirect.page_id, redirect.url) == (page.pk, "")


def test_a_deleted_site_takes_its_redirects_along(vantor: Branch, varmland: Branch) -> None:
    page = make_page(vantor, "Om oss")
    redirect = redirect_to(varmland, "/dit/", page)
    redirect_to(vantor, "/gammalt/", page)
    vantor.frontend.delete()
    assert published(redirect) == ""
    assert Redirect.objects.count() == 1
    assert_law()


def test_saving_without_a_change_tells_nobody(vantor: Branch) -> None:
    redirect = redirect_to(vantor, "/gammalt/", make_page(vantor, "Om oss"))
    before = Change.objects.count()
    Redirect.objects.get(pk=redirect.pk).save()
    assert Change.objects.count() == before


def test_an_address_of_ours_is_followed_to_the_page_that_moves_in_later(vantor: Branch) -> None:
    """Whoever asked for the old address is never sent from one to the next, or to a page that is gone."""
    redirect = redirect_to(vantor, "/gammal/", f"{OWN}/kommer/")
    assert f'"url":"{OWN}/kommer/"' in published(redirect)
    page = make_page(vantor, "Kommer", slug="kommer")
    assert '"kind":"page"' in published(redirect)
    page.slug = "flyttad"
    page = publish(page)
    assert f'"url":"{OWN}/flyttad/"' in published(redirect)
    assert_law()
    page.unpublish()
    assert '"kind":"external"' in published(redirect) or not published(redirect)
    assert_law()
    page.slug = "igen"
    publish(page)
    worker.drain()
    assert f'"url":"{OWN}/igen/"' in published(redirect)
    assert_law()
    page.delete()
    assert_law()


@pytest.mark.parametrize("spelling", ["http://localhost:9001", "http://vem@localhost:9001", "http://LOCALHOST:9001"])
def test_an_own_address_is_known_however_it_is_spelt(vantor: Branch, spelling: str) -> None:
    assert refused(vantor, "/a/", f"{spelling}/a/") == redirect_rules.ITSELF


@pytest.mark.parametrize("spelling", ["https://www.example.se:443", "http://www.example.se", "https://www.example.se."])
def test_an_own_address_has_the_usual_port(vantor: Branch, spelling: str) -> None:
    vantor.frontend.base_url = "https://www.example.se"
    vantor.frontend.save()
    assert refused(vantor, "/a/", f"{spelling}/a/") == redirect_rules.ITSELF
    assert '"kind":"external"' in published(redirect_to(vantor, "/b/", "https://www.example.se:8443/b/"))
