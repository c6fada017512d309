"""The root, the sites, a site's frame and its version."""

import pytest
from django.conf import settings
from django.urls import Resolver404, resolve

from cms.pipeline.publish import worker
from cms.sites.models import Frontend
from tests.api.conftest import Api, problem
from tests.api.world import World, id_of
from tests.build import make_article

FRAME = {
    "id", "slug", "name", "kind", "url", "language", "languages", "time_zone", "logo", "logo_dark", "favicon", "theme",
    "navigation", "social", "contact", "newsletter", "legal", "central_site", "ancestors", "content_hash",
}  # fmt: skip
SITE = {"id", "slug", "name", "kind", "url", "parent", "unit", "areas", "content_hash"}


def test_the_root_links_to_what_answers(api: Api) -> None:
    root = api.json("")
    assert root.keys() == {"version", "links"}
    samples = {"{site}": "vantor", "{id}": "x", "{slug}": "vantor", "{?path}": "", "{?token}": "", "{?q}": ""}
    for name, link in root["links"].items():
        assert link.startswith(settings.PUBLIC_URL + "/api/v1/")
        path = link.removeprefix(settings.PUBLIC_URL)
        for part, sample in samples.items():
            path = path.replace(part, sample)
        try:
            assert resolve(path).url_name, f"{name} leads nowhere"
        except Resolver404:
            pytest.fail(f"{name} leads nowhere")


def test_the_sites_are_listed_by_slug(api: Api) -> None:
    sites = api.json("sites/", count="true")
    assert [site["slug"] for site in sites["results"]] == ["riks", "stockholm", "vantor", "varmland"]
    assert sites["count"] == 4
    assert (sites["next"], sites["previous"]) == (None, None)
    assert all(site.keys() == SITE for site in sites["results"])
    varmland = sites["results"][-1]
    assert (varmland["kind"], varmland["parent"], varmland["unit"]) == ("district", "riks", "varmland")
    assert {"scheme": "se-kommun", "code": "1780", "name": "Karlstad", "partial": False} in varmland["areas"]


def test_a_site_that_does_not_want_to_be_listed_is_not(api: Api, world: World) -> None:
    Frontend.objects.filter(slug="stockholm").update(listed=False)
    assert "stockholm" not in [site["slug"] for site in api.json("sites/")["results"]]
    api.get("sites/stockholm/")


def test_a_frame_holds_what_stands_around_every_page(api: Api, world: World) -> None:
    frame = api.json("sites/vantor/")
    assert frame.keys() == FRAME
    assert frame["id"] == str(id_of(world.vantor.frontend, "frame"))
    assert frame["url"] == "http://localhost:9001/"
    assert frame["languages"] == [{"code": "sv", "name": "Svenska", "direction": "ltr", "home_path": "/"}]
    assert [item["label"] for item in frame["navigation"]["header"]] == ["Om oss"], (
        "items that lead nowhere are left out"
    )
    assert frame["navigation"]["header"][0]["children"] == []
    assert frame["legal"]["privacy"] is None, "a private page"
    assert frame["legal"]["accessibility"]["path"] == "/allt/"
    assert frame["logo"]["id"] == str(id_of(world.images["frame"], "image"))
    assert [site["slug"] for site in frame["ancestors"]] == ["riks", "stockholm"]


def test_the_version_rises_with_what_the_site_can_see_only(api: Api, world: World) -> None:
    before = {slug: api.json(f"sites/{slug}/version/")["version"] for slug in ("vantor", "varmland")}
    make_article(world.vantor, "Nyhet")
    worker.drain()
    after = {slug: api.json(f"sites/{slug}/version/")["version"] for slug in ("vantor", "varmland")}
    assert after["vantor"] > before["vantor"]
    assert after["varmland"] == before["varmland"]
    assert api.get("sites/vantor/").headers["Grenverk-Version"] == str(after["vantor"])


def test_a_renamed_slug_goes_on_answering(api: Api, world: World) -> None:
    frontend = world.vantor.frontend
    frontend.slug = "vantor-farsta"
    frontend.save()
    worker.drain()
    assert api.json("sites/vantor/")["slug"] == "vantor-farsta"
    assert api.get("sites/vantor/pages/").content != api.get("sites/varmland/pages/").content
    assert api.json("sites/vantor/resolve/", path="/allt/")["page"]["site"] == "vantor-farsta"


def test_an_unknown_site_is_not_found(api: Api) -> None:
    assert problem(api.get("sites/lund/", 404))["type"] == "not-found"
