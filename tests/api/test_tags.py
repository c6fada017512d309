"""Tags, with how many pages carry each."""

from importlib import import_module
from uuid import UUID

from django.apps import apps
from django.utils import timezone

from cms.pipeline.publish.models import Placement, PlacementTag
from tests.api.conftest import Api
from tests.api.world import CANARY, World, id_of
from tests.build import publish


def test_tags_are_counted(api: Api) -> None:
    tags = api.json("sites/vantor/tags/", count="true")
    assert tags["results"] == [
        {"slug": "skola", "name": "skola", "count": 10},
        {"slug": "vård", "name": "vård", "count": 5},
    ]
    assert tags["count"] == 2
    for tag in tags["results"]:
        assert api.json("sites/vantor/pages/", tag=tag["slug"], count="true")["count"] == tag["count"]


def test_a_count_is_that_of_the_list_in_the_same_language(api: Api, world: World) -> None:
    english = world.series[0]
    Placement.objects.filter(publication=id_of(english)).update(language="en")
    PlacementTag.objects.filter(identity=id_of(english)).update(language="en")
    for language in ({}, {"language": "*"}, {"language": "en"}, {"language": "fi"}):
        told = {tag["slug"]: tag["count"] for tag in api.json("sites/vantor/tags/", **language)["results"]}
        listed = {
            slug: api.json("sites/vantor/pages/", tag=slug, count="true", **language)["count"]
            for slug in ("skola", "vård")
        }
        assert told == {slug: number for slug, number in listed.items() if number}
    assert api.json("sites/vantor/tags/", language="en")["results"]
    assert "frame:vantor" in api.get("sites/vantor/tags/").headers["Surrogate-Key"].split()


def test_a_tags_list_follows_the_date_shown(api: Api, world: World) -> None:
    """Whose copy stands beside each tag, though the tags are as they were."""
    series = {str(id_of(one)): one for one in world.series}
    ascending = api.json("sites/vantor/pages/", tag="skola", order="shown_at", limit="100")["results"]
    oldest = next(one for one in ascending if one["id"] in series)
    article = series[oldest["id"]]
    article.date = timezone.now()
    publish(article)
    listed = api.json("sites/vantor/pages/", tag="skola", limit="100")["results"]
    assert listed[0]["id"] == oldest["id"]
    assert [one["shown_at"] for one in listed] == sorted((one["shown_at"] for one in listed), reverse=True)
    feed = api.json("sites/vantor/feed.json", tag="skola")["items"]
    assert feed[0]["id"].endswith(oldest["id"])
    stored = PlacementTag.objects.filter(identity=id_of(article))
    assert stored.exists()
    assert all((one.language, one.shown_at) == (one.placement.language, one.placement.shown_at) for one in stored)


def test_tags_that_were_there_before_learn_what_their_placements_know(world: World) -> None:
    def stored() -> list[tuple[object, ...]]:
        return list(PlacementTag.objects.order_by("pk").values_list("identity", "language", "shown_at"))

    before = stored()
    assert before
    PlacementTag.objects.update(identity=UUID(int=0), language="", shown_at=None)
    import_module("cms.pipeline.publish.migrations.0008_lists_and_indexes").fill(apps, None)
    assert stored() == before


def test_a_walk_through_a_tags_list_meets_each_page_once_both_ways(api: Api) -> None:
    whole = [one["id"] for one in api.json("sites/vantor/pages/", tag="skola", limit="100")["results"]]
    for order, wanted in (("-shown_at", whole), ("shown_at", whole[::-1])):
        windows = [api.json("sites/vantor/pages/", tag="skola", limit="3", order=order)]
        while windows[-1]["next"]:
            windows.append(api.json(windows[-1]["next"]))
        assert [one["id"] for window in windows for one in window["results"]] == wanted
        back = api.json(windows[-1]["previous"])
        assert back["results"] == windows[-2]["results"]


def test_a_drafts_tag_and_another_sites_are_not_told(api: Api) -> None:
    assert api.json("sites/varmland/tags/")["results"] == []
    assert CANARY.lower() not in api.get("sites/vantor/tags/").content.decode().lower()
