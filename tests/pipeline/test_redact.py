"""Redaction is a pure function on JSON."""

import pytest

from cms.pipeline.publish.redact import redact

GONE = "11111111-1111-1111-1111-111111111111"
HERE = "22222222-2222-2222-2222-222222222222"
IDS = frozenset({GONE})


def link(identity: str) -> dict[str, object]:
    return {"kind": "page", "id": identity, "url": "https://example.se/", "title": "Titel", "available": True}


def anchor(identity: str) -> str:
    return f'<a href="https://example.se/" data-id="{identity}" data-type="page">hit</a>'


def image(identity: str) -> dict[str, object]:
    return {"id": identity, "src": "x.jpg", "renditions": []}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"link": link(GONE)}, {"link": {"kind": "page", "available": False}}),
        ({"link": link(HERE)}, {"link": link(HERE)}),
        ({"html": f"<p>Gå {anchor(GONE)} och {anchor(HERE)}</p>"}, {"html": f"<p>Gå hit och {anchor(HERE)}</p>"}),
        ({"title": "T", "image": image(GONE)}, {"title": "T", "image": None}),
        (
            [{"id": "b", "type": "image", "value": {"image": image(GONE), "alt": "", "caption": ""}}, {"id": "c"}],
            [{"id": "c"}],
        ),
        ([{"label": "Dit", "link": link(GONE), "children": []}], []),
        (
            [{"label": "Dit", "link": link(HERE), "children": [{"label": "U", "link": link(GONE), "children": []}]}],
            [{"label": "Dit", "link": link(HERE), "children": []}],
        ),
        ({"translations": [{"id": GONE, "title": "T"}, {"id": HERE}]}, {"translations": [{"id": HERE}]}),
        ({"unit": {"id": GONE, "name": "N"}}, {"unit": None}),
        ({"holders": [{"id": HERE, "person": {"id": GONE, "name": "N"}}]}, {"holders": []}),
        ({"holders": [{"id": GONE, "person": {"id": HERE, "name": "N"}}]}, {"holders": []}),
        (
            {"authors": [{"name": "N", "person": GONE}, {"name": "M", "person": None}]},
            {"authors": [{"name": "M", "person": None}]},
        ),
        ({"delegates": [{"body": {"id": HERE}, "unit": {"id": GONE}, "seats": 2}]}, {"delegates": []}),
        (
            {"delegates": [{"unit": {"id": GONE}, "name": "N", "seats": 2}]},
            {"delegates": [{"unit": None, "name": "N", "seats": 2}]},
        ),
        (
            {"privacy": None, "publisher": "N", "publisher_id": GONE},
            {"privacy": None, "publisher": None, "publisher_id": None},
        ),
        ({"publisher": "N", "publisher_id": HERE}, {"publisher": "N", "publisher_id": HERE}),
        ({"latest": ["␟latest:3"]}, {"latest": ["␟latest:3"]}),
    ],
)
def test_redact(before: object, after: object) -> None:
    assert redact(before, IDS) == after


def test_redacting_twice_is_redacting_once() -> None:
    value = {"a": link(GONE), "b": [link(GONE), {"html": anchor(GONE)}]}
    assert redact(redact(value, IDS), IDS) == redact(value, IDS)


def test_the_input_is_left_alone() -> None:
    value = {"a": link(GONE)}
    redact(value, IDS)
    assert value == {"a": link(GONE)}
