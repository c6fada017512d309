"""Delta sync: a reader that follows it holds what the lists show, whatever happens and however it pages."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction

from cms.pipeline.publish import rebuild, retention, worker
from cms.pipeline.publish.models import Change, Counter, Placement
from cms.pipeline.publish.publishing import publishing
from tests.api.conftest import Api, problem
from tests.api.world import World, id_of
from tests.build import make_article, make_page, publish

CHANGES = "sites/vantor/changes/"


class Reader:
    """Keeps a copy of a site: what it holds by id."""

    def __init__(self, api: Api, site: str = "vantor", **query: str) -> None:
        self.api, self.path, self.query = api, f"sites/{site}/changes/", query
        self.held: dict[str, dict[str, Any]] = {}
        self.cursor = ""

    def read(self) -> list[dict[str, Any]]:
        """One answer, taken into the copy."""
        given = self.query | ({"since": self.cursor} if self.cursor else {})
        answer = self.api.json(self.path, **given)
        for change in answer["changes"]:
            if change["op"] == "upsert":
                self.held[change["id"]] = change
            else:
                self.held.pop(change["id"], None)
        self.cursor, self.more = answer["cursor"], answer["more"]
        return answer["changes"]

    def catch_up(self) -> list[dict[str, Any]]:
        """All answers until there is no more."""
        met = self.read()
        while self.more:
            met += self.read()
        return met


def held(reader: Reader) -> dict[str, tuple[str | None, str]]:
    return {identity: (change["path"], change["content_hash"]) for identity, change in reader.held.items()}


def shown(world: World) -> dict[str, tuple[str | None, str]]:
    rows = Placement.objects.filter(site=world.vantor.site).select_related("publication")
    return {str(row.publication_id): (row.path or None, row.publication.content_hash) for row in rows}


def shake(world: World) -> None:
    """Something of everything: new, changed, moved, below a moved one, private, withdrawn, deleted."""
    above = make_page(world.vantor, "Ovanför")
    make_page(world.vantor, "Nedanför", under=above)
    above.refresh_from_db()
    above.slug = "flyttad"
    publish(above)
    world.series[0].title = "Ny rubrik"
    publish(world.series[0])
    PageViewRestriction.objects.create(page=world.series[1], restriction_type="login")
    world.series[2].unpublish()
    world.series[3].delete()
    publish(world.series[2])
    world.vantor.frontend.name = "Ett nytt namn"
    world.vantor.frontend.save()
    world.vantor.unit.name = "Vänstern"
    world.vantor.unit.save()
    worker.drain()


@pytest.mark.parametrize("limit", ["1", "7", "500"])
def test_the_first_sync_gives_all_that_is_there_once(api: Api, world: World, limit: str) -> None:
    reader = Reader(api, limit=limit)
    met = reader.catch_up()
    assert held(reader) == shown(world)
    assert len(met) == len(reader.held)
    assert {change["kind"] for change in met} == {"page", "frame", "unit"}
    assert {change["op"] for change in met} == {"upsert"}


@pytest.mark.parametrize("limit", ["1", "7", "500"])
def test_catching_up_ends_with_what_is_shown(api: Api, world: World, limit: str) -> None:
    reader = Reader(api, limit=limit)
    reader.catch_up()
    assert reader.catch_up() == []
    shake(world)
    met = reader.catch_up()
    assert held(reader) == shown(world)
    assert [change["seq"] for change in met] == sorted({change["seq"] for change in met})
    assert len({change["id"] for change in met}) == len(met), "each thing once"
    assert {"published", "changed", "restricted", "deleted"} <= {change["reason"] for change in met}
    assert reader.catch_up() == []


def test_what_changes_while_the_first_sync_goes_on_is_told_after_it(api: Api, world: World) -> None:
    reader = Reader(api, limit="10", include="data")
    reader.read()
    shake(world)
    reader.catch_up()
    reader.catch_up()
    assert held(reader) == shown(world)


def test_data_is_the_whole_thing(api: Api, world: World) -> None:
    reader = Reader(api, include="data")
    reader.catch_up()
    shake(world)
    reader.catch_up()
    for identity, change in reader.held.items():
        if change["kind"] == "page":
            assert change["data"] == api.json(f"sites/vantor/pages/{identity}/")
    kinds = {change["kind"]: change["data"] for change in reader.held.values()}
    assert kinds["frame"] == api.json("sites/vantor/")
    assert kinds["unit"] == api.json("sites/vantor/organisation/")


def test_without_asking_there_is_no_data(api: Api) -> None:
    assert all("data" not in change for change in api.json(CHANGES)["changes"])


def test_a_path_is_told_from_where_the_reader_knows_it(api: Api, world: World) -> None:
    page = make_page(world.vantor, "Vandrar")
    reader = Reader(api)
    reader.catch_up()
    for slug in ("andra", "tredje"):
        page.refresh_from_db()
        page.slug = slug
        publish(page)
    (change,) = reader.catch_up()
    assert (change["previous_path"], change["path"], change["reason"]) == ("/vandrar/", "/tredje/", "moved")
    assert {"path:vantor:/vandrar/", "path:vantor:/tredje/"} <= set(change["tags"])
    page.refresh_from_db()
    page.slug = "fjärde"
    publish(page)
    page.unpublish()
    (change,) = reader.catch_up()
    assert (change["op"], change["path"], change["previous_path"]) == ("delete", "/tredje/", None)
    assert (change["reason"], change["content_hash"]) == ("unpublished", None)


def test_a_publish_that_changes_nothing_tells_nothing(api: Api, world: World) -> None:
    reader = Reader(api)
    reader.catch_up()
    with publishing() as batch:
        batch.note("page", world.vantor.index.pk)
    worker.drain()
    assert reader.catch_up() == []


def test_tags_are_those_of_the_answers(api: Api, world: World) -> None:
    changes = {change["id"]: change for change in Reader(api).catch_up()}
    article = changes[str(id_of(world.series[0]))]
    headers = api.get(f"sites/vantor/pages/{article['id']}/").headers
    assert set(headers["Surrogate-Key"].split()) <= set(article["tags"])
    for path in ("sites/vantor/articles/", "sites/vantor/pages/"):
        tags = set(api.get(path).headers["Surrogate-Key"].split())
        assert tags - {"frame:vantor"} <= set(article["tags"])  # the frame's: see below
    frame = next(change for change in changes.values() if change["kind"] == "frame")
    for path in ("sites/vantor/", "sites/"):
        assert set(api.get(path).headers["Surrogate-Key"].split()) <= set(frame["tags"])
    unit = next(change for change in changes.values() if change["kind"] == "unit")
    for path in ("sites/vantor/organisation/", "organisation/units/", "organisation/units/vantor/"):
        assert set(api.get(path).headers["Surrogate-Key"].split()) <= set(unit["tags"])


# --- cursors ---


def test_a_cursor_of_another_site_is_refused(api: Api) -> None:
    cursor = api.json("sites/varmland/changes/")["cursor"]
    problem(api.get(CHANGES, 400, since=cursor), "since")
    problem(api.get(CHANGES, 400, since=cursor[:-1]), "since")
    problem(api.get(CHANGES, 400, since="nonsens"), "since")
    page = api.json("sites/vantor/pages/", limit="1")["next"].partition("cursor=")[2]
    problem(api.get(CHANGES, 400, since=page), "since")


def test_a_renamed_site_knows_its_cursors(api: Api, world: World) -> None:
    reader = Reader(api)
    reader.catch_up()
    world.vantor.frontend.slug = "vantor-nya"
    world.vantor.frontend.save()
    reader.catch_up()
    assert held(reader) == shown(world)


def age(days: int) -> None:
    Change.objects.update(at=timezone.now() - timedelta(days=days))


def test_what_was_forgotten_expires_the_cursor(api: Api, world: World, settings: Any) -> None:
    settings.CHANGE_RETENTION_DAYS = 30
    early, late = Reader(api), Reader(api)
    early.catch_up()
    world.series[0].delete()
    worker.drain()
    late.catch_up()
    age(31)
    assert retention.forget() > 0
    assert problem(api.get(CHANGES, 410, since=early.cursor))["type"] == "cursor-expired"
    assert late.catch_up() == []
    early.cursor, early.held = "", {}
    early.catch_up()
    assert held(early) == shown(world)
    assert list(rebuild.differences()) == []


def test_what_is_young_or_there_is_not_forgotten(api: Api, world: World, settings: Any) -> None:
    settings.CHANGE_RETENTION_DAYS = 30
    reader = Reader(api)
    reader.catch_up()
    age(29)
    assert retention.forget() == 0
    age(31)
    while retention.forget():
        pass
    assert (
        Change.objects.filter(site=world.vantor.site).count()
        == Placement.objects.filter(site=world.vantor.site).count()
    )
    assert api.json(CHANGES, limit="1")["changes"][0]["at"]


def test_what_is_old_and_stays_is_not_looked_at_each_time(
    world: World, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Most of what is old is the newest change of a thing that was not changed since."""
    monkeypatch.setattr(retention, "_walk", retention.Walk())
    age(settings.CHANGE_RETENTION_DAYS + 3)
    while retention.forget():
        pass
    stays = Change.objects.count() - 1
    one = Change.objects.filter(site=world.vantor.site).latest("seq")
    Change.objects.filter(pk=one.pk).update(at=timezone.now() - timedelta(days=settings.CHANGE_RETENTION_DAYS + 2))
    told = {name: getattr(one, name) for name in ("site_id", "op", "kind", "type", "identity", "reason")}
    Change.objects.create(**told, seq=one.seq + 1, at=timezone.now())
    monkeypatch.setattr(retention, "LOOKED_AT", 5)
    steps = [retention.forget() for _ in range(-(-(stays + 1) // 5))]
    assert sum(steps[:-1]) == 0
    assert steps[-1] == 1
    assert retention._walk.behind is None


def test_a_cursor_from_a_future_that_a_restore_took_away_is_expired(api: Api, world: World) -> None:
    cursor = Reader(api)
    cursor.catch_up()
    Counter.objects.filter(site=world.vantor.site).update(version=1)
    assert problem(api.get(CHANGES, 410, since=cursor.cursor))["type"] == "cursor-expired"


# --- cost ---


def test_it_costs_the_same_for_one_and_for_twenty(api: Api, world: World) -> None:
    start = api.json(CHANGES, limit="500")["cursor"]
    for number in range(40):
        body = [("latest_articles", {"heading": "", "count": 3})]
        make_article(world.vantor, f"Ny {number}", body=body)
    for query in ({"include": "data"}, {"include": "data", "since": start}, {"since": start}):
        counts = []
        for limit in ("1", "20", "40"):
            api.get(CHANGES, limit=limit, **query)
            with CaptureQueriesContext(connection) as captured:
                api.get(CHANGES, limit=limit, **query)
            counts.append(len(captured))
        assert max(counts) <= 5, (query, counts)  # lists to fill in, and the unit: one each, if there are any
