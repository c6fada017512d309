"""Redirects as routers and visitors meet them."""

from typing import Any

from wagtail.models import Page

from cms.pipeline.publish import worker
from tests.api.conftest import Api, problem
from tests.api.world import World
from tests.build import make_page, publish, redirect_to

LIST = "sites/vantor/redirects/"
RESOLVE = "sites/vantor/resolve/"


def listed(api: Api, path: str = LIST) -> dict[str, dict[str, Any]]:
    """All entries by where they lead away from, walked in small steps; each once."""
    found, following = [], f"{path}?limit=2&count=true"
    while following:
        answer = api.client.get(api.address(following)).json()
        found += answer["results"]
        following = answer["next"]
    assert len({entry["from"] for entry in found}) == len(found) == answer["count"]
    return {entry["from"]: entry for entry in found}


def test_made_and_left_behind_stand_in_one_list_each_once(api: Api, world: World) -> None:
    before = set(listed(api))
    page = make_page(world.vantor, "Styrelsen", slug="styrelsen")
    make_page(world.vantor, "Valberedning", under=page, slug="valberedning")
    for slug in ("de-valda", "förtroendevalda"):
        page.slug = slug
        page = publish(page)
    redirect_to(world.vantor, "/?p=2725", page)
    redirect_to(world.vantor, "/länk/", "https://www.example.se/", permanent=False)
    redirect_to(world.vantor, "/styrelsen/", "https://www.example.se/")  # rather than to the page that was there
    redirect_to(world.varmland, "/annans/", page)
    entries = listed(api)
    left = {f"/{slug}/{below}" for slug in ("styrelsen", "de-valda") for below in ("", "valberedning/")}
    assert set(entries) - before == {"/?p=2725", "/länk/", *left}
    assert entries["/de-valda/"] == {
        "id": None,
        "from": "/de-valda/",
        "to": entries["/?p=2725"]["to"],
        "permanent": True,
        "content_hash": None,
    }
    assert entries["/styrelsen/valberedning/"]["to"]["path"] == "/förtroendevalda/valberedning/"
    assert entries["/länk/"]["to"]["url"] == entries["/styrelsen/"]["to"]["url"] == "https://www.example.se/"
    assert entries["/länk/"]["permanent"] is False
    assert entries["/länk/"]["id"]
    for path, entry in entries.items():
        assert api.json(RESOLVE, path=path)["to"] == entry["to"]
    assert "/annans/" in listed(api, "sites/varmland/redirects/")


def test_the_list_is_walked_backwards_too(api: Api, world: World) -> None:
    for number in range(5):
        redirect_to(world.vantor, f"/nummer-{number}/", "https://www.example.se/")
    first = api.json(LIST, limit=2)
    second = api.json(first["next"])
    assert api.json(second["previous"])["results"] == first["results"]


def test_resolve_takes_the_query_first_then_the_path(api: Api, world: World) -> None:
    home = api.json(RESOLVE, path="/")
    redirect_to(world.vantor, "/?p=2725", "https://med.example.se/")
    redirect_to(world.vantor, "/blogg/", "https://utan.example.se/")
    redirect_to(world.vantor, "/blogg/?sida=2", "https://tva.example.se/")
    assert api.json(RESOLVE, path="/?p=2726") == api.json(RESOLVE, path="/?utm_source=brev") == home
    for path, url in {
        "/?p=2725": "https://med.example.se/",
        "/?p=%32725#topp": "https://med.example.se/",
        "/BLOGG": "https://utan.example.se/",
        "/blogg/?sida=3": "https://utan.example.se/",
        "/blogg?sida=2": "https://tva.example.se/",
    }.items():
        assert api.json(RESOLVE, path=path)["to"]["url"] == url
    tags = api.get(RESOLVE, path="/blogg?sida=2").headers["Surrogate-Key"].split()
    assert {"site:vantor", "path:vantor:/blogg/"} <= set(tags)


def test_what_leads_to_something_withdrawn_is_gone(api: Api, world: World) -> None:
    """At once: nothing is drained here."""
    page = make_page(world.varmland, "Insamling")
    redirect_to(world.vantor, "/swish/", page)
    assert api.json(RESOLVE, path="/swish/")["to"]["site"] == "varmland"
    page.unpublish()
    problem(api.get(RESOLVE, 410, path="/swish/"))
    assert "/swish/" not in listed(api)
    publish(Page.objects.get(pk=page.pk).specific)
    page.view_restrictions.create(restriction_type="login")
    never = api.get(RESOLVE, 404, path="/fanns-aldrig/").content
    assert api.get(RESOLVE, 404, path="/swish/").content == never


def test_a_page_that_moved_to_another_site_is_found_there(api: Api, world: World) -> None:
    """With all that is below it, also under a parent that is not published."""
    top = make_page(world.vantor, "Valet", slug="valet")
    below = make_page(world.vantor, "Affischer", under=top, slug="affischer")
    top.unpublish()
    Page.objects.get(pk=top.pk).specific.move(world.varmland.home, pos="last-child")
    answer = api.get(RESOLVE, path="/valet/affischer/")
    to = answer.json()["to"]
    assert (to["site"], to["path"]) == ("varmland", "/valet/affischer/")
    assert listed(api)["/valet/affischer/"]["to"] == to
    problem(api.get(RESOLVE, 410, path="/valet/"))
    # Nothing changes on the old site when the page moves on: its readers must notice nevertheless.
    held, whole = answer.headers["ETag"], api.get(LIST, limit=100).headers["ETag"]
    page = Page.objects.get(pk=below.pk).specific
    page.slug = "valaffischer"
    publish(page)
    worker.drain()
    after = api.get(RESOLVE, 200, headers={"If-None-Match": held}, path="/valet/affischer/")
    assert after.json()["to"]["path"] == "/valet/valaffischer/"
    api.get(LIST, 200, headers={"If-None-Match": whole}, limit=100)
    Page.objects.get(pk=below.pk).specific.unpublish()
    problem(api.get(RESOLVE, 404, path="/valet/affischer/"))
    assert "/valet/affischer/" not in listed(api)


def test_an_unpublished_page_that_comes_back_under_another_name_is_found(api: Api, world: World) -> None:
    page = make_page(world.vantor, "Sommarläger", slug="sommarläger")
    make_page(world.vantor, "Packlista", under=page, slug="packlista")
    page.unpublish()
    page = Page.objects.get(pk=page.pk).specific
    page.slug = "läger"
    page.save()
    assert api.json(RESOLVE, path="/sommarläger/packlista/")["to"]["path"] == "/läger/packlista/"
    publish(page)
    assert api.json(RESOLVE, path="/sommarläger/")["to"]["path"] == "/läger/"


def test_changes_tell_of_them_to_their_own_site_alone(api: Api, world: World) -> None:
    mine, others = (api.json(f"sites/{name}/changes/", limit=500)["cursor"] for name in ("vantor", "varmland"))
    redirect = redirect_to(world.vantor, "/hemligt/", make_page(world.varmland, "Insamling"))
    change = api.json("sites/vantor/changes/", since=mine, include="data")["changes"][-1]
    assert (change["kind"], change["op"], change["path"]) == ("redirect", "upsert", "/hemligt/")
    assert change["data"] == listed(api)["/hemligt/"]
    assert change["tags"] == ["site:vantor", "version:vantor", "path:vantor:/hemligt/", "list:vantor:redirects"]
    assert "/hemligt/" not in api.get("sites/varmland/changes/", since=others, include="data").content.decode()
    problem(api.get("sites/varmland/resolve/", 404, path="/hemligt/"))
    redirect.path = "/öppet/"
    redirect.save()
    moved = api.json("sites/vantor/changes/", since=mine)["changes"][-1]
    assert (moved["path"], moved["previous_path"]) == ("/öppet/", "/hemligt/")
    problem(api.get(RESOLVE, 404, path="/hemligt/"))  # corrected by an editor: it never was
    redirect.delete()
    gone = api.json("sites/vantor/changes/", since=mine)["changes"][-1]
    assert (gone["op"], gone["reason"]) == ("delete", "deleted")
