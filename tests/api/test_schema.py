"""The schema: valid, exact, whole, and true of what is delivered."""

import json
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from api.parameters import VERSION
from api.shapes import PAGE_TYPES
from cms.core.blocks.body import BLOCKS
from cms.pipeline.publish.models import Publication
from cms.pipeline.publish.shape import Shape
from tests.api.conftest import Api
from tests.api.endpoints import ENDPOINTS, routes, sample
from tests.api.test_lists import walk
from tests.api.world import World

UNDESCRIBED = {"schema", "docs"}  # the document does not describe itself
TYPED = {"$ref", "type", "anyOf", "oneOf", "const", "enum"}


@pytest.fixture
def document(api: Api) -> dict[str, Any]:
    return _document(api.get("schema/").content)


@cache
def _document(text: bytes) -> dict[str, Any]:
    parsed: dict[str, Any] = json.loads(text)
    return parsed


def schemas(value: Any, where: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every schema under this one."""
    yield where, value
    for name in ("items", "additionalProperties"):
        if isinstance(value.get(name), dict):
            yield from schemas(value[name], f"{where}/{name}")
    for name in ("anyOf", "oneOf", "allOf", "prefixItems"):
        for number, part in enumerate(value.get(name, ())):
            yield from schemas(part, f"{where}/{name}/{number}")
    for name, member in value.get("properties", {}).items():
        yield from schemas(member, f"{where}/{name}")


def all_schemas(document: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, schema in document["components"]["schemas"].items():
        yield from schemas(schema, name)
    for path, operations in document["paths"].items():
        for parameter in operations["get"]["parameters"]:
            yield from schemas(parameter["schema"], f"{path}?{parameter['name']}")
        for status, response in operations["get"]["responses"].items():
            for content in response.get("content", {}).values():
                yield from schemas(content["schema"], f"{path} {status}")


def validator(document: dict[str, Any], name: str) -> Draft202012Validator:
    """Of one component."""
    schema = {"$ref": f"#/components/schemas/{name}", "components": document["components"]}
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def complaints(document: dict[str, Any], name: str, value: Any) -> list[str]:
    return [f"{error.json_path}: {error.message[:300]}" for error in validator(document, name).iter_errors(value)]


def union(document: dict[str, Any], schema: dict[str, Any]) -> dict[str, str]:
    """A discriminated union: the component behind each value of its discriminator."""
    mapping: dict[str, str] = schema["discriminator"]["mapping"]
    assert {part["$ref"] for part in schema["oneOf"]} == set(mapping.values())
    for value, target in mapping.items():
        member = document["components"]["schemas"][target.rpartition("/")[2]]["properties"]
        assert member[schema["discriminator"]["propertyName"]]["const"] == value
    return mapping


def shapes(above: type[Shape] = Shape) -> Iterator[type[Shape]]:
    for shape in above.__subclasses__():
        yield shape
        yield from shapes(shape)


def test_every_shape_has_a_name_of_its_own() -> None:
    """Two of the same name would be one component, and front ends would be told of the one and get the other."""
    kinds = defaultdict(set)
    for shape in shapes():
        if not shape.__module__.startswith("tests."):  # pydantic makes a shape more than once: it is one all the same
            kinds[shape.__name__].add((shape.__module__, *sorted(shape.model_fields)))
    assert {name: found for name, found in kinds.items() if len(found) > 1} == {}


def test_it_is_a_valid_openapi_document(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1")
    OpenAPIV31SpecValidator(document).validate()


def test_nothing_in_it_is_free_form(document: dict[str, Any]) -> None:
    found = list(all_schemas(document))
    assert len(found) > 500
    for where, schema in found:
        assert TYPED & schema.keys(), f"{where} has no type"
        if schema.get("type") == "array":
            assert schema.get("items") or schema.get("prefixItems"), f"{where} does not say of what"
        if schema.get("type") == "object" and where != "Problem/errors/anyOf/0":
            assert "properties" in schema, f"{where} does not say what it holds"
            assert schema["additionalProperties"] is False, f"{where} may hold anything"


def test_an_open_object_would_be_found(document: dict[str, Any]) -> None:
    document = json.loads(json.dumps(document))
    document["components"]["schemas"]["Heading"]["properties"]["text"] = {"title": "Any"}
    with pytest.raises(AssertionError, match="Heading/text"):
        test_nothing_in_it_is_free_form(document)


def test_every_page_type_and_block_type_is_a_member_of_a_union(document: dict[str, Any]) -> None:
    components = document["components"]["schemas"]
    assert union(document, components["Page"]).keys() == set(PAGE_TYPES)
    assert union(document, components["FoundPage"]["properties"]["page"]).keys() == set(PAGE_TYPES)
    for target in union(document, components["Page"]).values():
        body = components[target.rpartition("/")[2]]["properties"]["body"]
        assert union(document, body["items"]).keys() == {block.wire_type for block in BLOCKS}
    assert union(document, components["Found"]).keys() == {"page", "redirect"}


def test_every_endpoint_and_every_parameter_is_in_it(document: dict[str, Any], world: World) -> None:
    views = {name: view for name, view in routes() if name not in UNDESCRIBED}
    described = {
        path.removeprefix("/api/v1/").replace("{id}", "x").replace("{slug}", "vantor").replace("{site}", "vantor"): item
        for path, item in document["paths"].items()
    }
    assert len(described) == len(views) == len(ENDPOINTS) - len(UNDESCRIBED)
    for name, view in views.items():
        path = sample(world, name)[0]
        path = "/".join("x" if len(step) == 36 else step for step in path.split("/"))
        operations = described[path]
        assert operations.keys() == {"get"}
        queried = [p["name"] for p in operations["get"]["parameters"] if p["in"] == "query"]
        assert queried == [p.name for p in (*view.parameters, VERSION)], name
        required = {p["name"] for p in operations["get"]["parameters"] if p["in"] == "query" and p.get("required")}
        assert required == ENDPOINTS[name].query.keys()
        assert {"200", "304", "400", "401", "429"} <= operations["get"]["responses"].keys()
        assert operations["get"]["summary"]
    ids = [item["get"]["operationId"] for item in described.values()]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", [name for name in ENDPOINTS if name not in UNDESCRIBED])
def test_every_answer_is_as_the_schema_says(api: Api, world: World, document: dict[str, Any], name: str) -> None:
    path, query = sample(world, name)
    component = {view: shape.shape.__name__ for view, shape in routes() if view not in UNDESCRIBED}[name]
    response = api.get(path, **query)
    told = response.json() if response.headers["Content-Type"].endswith("json") else response.content.decode()
    assert complaints(document, component, told) == []
    assert complaints(document, "Problem", api.json(path, 400, nope="1", **query)) == []


def test_all_that_is_placed_is_delivered_as_the_schema_says(api: Api, world: World, document: dict[str, Any]) -> None:
    met: set[str] = set()
    for site in world.sites:
        for view in ("card", "full"):
            for window in walk(api, f"sites/{site}/pages/", limit="100", language="*", view=view, count="true"):
                assert complaints(document, "PageList", window) == []
        met |= {page["id"] for page in window["results"]}
        for page in window["results"]:
            assert complaints(document, "Page", page) == [], page["path"]
            found = api.json(f"sites/{site}/resolve/", path=page["path"], include="site,neighbours")
            assert complaints(document, "Found", found) == [], page["path"]
        assert complaints(document, "Frame", api.json(f"sites/{site}/")) == []
    stored = Publication.objects.filter(kind="page", placements__isnull=False).values_list("pk", flat=True)
    assert met == {str(pk) for pk in stored}
    assert complaints(document, "Found", api.json("sites/vantor/resolve/", path="/ALLT")) == []


def test_a_value_that_does_not_fit_is_found(api: Api, document: dict[str, Any]) -> None:
    found = api.json("sites/vantor/resolve/", path="/allt/")
    found["page"]["body"][0]["value"]["level"] = 4
    assert complaints(document, "Found", found)
    found = api.json("sites/vantor/resolve/", path="/allt/")
    found["page"]["secret"] = 1
    assert complaints(document, "Found", found)
