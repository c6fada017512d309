"""Resolve: what lives at a path."""

import unicodedata
from datetime import timedelta
from typing import Any
from urllib.parse import quote

import pytest
from django.utils import timezone
from wagtail.models import Page

from cms.pipeline.publish import schedule, worker
from cms.pipeline.publish.publishing import publishing
from tests.api.conftest import Api, problem
from tests.api.world import World, id_of
from tests.build import make_page, publish

RESOLVE = "sites/vantor/resolve/"
LEAF = "/östra-gården/ängen/"


def redirect(api: Api, path: str) -> str:
    """Where the path leads to."""
    found = api.json(RESOLVE, path=path)
    assert found["kind"] == "redirect", found
    assert found["permanent"] is True
    assert found.keys() == {"kind", "to", "permanent"}
    to = found["to"]
    assert to.keys() == {"kind", "type", "id", "site", "path", "url", "title", "available"}
    assert api.json(RESOLVE, path=to["path"])["kind"] == "page", "a redirect leads to a page"
    return str(to["path"])


def answer(api: Api, path: str) -> tuple[int, Any]:
    response = api.client.get(api.address(RESOLVE), {"path": path})
    return response.status_code, response.json()


def test_a_path_leads_to_its_page(api: Api, world: World) -> None:
    for thing in (world.vantor.home, world.vantor.index, world.pages["article"], world.pages["leaf"]):
        whole = api.json(f"sites/vantor/pages/{id_of(thing)}/")
        assert api.json(RESOLVE, path=whole["path"]) == {"kind": "page", "page": whole}


@pytest.mark.parametrize(
    "spelling",
    [
        "/östra-gården/ängen",
        "/östra-gården//ängen/",
        "//östra-gården/ängen/",
        "/Östra-Gården/ÄNGEN/",
        unicodedata.normalize("NFD", LEAF),
        quote(unicodedata.normalize("NFD", LEAF)),
        quote(LEAF).lower(),
        quote(LEAF).replace("g", "%67"),
        quote(LEAF, safe=""),
        "/%C3%B6stra-gården/ängen/",
    ],
)
def test_another_spelling_is_a_redirect_to_the_right_one(api: Api, spelling: str) -> None:
    path = spelling if spelling.startswith("/") else "/" + spelling
    assert redirect(api, path) == LEAF


def test_the_path_as_the_browser_has_it_is_no_redirect(api: Api) -> None:
    """`location.pathname` is percent-encoded: a redirect from there would lead to itself, for ever."""
    url = api.json(RESOLVE, path=LEAF)["page"]["url"]
    assert api.json(RESOLVE, path=url.removeprefix("http://localhost:9001")) == api.json(RESOLVE, path=LEAF)


def test_query_and_fragment_do_not_count(api: Api) -> None:
    home = api.json(RESOLVE, path="/")
    assert home["page"]["type"] == "welcome"
    for path in ("/?p=1", "/?p=2725&q=%3F", "/#topp", "/?"):
        assert api.json(RESOLVE, path=path) == home


def test_an_old_path_leads_to_the_new_one(api: Api, world: World) -> None:
    page = make_page(world.vantor, "Styrelsen", slug="styrelsen")
    child = make_page(world.vantor, "Valberedning", under=page, slug="valberedning")
    page.slug = "förtroendevalda"
    publish(page)
    assert redirect(api, "/styrelsen/") == "/förtroendevalda/"
    assert redirect(api, "/STYRELSEN") == "/förtroendevalda/"
    assert redirect(api, "/styrelsen/valberedning/") == "/förtroendevalda/valberedning/"
    Page.objects.get(pk=child.pk).specific.move(world.vantor.home, pos="last-child")
    assert redirect(api, "/styrelsen/valberedning/") == "/valberedning/"
    assert redirect(api, "/förtroendevalda/valberedning/") == "/valberedning/"
    make_page(world.vantor, "Nya styrelsen", slug="styrelsen")
    assert api.json(RESOLVE, path="/styrelsen/")["page"]["title"] == "Nya styrelsen"


def test_nothing_lives_there(api: Api) -> None:
    for path in ("/finns-inte/", "/aktuellt/finns-inte/", "/\\", "/..", "/%FF/", "/allt/mer/", "/aktuellt/%2F/x"):
        problem(api.get(RESOLVE, 404, path=path))
    assert api.json("sites/varmland/pages/", tag="x")["results"] == []
    problem(api.get("sites/varmland/resolve/", 404, path="/allt/"))


def test_what_was_withdrawn_is_gone(api: Api, world: World) -> None:
    names = ["avpublicerad", "raderad", "utgången"]
    unpublished, deleted, expired = (make_page(world.vantor, name, slug=name) for name in names)
    unpublished.unpublish()
    deleted.delete()
    expired.expire_at = timezone.now() - timedelta(minutes=1)
    expired.save()
    schedule.run_due()
    worker.drain()
    for name in names:
        assert problem(api.get(RESOLVE, 410, path=f"/{name}/"))["type"] == "gone"
        problem(api.get(RESOLVE, 410, path=f"/{name.upper()}"))
    publish(Page.objects.get(pk=unpublished.pk).specific)
    assert api.json(RESOLVE, path="/avpublicerad/")["kind"] == "page"


def test_what_became_private_never_was(api: Api, world: World) -> None:
    """Also under a path that it had before; and so for what lies below it."""
    never = answer(api, "/fanns-aldrig/")
    page = make_page(world.vantor, "Internt", slug="internt")
    make_page(world.vantor, "Protokoll", under=page, slug="protokoll")
    page.slug = "medlemmar"
    page = publish(page)
    assert redirect(api, "/internt/protokoll/") == "/medlemmar/protokoll/"
    restriction = page.view_restrictions.create(restriction_type="login")
    for path in ("/medlemmar/", "/internt/", "/medlemmar/protokoll/", "/internt/protokoll/"):
        assert answer(api, path) == never
    restriction.delete()
    assert redirect(api, "/internt/protokoll/") == "/medlemmar/protokoll/"


def test_two_pages_that_change_places_are_both_found(api: Api, world: World) -> None:
    one, other = make_page(world.vantor, "Ett", slug="ett"), make_page(world.vantor, "Två", slug="två")
    with publishing():
        for page, slug in ((one, "tillfälligt"), (other, "ett"), (one, "två")):
            page.slug = slug
            page.save()
    assert api.json(RESOLVE, path="/ett/")["page"]["title"] == "Två"
    assert api.json(RESOLVE, path="/två/")["page"]["title"] == "Ett"


def test_one_request_draws_a_page(api: Api, world: World) -> None:
    path = api.json(f"sites/vantor/pages/{id_of(world.series[10])}/")["path"]
    found = api.json(RESOLVE, path=path, include="site,neighbours", fields="title")
    by_id = api.json(f"sites/vantor/pages/{id_of(world.series[10])}/", include="site,neighbours")
    assert found == {"kind": "page", "page": {"title": "Artikel 10"}, "included": by_id["included"]}
    assert api.json(RESOLVE, path="/", include="site")["included"]["site"]["slug"] == "vantor"
    assert "included" not in api.json(RESOLVE, path="/Allt", include="site")


def test_a_redirect_is_tagged_with_the_path_that_was_asked_for(api: Api) -> None:
    tags = api.get(RESOLVE, path="/ALLT").headers["Surrogate-Key"].split()
    assert "path:vantor:/allt/" in tags
