"""Redirects in the admin: a site's people keep their own old addresses, and no others."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from cms.sites import redirect_rules
from cms.sites.models import Redirect
from tests.admin.conftest import Desk, Secrets
from tests.admin.forms import body
from tests.build import Branch, make_page, redirect_to

FORM = {"path": "", "page": "", "url": "", "permanent": "on"}


def listing(client: Client, **query: str) -> str:
    return body(client.get(reverse("omdirigeringar:index_results"), query))


def test_people_add_change_and_delete_their_own(vantor_desk: Desk, vantor: Branch) -> None:
    page = make_page(vantor, "Om oss", slug="om-oss")
    form = FORM | {"frontend": vantor.frontend.pk, "path": "/Gammalt?p=7", "page": page.pk}
    answer = vantor_desk.client.post(reverse("omdirigeringar:add"), form)
    assert answer.status_code == 302, body(answer)
    redirect = Redirect.objects.get()
    assert (redirect.path, redirect.page_id, redirect.permanent) == ("/gammalt/?p=7", page.pk, True)
    html = listing(vantor_desk.client)
    assert re.search(r"/gammalt/\?p=7.*Om oss.*Fungerar", html, re.DOTALL)
    changed = FORM | {"frontend": vantor.frontend.pk, "path": "/nytt", "url": "https://www.example.se/"}
    edit = reverse("omdirigeringar:edit", args=[redirect.pk])
    assert vantor_desk.client.post(edit, changed).status_code == 302
    redirect.refresh_from_db()
    assert (redirect.path, redirect.page_id, redirect.url) == ("/nytt/", None, "https://www.example.se/")
    vantor_desk.client.post(reverse("omdirigeringar:delete", args=[redirect.pk]))
    assert not Redirect.objects.exists()


def test_a_refusal_stands_in_the_form(vantor_desk: Desk, vantor: Branch) -> None:
    make_page(vantor, "Om oss", slug="om-oss")
    form = FORM | {"frontend": vantor.frontend.pk, "path": "/om-oss", "url": "https://www.example.se/"}
    assert redirect_rules.LIVED_IN in body(vantor_desk.client.post(reverse("omdirigeringar:add"), form))
    form |= {"path": "/a", "url": "http://localhost:9001/a/"}
    assert redirect_rules.ITSELF in body(vantor_desk.client.post(reverse("omdirigeringar:add"), form))
    assert not Redirect.objects.exists()


@pytest.mark.parametrize("local", ["/om-oss/historia", "om-oss/historia", "www.example.se"])
def test_half_an_address_is_told_what_to_do(local: str, vantor_desk: Desk, vantor: Branch) -> None:
    form = FORM | {"frontend": vantor.frontend.pk, "path": "/a", "url": local}
    answer = vantor_desk.client.post(reverse("omdirigeringar:add"), form)
    told = "Skriv en hel adress (https://…), eller välj sidan under Sida."
    assert answer.context["form"].errors["url"] == [told]
    assert not Redirect.objects.exists()


def test_the_list_is_read_on_a_phone(vantor_desk: Desk, vantor: Branch) -> None:
    """Each cell says what it holds, since there is no column above it; and a long address is read to its end."""
    far = f"https://www.example.se/{'lang/' * 30}slut"
    redirect_to(vantor, "/gammalt/", far)
    html = listing(vantor_desk.client)
    assert far in html
    assert re.search(r"listing__label[^<]*>Leder till: <", html)
    assert re.search(r"listing__label[^<]*>Läge: </span>\s*Fungerar", html)
    assert "Ändrad: " not in html  # there is nothing to tell of
    page = body(vantor_desk.client.get(reverse("omdirigeringar:index")))
    assert re.search(r'Lägg till<span class="w-header-button__rest"> omdirigering</span>', page)


def test_search_and_filters_find_them(vantor_desk: Desk, vantor: Branch) -> None:
    redirect_to(vantor, "/ängen/", "https://www.example.se/bete/")
    redirect_to(vantor, "/torget/", "https://www.example.se/", permanent=False)
    for query in ({"q": "Ängen"}, {"q": "bete"}, {"permanent": "true"}):
        html = listing(vantor_desk.client, **query)
        assert "/ängen/" in html
        assert "/torget/" not in html


def test_the_search_finds_where_they_lead(vantor_desk: Desk, vantor: Branch, varmland: Branch) -> None:
    own, foreign = make_page(vantor, "Ängens historia"), make_page(varmland, "Värmlands ängar")
    redirect_to(vantor, "/eget/", own)
    redirect_to(vantor, "/grannens/", foreign)
    for word, path in {"HISTORIA": "/eget/", "värmlands": "/grannens/"}.items():
        html = listing(vantor_desk.client, q=word)
        assert [one for one in ("/eget/", "/grannens/") if one in html] == [path]


def test_no_search_finds_by_a_title_that_is_not_told(
    vantor_desk: Desk, vantor: Branch, secrets: Secrets, root: Client
) -> None:
    """Neither that of a page which is not public, nor the new one of a page that is published by its old."""
    for page in (secrets.draft, secrets.private, secrets.renamed):
        Redirect(frontend=vantor.frontend, path=f"/till-{page.pk}/", page=page).save()  # public when it was written
    assert "/till-" not in listing(vantor_desk.client, q="Kanarieprov")
    assert f"/till-{secrets.renamed.pk}/" in listing(vantor_desk.client, q="Gammalt")
    assert listing(root, q="Kanarieprov").count("/till-") >= 3


@pytest.mark.parametrize("view", ["edit", "delete", "history", "history_results", "usage"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_another_sites_answers_like_what_never_existed(
    view: str, method: str, vantor_desk: Desk, varmland: Branch
) -> None:
    foreign = redirect_to(varmland, "/hemligt/", "https://www.example.se/")
    answers = [
        getattr(vantor_desk.client, method)(reverse(f"omdirigeringar:{view}", args=[pk]), {"path": "/x"})
        for pk in (foreign.pk, 999_999)
    ]
    assert [answer.status_code for answer in answers] == [404, 404]
    one, other = (re.sub(rb"/\d+/", b"/N/", answer.content) for answer in answers)
    assert one == other
    assert "hemligt" not in listing(vantor_desk.client)
    assert Redirect.objects.get().path == "/hemligt/"


def test_a_form_takes_no_foreign_site_and_no_foreign_draft(
    vantor_desk: Desk, vantor: Branch, varmland: Branch, secrets: Secrets
) -> None:
    url = reverse("omdirigeringar:add")
    vantor_desk.client.post(
        url, FORM | {"frontend": varmland.frontend.pk, "path": "/a", "url": "https://x.example.se/"}
    )
    told = [
        re.sub(r"\b[A-Za-z0-9]{32,}|\d+", "N", vantor_desk.client.post(url, form).content.decode())
        for form in (
            FORM | {"frontend": vantor.frontend.pk, "path": "/a", "page": pk}
            for pk in (secrets.draft.pk, secrets.private.pk)
        )
    ]
    assert not Redirect.objects.exclude(pk=secrets.redirect.pk).exists()
    assert told[0] == told[1]
    assert "Kanarieprov" not in "".join(told)


def test_what_leads_nowhere_now_says_so(vantor_desk: Desk, vantor: Branch) -> None:
    page = make_page(vantor, "Om oss")
    redirect_to(vantor, "/gammalt/", page)
    page.unpublish()
    assert "Vilar" in listing(vantor_desk.client)
    page.delete()
    assert "Sidan är borttagen" in listing(vantor_desk.client)


def test_who_may_not_publish_the_start_page_has_none(vantor_writer: Desk) -> None:
    assert vantor_writer.client.get(reverse("omdirigeringar:add")).status_code == 302
    assert reverse("omdirigeringar:index") not in body(vantor_writer.client.get("/admin/"))
