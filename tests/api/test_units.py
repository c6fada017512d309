"""The organisation: units, one unit, a site's unit."""

from organisation import models
from tests.api.conftest import Api, problem
from tests.build import day

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
    assert slugs(api, area="se-kommun:1780") == slugs(api, area="karlstad") == ["varmland"]
    assert slugs(api, area="se-kommun:1766") == slugs(api, area="SUNNE") == ["varmland"]
    assert (
        slugs(api, area="se-lan:17") == slugs(api, area="Värmlands län") == slugs(api, area="värmland") == ["varmland"]
    )
    assert slugs(api, area="se-lan:1780") == slugs(api, area="Ankeborg") == slugs(api, area="stadsdel:") == []
    models.UnitArea.objects.create(unit=models.Unit.objects.get(slug="vantor"), scheme="stadsdel", name="Årsta")
    assert slugs(api, area="stadsdel:Årsta") == slugs(api, area="stadsdel:årsta") == ["vantor"]
    assert slugs(api, area="se-kommun:Årsta") == []
    assert slugs(api, kind="district") == ["stockholm", "varmland"]
    assert slugs(api, parent="riks") == ["stockholm", "varmland"]
    assert slugs(api, parent="riks", area="17") == ["varmland"]
    problem(api.get(UNITS, 400, kind="club"), "kind")


def test_a_site_has_its_unit(api: Api) -> None:
    assert api.json("sites/vantor/organisation/") == api.json(f"{UNITS}vantor/")


def test_an_unknown_unit_is_not_found(api: Api) -> None:
    problem(api.get(f"{UNITS}lund/", 404))


def test_areas_are_told_with_their_scheme(api: Api) -> None:
    unit = api.json(f"{UNITS}varmland/")
    assert {"scheme": "se-kommun", "code": "1780", "name": "Karlstad", "partial": False} in unit["areas"]


def test_a_parent_that_has_ceased_answers_like_one_that_never_was(api: Api) -> None:
    varmland = models.Unit.objects.get(slug="varmland")
    varmland.dissolution_date = day()
    varmland.save()
    gone, never = (api.get(UNITS, 400, parent=slug).content for slug in ("varmland", "lund"))
    assert gone == never
    assert problem(api.get(UNITS, 400, parent="lund"), "parent")["errors"]["parent"] == ["No unit has this slug."]
    assert slugs(api, area="1780") == []
