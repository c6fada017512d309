"""Blocks: whatever editors put into them is delivered as the schema says, and costs a reader nothing more."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from wagtail.blocks import StreamBlock

from cms.core.blocks.base import render_stream
from cms.core.blocks.body import BLOCKS
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.encode import Listing
from tests.api.block_values import block_values, bodies
from tests.api.conftest import Api
from tests.api.test_queries import queries
from tests.api.world import World, id_of
from tests.build import make_page, publish

EXAMPLES = {"deadline": None, "suppress_health_check": list(HealthCheck), "database": None}


def check(api: Api) -> Draft202012Validator:
    """Of a page's body, out of the published schema."""
    document = api.json("schema/")
    items = document["components"]["schemas"]["ContentPage"]["properties"]["body"]
    return Draft202012Validator(
        {**items, "components": document["components"]}, format_checker=Draft202012Validator.FORMAT_CHECKER
    )


def rendered(body: list[tuple[str, Any]]) -> list[Any]:
    """As a page with this body would be published."""
    stream = StreamBlock([(block.wire_type, block()) for block in BLOCKS])
    shapes = render_stream(stream.normalize(body), RenderContext(), "Prov")
    return [json.loads(_filled(block).model_dump_json()) for block in shapes]


def _filled(block: Any) -> Any:
    """A block as delivery hands it on, with its listing in place; here an empty one."""
    articles = getattr(block.value, "articles", None)
    if not isinstance(articles, Listing):
        return block
    return block.model_copy(update={"value": block.value.model_copy(update={"articles": []})})


def test_generated_bodies_are_as_the_schema_says(api: Api, world: World) -> None:
    body_schema = check(api)

    @settings(max_examples=40, **EXAMPLES)
    @given(bodies(world))
    def holds(body: list[tuple[str, Any]]) -> None:
        assert [error.message for error in body_schema.iter_errors(rendered(body))] == []

    holds()


@pytest.mark.parametrize("name", [block.wire_type for block in BLOCKS])
def test_every_type_alone_is_as_the_schema_says(api: Api, world: World, name: str) -> None:
    body_schema = check(api)
    met: set[str] = set()

    @settings(max_examples=15, **EXAMPLES)
    @given(block_values(world)[name])
    def holds(value: Any) -> None:
        blocks = rendered([(name, value)])
        met.update(block["type"] for block in blocks)
        assert [error.message for error in body_schema.iter_errors(blocks)] == []

    holds()
    assert met == {name}  # some of the values are shown


def test_a_block_that_does_not_fit_is_found(api: Api, world: World) -> None:
    body_schema = check(api)
    table = {"columns": [{"type": "text", "heading": "A"}], "rows": [{"values": ["1"]}], "caption": ""}
    blocks = rendered([("table", {"table": table, "header_column": False})])
    assert not list(body_schema.iter_errors(blocks))
    blocks[0]["value"]["rows"][0] = "A"
    assert list(body_schema.iter_errors(blocks))


def test_pictures_add_no_query_to_reading_a_page(api: Api, world: World) -> None:
    page = make_page(world.vantor, "Utan bilder", slug="utan-bilder", body=[("paragraph", "<p>Text</p>")])
    path = f"sites/vantor/pages/{id_of(page)}/"
    before = queries(api, world, path)
    public = [world.images[name] for name in ("shown", "frame", "foreign")]
    images = [{"image": image, "alt": "Bild", "decorative": False, "caption": ""} for image in public]
    page.body = [
        ("paragraph", "<p>Text</p>"),
        *(("image", image | {"size": "normal"}) for image in images),
        ("gallery", {"images": images}),
        ("embed", {"url": "https://youtu.be/aqz-KE-bpKQ", "title": "Film", "thumbnail": images[0]["image"]}),
        ("contact", {"person": str(world.people["vantor"].pk)}),
        ("hero", {"heading": "Hej", "text": "", "image": images[0]["image"], "buttons": []}),
    ]
    publish(page)
    assert queries(api, world, path) == before
    types = [block["type"] for block in api.json(path)["body"]]
    assert types == ["paragraph", *["image"] * len(images), "gallery", "embed", "contact", "hero"]


def test_a_table_has_its_headings_in_front_of_its_rows(api: Api, world: World) -> None:
    for headings, header_row in ((["Dag", "Plats"], True), (["", ""], False)):
        columns = [{"type": "text", "heading": heading} for heading in headings]
        table = {"columns": columns, "rows": [{"values": ["1 maj", "Torget"]}], "caption": "Möten"}
        [block] = rendered([("table", {"table": table, "header_column": True})])
        rows = [["1 maj", "Torget"]]
        assert block["value"] == {
            "caption": "Möten",
            "header_row": header_row,
            "header_column": True,
            "rows": [headings, *rows] if header_row else rows,
        }
