"""Tags, with how many pages carry each."""

from tests.api.conftest import Api
from tests.api.world import CANARY


def test_tags_are_counted(api: Api) -> None:
    tags = api.json("sites/vantor/tags/", count="true")
    assert tags["results"] == [
        {"slug": "skola", "name": "skola", "count": 10},
        {"slug": "vård", "name": "vård", "count": 5},
    ]
    assert tags["count"] == 2
    for tag in tags["results"]:
        assert api.json("sites/vantor/pages/", tag=tag["slug"], count="true")["count"] == tag["count"]


def test_a_drafts_tag_and_another_sites_are_not_told(api: Api) -> None:
    assert api.json("sites/varmland/tags/")["results"] == []
    assert CANARY.lower() not in api.get("sites/vantor/tags/").content.decode().lower()
