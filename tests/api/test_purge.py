"""A cache that keeps every answer until it is told one of its tags never answers with what is old."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import pytest
from django.utils import timezone

from articles.models import Article
from cms.pipeline.publish import worker
from cms.pipeline.publish.publishing import publishing
from cms.sites import cache_tags
from cms.sites.models import FrontendOrigin, Redirect
from cms.sites.purge import follow
from organisation.models import Unit, UnitArea
from tests.api.conftest import Api
from tests.api.endpoints import ENDPOINTS, sample
from tests.api.world import World, id_of, picture
from tests.build import link_to, make_article, make_page, publish, redirect_to, text
from tests.sites.fake_cache import FakeCache, running

FOR_EVER = {"preview"}  # never stored


@dataclass
class Shelf:
    """What such a cache holds: by address the bytes and their tags."""

    api: Api
    cache: FakeCache
    held: dict[str, tuple[bytes, set[str]]] = field(default_factory=dict)

    def fill(self, addresses: list[str]) -> None:
        """Only what is 200 is stored; whatever else answers says no-store."""
        for address in addresses:
            response = self.api.client.get(address)
            if response.status_code == 200:
                self.held[address] = response.content, set(response.headers["Surrogate-Key"].split(" "))
            else:
                assert "no-store" in response.headers["Cache-Control"], address

    def check(self) -> set[str]:
        """Let go of what it is told; what it still holds is as fresh as can be. The addresses that it let go of."""
        follow.work()
        told = self.cache.take()
        gone = {address for address, (_, tags) in self.held.items() if tags & told}
        for address in self.held.keys() - gone:
            content, tags = self.held[address]
            response = self.api.client.get(address)
            assert (response.status_code, response.content) == (200, content), (address, sorted(tags), sorted(told))
        self.held = {address: held for address, held in self.held.items() if address not in gone}
        return gone


@pytest.fixture
def cache() -> Iterator[FakeCache]:
    with running() as cache:
        yield cache


@pytest.fixture
def shelf(api: Api, world: World, cache: FakeCache, settings: Any) -> Shelf:
    """Filled with every kind of answer, asked for in many ways."""
    redirect_to(world.vantor, "/hit", world.pages["leaf"])
    redirect_to(world.vantor, "/dit?p=1", world.varmland.index)
    Unit.objects.create(name="Ensam", slug="ensam", kind="branch", parent=world.varmland.unit)
    settings.CACHE_PURGE_URLS = [cache.url]
    shelf = Shelf(api, cache)
    assert follow.work() == 1
    assert cache.take() == {cache_tags.EVERYTHING}
    shelf.fill(addresses(world))
    return shelf


def addresses(world: World) -> list[str]:
    found = [address(*sample(world, name)) for name in ENDPOINTS if name not in FOR_EVER]
    found += [address(f"organisation/units/{unit.slug}/") for unit in Unit.objects.all()]
    found += [address("organisation/units/", area="1780"), address("organisation/units/", kind="branch", count="true")]
    found.append(address("sites/", count="true"))
    vantor = "sites/vantor/"
    for here in (vantor, "sites/varmland/", "sites/riks/"):
        for name in (
            "",
            "version/",
            "organisation/",
            "articles/archive/",
            "feed.atom",
            "sitemap/",
            "tags/",
            "articles/",
        ):
            found.append(address(here + name))
        found += [address(here + "redirects/", count="true"), address(here + "changes/", include="data", limit="500")]
        found += [address(here + "search/", q=words, count="true") for words in ("artikel", "allt", "torget")]
        found += [address(here + "articles/"), address(here + "resolve/", path="/", include="site")]
    for more in ({"tag": "skola"}, {"view": "full"}, {"published_from": "2026-03-05"}, {"language": "*"}):
        found += [address(vantor + name, **more) for name in ("pages/", "articles/")]
    found.append(address(vantor + "pages/", type="page", order="title", count="true"))
    found.append(address(vantor + "pages/", under=str(id_of(world.vantor.home)), order="tree"))
    for page in (*world.pages.values(), world.vantor.home, world.vantor.index, *world.series[:3]):
        found.append(address(f"{vantor}pages/{id_of(page)}/", include="site,neighbours"))
        found.append(address(f"{vantor}pages/{id_of(page)}/"))
    for image in world.images.values():
        found += [address(f"{here}images/{id_of(image, 'image')}/") for here in (vantor, "sites/varmland/")]
    for path in ("/allt/", "/ALLT", "/allt/?p=1", "/hit/", "/dit/?p=1", "/aktuellt/", "/aktuellt/artikel-01/"):
        found.append(address(vantor + "resolve/", path=path, include="neighbours"))
    return found


def address(path: str, query: dict[str, str] | None = None, /, **more: str) -> str:
    asked = urlencode((query or {}) | more)
    return f"/api/v1/{path}" + (f"?{asked}" if asked else "")


# --- what may happen ---


def edit(world: World) -> None:
    world.series[1].title = "Ny rubrik"
    publish(world.series[1])


def rename(world: World) -> None:
    world.pages["page"].slug = "allt-annat"
    publish(world.pages["page"])


def rename_above(world: World) -> None:
    world.pages["section"].slug = "vastra-garden"
    publish(world.pages["section"])


def retag(world: World) -> None:
    world.series[1].tags.add("skola", "Nytt")
    publish(world.series[1])


def rewrite_body(world: World) -> None:
    world.pages["leaf"].body = [text(link_to(world.series[1])), text("<p>Torget är vårt</p>")]
    publish(world.pages["leaf"])


def lock_away(world: World) -> None:
    with publishing():
        world.pages["section"].view_restrictions.create(restriction_type="login")


def expire(world: World) -> None:
    world.series[1].expire_at = timezone.now() + timedelta(days=1)
    publish(world.series[1])
    Article.objects.filter(pk=world.series[1].pk).update(expire_at=timezone.now() - timedelta(days=1))


def change_frontend(**fields: object) -> Callable[[World], None]:
    def change(world: World) -> None:
        frontend = world.vantor.frontend
        for name, value in fields.items():
            setattr(frontend, name, value)
        frontend.save()

    return change


def rename_unit_without_site(world: World) -> None:
    unit = Unit.objects.get(slug="ensam")
    unit.name = "Ensamma"
    unit.save()


def new_area_without_site(world: World) -> None:
    """Which no other unit shows."""
    with publishing():
        UnitArea.objects.create(unit=Unit.objects.get(slug="ensam"), scheme="se-kommun", code="1715", name="Kil")


def rename_unit(world: World) -> None:
    world.vantor.unit.name = "Vantör med omnejd"
    world.vantor.unit.save()


def new_area(world: World) -> None:
    with publishing():
        UnitArea.objects.create(unit=world.vantor.unit, scheme="se-kommun", code="1780", name="Karlstad")


def withdraw_consent(world: World) -> None:
    world.people["vantor"].consent_withdrawn_on = timezone.localdate()
    world.people["vantor"].save()


def describe_image(world: World) -> None:
    image = world.images["shown"]
    image.description = "Något helt annat"
    image.save()


def focus_image(world: World) -> None:
    image = world.images["frame"]
    image.focal_point_x, image.focal_point_y, image.focal_point_width, image.focal_point_height = 5, 5, 4, 4
    image.save()


def new_logo(world: World) -> None:
    world.vantor.frontend.logo = picture("new")
    world.vantor.frontend.save()


def retitle_document(world: World) -> None:
    world.documents["shown"].title = "Stadgar 2027"
    world.documents["shown"].save()


def redirect_a_query(world: World) -> None:
    redirect_to(world.vantor, "/allt?p=1", "https://www.example.se/annat")


def redirect_elsewhere(world: World) -> None:
    redirect = Redirect.objects.get(path="/hit/")
    redirect.page, redirect.url = None, "https://www.example.se/annat"
    redirect.save()


CHANGES: dict[str, Callable[[World], object]] = {
    "new article": lambda world: make_article(world.vantor, "Nyhet om torget"),
    "new page": lambda world: make_page(world.vantor, "Allt nytt", under=world.pages["section"]),
    "page in the place of a redirect": lambda world: make_page(world.vantor, "Hit", slug="hit"),
    "edit": edit,
    "rename": rename,
    "rename above": rename_above,
    "retag": retag,
    "rewrite the body": rewrite_body,
    "unpublish": lambda world: world.series[1].unpublish(),
    "unpublish what others name": lambda world: world.pages["page"].unpublish(),
    "delete": lambda world: world.pages["leaf"].delete(),
    "delete a target elsewhere": lambda world: world.varmland.index.delete(),
    "move": lambda world: world.pages["leaf"].move(world.vantor.home, pos="first-child"),
    "move to another site": lambda world: world.pages["leaf"].move(world.varmland.home, pos="last-child"),
    "lock away": lock_away,
    "expire": expire,
    "site's name": change_frontend(name="Vantör nu"),
    "site's menu": change_frontend(header=[], email="ny@example.se"),
    "site's time zone": change_frontend(time_zone="Pacific/Auckland"),
    "site's address": change_frontend(base_url="http://localhost:9099"),
    "site's slug": change_frontend(slug="vantor-nya"),
    "site unlisted": change_frontend(listed=False),
    "site's logo": new_logo,
    "site removed": lambda world: world.vantor.frontend.delete(),
    "unit's name": rename_unit,
    "unit's area": new_area,
    "a unit without a site": rename_unit_without_site,
    "its area": new_area_without_site,
    "a new unit": lambda world: Unit.objects.create(name="Ny", slug="ny", kind="branch", parent=world.varmland.unit),
    "a unit goes": lambda world: Unit.objects.get(slug="ensam").delete(),
    "consent withdrawn": withdraw_consent,
    "image's description": describe_image,
    "image's focus": focus_image,
    "image deleted": lambda world: world.images["shown"].delete(),
    "document's title": retitle_document,
    "document deleted": lambda world: world.documents["shown"].delete(),
    "redirect": lambda world: redirect_to(world.vantor, "/ny", world.pages["leaf"]),
    "redirect of a query": redirect_a_query,
    "redirect elsewhere": redirect_elsewhere,
    "redirect deleted": lambda world: Redirect.objects.get(path="/dit/?p=1").delete(),
}


@pytest.mark.parametrize("name", CHANGES)
def test_no_answer_is_old(name: str, shelf: Shelf, world: World) -> None:
    CHANGES[name](world)
    at_once = shelf.check()
    worker.drain(slow=False)
    assert at_once | shelf.check(), "the change changed nothing, so the test tests nothing"


def test_what_did_not_change_stays(shelf: Shelf, world: World) -> None:
    leaf = address(f"sites/vantor/pages/{id_of(world.pages['leaf'])}/")
    make_article(world.vantor, "Nyhet")
    worker.drain(slow=False)
    shelf.check()
    assert {
        leaf,
        address("sites/vantor/"),
        address("sites/varmland/articles/"),
        address("schema/"),
    } <= shelf.held.keys()


def test_an_origin_that_was_taken_away(shelf: Shelf, world: World) -> None:
    """Bodies stay the same, but stored answers say which origin may read them."""
    origin = FrontendOrigin.objects.create(frontend=world.vantor.frontend, origin="https://ny.example.se")
    shelf.check()
    shelf.fill(addresses(world))
    origin.delete()
    gone = shelf.check()
    assert {address("sites/vantor/pages/"), address("sites/"), address("schema/")} <= gone
    assert address("sites/varmland/articles/") in shelf.held
