"""Nothing that was not published is readable anywhere: drafts, private pages, unpublished titles, other sites."""

from uuid import UUID, uuid4

import pytest

from cms.pipeline.publish import worker
from cms.pipeline.publish.models import Placement, Publication
from tests.api.conftest import Api
from tests.api.test_lists import walk
from tests.api.world import CANARY, World, id_of
from tests.build import publish


def everything(api: Api) -> dict[str, str]:
    """Whatever an anonymous reader can find by following the lists, bodies and headers, by address."""
    seen: dict[str, str] = {}

    def look(path: str, /, **query: str) -> object:
        response = api.client.get(api.address(path), query_params=query or None)
        headers = " ".join(f"{name}: {value}" for name, value in response.headers.items())
        seen[f"{path} {query}"] = headers + response.content.decode()
        return response

    for path in ("", "sites/", "organisation/units/", "schema/", "docs/"):
        look(path)
    for unit in api.json("organisation/units/")["results"]:
        look(f"organisation/units/{unit['slug']}/")
    for site in ("riks", "stockholm", "vantor", "varmland"):
        for path in ("", "version/", "tags/", "organisation/"):
            look(f"sites/{site}/{path}")
        for listed in ("pages/", "articles/"):
            for window in walk(api, f"sites/{site}/{listed}", limit="100", language="*", view="full"):
                seen[f"{site} {listed} full"] = str(window)
        for window in walk(api, f"sites/{site}/pages/", limit="100", language="*"):
            for card in window["results"]:
                seen[f"{site} {card['id']} card"] = str(card)
                look(f"sites/{site}/pages/{card['id']}/", include="site,neighbours")
                look(f"sites/{site}/resolve/", path=card["path"])
                if card["image"]:
                    look(f"sites/{site}/images/{card['image']['id']}/")
    return seen


def test_no_canary_is_heard_anywhere(api: Api, world: World) -> None:
    seen = everything(api)
    assert len(seen) > 150
    for address, text in seen.items():
        assert CANARY.lower() not in text.lower(), address


def test_the_canaries_would_be_heard(api: Api, world: World) -> None:
    """Published, each of them sounds: so the silence above means something."""
    for page in world.secret.values():
        page.view_restrictions.all().delete()
        publish(page)
    publish(world.pages["renamed vantor"].get_latest_revision_as_object())
    worker.drain()
    heard = [address for address, text in everything(api).items() if CANARY.lower() in text.lower()]
    assert len(heard) > 50


def test_no_id_of_a_secret_stands_anywhere(api: Api, world: World) -> None:
    whole = "".join(everything(api).values())
    hidden = [*(id_of(page) for page in world.secret.values())]
    hidden += [id_of(world.images[name], "image") for name in ("draft", "private")]
    for identity in hidden:
        assert str(identity) not in whole
    for name in ("vantor", "varmland"):
        assert world.secret[f"private {name}"].slug not in whole


def test_the_tables_of_the_api_hold_nothing_secret(world: World) -> None:
    for row in Publication.objects.all():
        assert CANARY.lower() not in (row.body + row.card).lower()
    for placement in Placement.objects.all():
        assert CANARY.lower() not in (placement.overlay + placement.page_overlay + placement.path).lower()


def test_links_to_secrets_say_that_they_lead_nowhere_and_nothing_else(api: Api, world: World) -> None:
    body = api.json("sites/vantor/resolve/", path="/allt/")["page"]["body"]
    gone = {"kind": "page", "available": False}
    buttons = [block["value"]["link"] for block in body if block["type"] == "button"]
    quotes = [block["value"]["source"] for block in body if block["type"] == "quote"]
    cards = next(block["value"]["items"] for block in body if block["type"] == "cards")
    hidden = len(world.secret)
    assert buttons[:hidden] == quotes[:hidden] == [card["link"] for card in cards[:hidden]] == [gone] * hidden
    assert all(link["available"] for link in buttons[hidden:])
    paragraph = next(block["value"]["html"] for block in body if block["type"] == "paragraph")
    assert paragraph.count("<p>Läs mer om det.</p>") == hidden
    assert paragraph.count("data-id=") == len(buttons) - hidden - 4, "every other page; four are addresses and a file"


@pytest.mark.parametrize("kind", ["pages", "images"])
def test_foreign_private_and_never_are_one_answer(api: Api, world: World, kind: str) -> None:
    def answer(site: str, identity: UUID) -> tuple[int, bytes, list[tuple[str, str]]]:
        response = api.client.get(f"/api/v1/sites/{site}/{kind}/{identity}/")
        passing = {"Date", "RateLimit-Remaining", "RateLimit-Reset"}  # they count the reader, not the thing
        return (
            response.status_code,
            response.content,
            sorted((name, value) for name, value in response.headers.items() if name not in passing),
        )

    never = answer("vantor", uuid4())
    assert never[0] == 404
    if kind == "pages":
        hidden = [id_of(page) for page in world.secret.values()]
        hidden += [id_of(world.varmland.home), id_of(world.vantor.unit, "unit"), id_of(world.vantor.frontend, "frame")]
    else:
        hidden = [id_of(world.images[name], "image") for name in ("foreign", "draft", "private")]
    for identity in hidden:
        assert answer("vantor", identity) == never
    for filter_ in ("parent", "under"):
        lists = [api.get("sites/vantor/pages/", **{filter_: str(i)}).content for i in [uuid4(), *hidden]]
        assert len(set(lists)) == 1


def test_a_withdrawn_page_is_silent_before_the_worker_comes(api: Api, world: World) -> None:
    target = world.series[0]
    title, identity = target.title, str(id_of(target))
    assert title in api.get("sites/vantor/resolve/", path="/allt/").content.decode()
    target.view_restrictions.create(restriction_type="login")
    for address, text in everything(api).items():
        assert f'"{title}"' not in text, address
        assert identity not in text, address
