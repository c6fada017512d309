"""A picture beside a text that says what it is there for: without a description it is decoration, and said to be."""

import json
from typing import Any

import pytest

from cms.media.ladder import build_ladder
from cms.pipeline.publish import worker
from tests.build import Branch, make_page
from tests.media.pictures import drawing, encoded, site_image
from tests.pipeline.stored import assert_law, body_of

pytestmark = pytest.mark.django_db
BLOCKS: dict[str, tuple[dict[str, Any], list[str | int]]] = {
    "hero": ({"heading": "Kom!", "text": "", "buttons": []}, []),
    "contact": ({"name": "Kansliet", "phone": "08-123 45 67"}, []),
    "cards": ({"title": "Bli medlem", "text": ""}, ["items", 0]),
}


def shown(page: Any, way: list[str | int]) -> tuple[str, bool]:
    """The words for the picture of the page's first block, and whether it is decoration."""
    value = json.loads(body_of(page))["body"][0]["value"]
    for step in way:
        value = value[step]
    return value["image"]["alt"], value["image"]["decorative"]


@pytest.mark.parametrize("name", BLOCKS)
def test_a_picture_without_a_description_is_decoration(name: str, vantor: Branch) -> None:
    value, way = BLOCKS[name]
    picture = site_image(encoded(drawing(400, 300), "PNG"), "bild.png", description="")
    build_ladder(picture)
    block = value | {"image": picture}
    page = make_page(vantor, body=[(name, {"heading": "", "items": [block]} if way else block)])
    assert shown(page, way) == ("", True)
    picture.description = "Fanor på torget"
    picture.save()
    worker.drain()
    assert shown(page, way) == ("Fanor på torget", False)
    picture.is_decorative = True
    picture.save()
    worker.drain()
    assert shown(page, way) == ("", True)
    assert_law()
