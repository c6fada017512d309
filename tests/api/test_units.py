"""The organisation: units, one unit, a site's unit."""

from tests.api.conftest import Api, problem

UNIT = {
    "id", "slug", "name", "kind", "label", "site", "areas", "contact", "has_board", "ancestors", "parent", "children",
    "founding_date", "dissolution_date", "bodies", "posts", "delegates", "content_hash",
}  # fmt: skip
REFERENCE = {"id", "slug", "name", "kind", "label", "has_board", "site"}
UNITS = "organisation/units/"


def slugs(api: Api, **query: str) -> list[str]:
    return [unit["slug"] for unit in api.json(UNITS, **query)["results"]]


def test_a_unit_is_told_whole(api: Api) -> None:
    unit = api.json(f"{UNITS}vantor/")
    assert unit.keys() == UNIT
    assert unit["site"] == {"slug": "vantor", "name": "Vantor", "url": "http://localhost:9001/"}
    assert unit["has_board"] is True
    assert [above["slug"] for above in unit["ancestors"]] == ["riks", "stockholm"]
    assert unit["parent"] == unit["ancestors"][-1]
    assert unit["parent"].keys() == REFERENCE
    assert [child["slug"] for child in api.json(f"{UNITS}riks/")["children"]] == ["stockholm", "varmland"]


def test_the_list_holds_them_all(api: Api) -> None:
    units = api.json(UNITS, count="true")
    assert units["count"] == 4
    assert [unit["slug"] for unit in units["results"]] == ["riks", "stockholm", "vantor", "varmland"]
    assert units["results"][2] == api.json(f"{UNITS}vantor/")


def test_filters(api: Api) -> None:
    assert slugs(api, area="1780") == ["varmland"]
    assert slugs(api, area="0000") == []
    assert slugs(api, area="1766") == ["varmland"]  # no unit works in Sunne: the county's answers
    assert slugs(api, area="1766", kind="branch") == []
    assert slugs(api, kind="district") == ["stockholm", "varmland"]
    assert slugs(api, parent="riks") == ["stockholm", "varmland"]
    assert slugs(api, parent="riks", area="17") == ["varmland"]
    problem(api.get(UNITS, 400, kind="club"), "kind")


def test_a_site_has_its_unit(api: Api) -> None:
    assert api.json("sites/vantor/organisation/") == api.json(f"{UNITS}vantor/")


def test_an_unknown_unit_is_not_found(api: Api) -> None:
    problem(api.get(f"{UNITS}lund/", 404))
