"""Preview: a draft, for whoever holds its token."""

from datetime import timedelta

from django.utils import timezone

from cms.core.models import PreviewDraft
from tests.api.conftest import Api
from tests.api.world import World, id_of, preview_token

PREVIEW = "sites/vantor/preview/"


def test_a_token_opens_the_draft_as_resolve_would_answer_it(api: Api, world: World) -> None:
    page = world.vantor.home
    page.title = "Osparad titel"
    found = api.json(PREVIEW, token=preview_token(world, page))
    public = api.json("sites/vantor/resolve/", path="/")
    assert found.keys() == public.keys()
    assert found["page"].keys() == public["page"].keys()
    assert found["page"]["title"] == "Osparad titel"
    assert found["page"]["latest_articles"] == public["page"]["latest_articles"]


def test_it_takes_what_resolve_takes(api: Api, world: World) -> None:
    token = preview_token(world, world.series[10])
    found = api.json(PREVIEW, token=token, include="site,neighbours", fields="title")
    public = api.json(f"sites/vantor/pages/{id_of(world.series[10])}/", include="site,neighbours")
    assert found == {"kind": "page", "page": {"title": "Artikel 10"}, "included": public["included"]}


def test_nobody_keeps_a_draft(api: Api, world: World) -> None:
    response = api.get(PREVIEW, token=preview_token(world, world.secret["draft vantor"]))
    assert response.headers["Cache-Control"] == "private, no-store"
    assert "ETag" not in response.headers
    assert "noindex" in response.headers["X-Robots-Tag"]
    assert response.headers["Referrer-Policy"] == "no-referrer"


def test_every_token_that_does_not_open_one_gets_the_same_answer(api: Api, world: World) -> None:
    def answer(token: str, site: str = "vantor") -> tuple[int, bytes, dict[str, str]]:
        response = api.client.get(api.address(f"sites/{site}/preview/"), {"token": token})
        left = {name: value for name, value in response.headers.items() if not name.startswith("RateLimit")}
        return response.status_code, response.content, left

    never = answer("x" * 43)
    assert never[0] == 404
    assert "no-store" in never[2]["Cache-Control"]
    good = preview_token(world, world.secret["draft vantor"])
    assert answer(good)[0] == 200
    assert answer(good, "varmland") == never
    assert answer(good[:-1] + ("A" if good[-1] != "A" else "B")) == never
    assert answer("é" * 43) == never
    world.user.is_active = False
    world.user.save()
    assert answer(good) == never
    world.user.is_active = True
    world.user.save()
    assert answer(good)[0] == 200
    PreviewDraft.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    assert answer(good) == never
