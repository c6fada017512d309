"""A site's people find their own frame and unit in the admin, and change of it what is theirs to change."""

import re

import pytest
from django.test import Client
from django.urls import reverse

from cms.sites.models import Frontend
from organisation.models import Unit
from tests.admin.conftest import Desk
from tests.admin.forms import as_sent, body
from tests.build import Branch

EMPTY_STREAMS = {f"{name}-count": "0" for name in ["header", "footer", "social"]}


@pytest.mark.parametrize("view", ["edit", "delete", "history", "history_results", "usage"])
@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("namespace", ["webbplats", "enheter"])
def test_what_belongs_to_another_site_answers_like_what_never_existed(
    view: str, method: str, namespace: str, vantor_desk: Desk, varmland: Branch
) -> None:
    pk = varmland.frontend.pk if namespace == "webbplats" else varmland.unit.pk
    foreign, missing = (
        getattr(vantor_desk.client, method)(reverse(f"{namespace}:{view}", args=[number]), {"name": "Vårt"})
        for number in (pk, 999_999)
    )
    assert foreign.status_code == missing.status_code == 404
    assert re.sub(rb"/\d+/", b"/N/", foreign.content) == re.sub(rb"/\d+/", b"/N/", missing.content)


@pytest.mark.parametrize("namespace", ["webbplats", "enheter"])
def test_with_one_site_the_menu_leads_to_its_form(namespace: str, vantor_desk: Desk, vantor: Branch) -> None:
    own = vantor.frontend.pk if namespace == "webbplats" else vantor.unit.pk
    answer = vantor_desk.client.get(reverse(f"{namespace}:index"))
    assert answer.url == reverse(f"{namespace}:edit", args=[own])
    listing = body(vantor_desk.client.get(reverse(f"{namespace}:index_results")))
    assert "Varmland" not in listing
    assert reverse(f"{namespace}:index") in body(vantor_desk.client.get("/admin/"))


def test_people_change_their_frame_but_not_its_address(vantor_desk: Desk, vantor: Branch) -> None:
    url = reverse("webbplats:edit", args=[vantor.frontend.pk])
    form = (
        as_sent(vantor_desk.client, url)
        | EMPTY_STREAMS
        | {"name": "Vänstern i söder", "slug": "riks", "base_url": "http://x.se"}
    )
    answer = vantor_desk.client.post(url, form | {"site": 1, "listed": "", "time_zone": "UTC"})
    assert answer.status_code == 302
    after = Frontend.objects.get(pk=vantor.frontend.pk)
    assert after.name == "Vänstern i söder"
    assert (after.slug, after.base_url, after.site_id, after.listed, after.time_zone) == (
        vantor.frontend.slug,
        vantor.frontend.base_url,
        vantor.frontend.site_id,
        True,
        "Europe/Stockholm",
    )


def test_people_change_their_unit_but_not_its_place(vantor_desk: Desk, vantor: Branch, varmland: Branch) -> None:
    url = reverse("enheter:edit", args=[vantor.unit.pk])
    form = as_sent(vantor_desk.client, url) | {"email": "kontakt@example.se", "has_board": "true"}
    answer = vantor_desk.client.post(url, form | {"name": "Annat", "slug": "annat", "parent": varmland.unit.pk})
    assert answer.status_code == 302
    after = Unit.objects.get(pk=vantor.unit.pk)
    assert (after.email, after.has_board) == ("kontakt@example.se", True)
    assert (after.name, after.slug, after.parent_id) == (vantor.unit.name, vantor.unit.slug, vantor.unit.parent_id)


@pytest.mark.parametrize("namespace", ["webbplats", "enheter"])
def test_only_superusers_add_and_delete(namespace: str, vantor_desk: Desk, vantor: Branch, root: Client) -> None:
    own = vantor.frontend.pk if namespace == "webbplats" else vantor.unit.pk
    for url in [reverse(f"{namespace}:add"), reverse(f"{namespace}:delete", args=[own])]:
        assert vantor_desk.client.get(url).status_code == 302
        assert vantor_desk.client.post(url).status_code == 302
        assert root.get(url).status_code == 200
    assert Frontend.objects.filter(pk=vantor.frontend.pk).exists()
    assert Unit.objects.filter(pk=vantor.unit.pk).exists()
    assert "base_url" in body(root.get(reverse("webbplats:edit", args=[vantor.frontend.pk])))


def test_leave_to_write_is_no_leave_to_change_the_frame(vantor_desk: Desk, vantor: Branch) -> None:
    """Who may edit but not publish the start page has no frame to change."""
    vantor_desk.user.groups.get().page_permissions.filter(permission__codename="publish_page").delete()
    for namespace, pk in (("webbplats", vantor.frontend.pk), ("enheter", vantor.unit.pk)):
        assert vantor_desk.client.get(reverse(f"{namespace}:edit", args=[pk])).status_code == 302
        assert reverse(f"{namespace}:index") not in body(vantor_desk.client.get("/admin/"))
