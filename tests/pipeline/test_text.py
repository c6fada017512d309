"""Paths, sort keys, and the text that is stored."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cms.pipeline.publish.collation import swedish_key
from cms.pipeline.publish.encode import MARK, splice
from cms.pipeline.publish.paths import canonical, path_key


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/", "/"),
        ("", "/"),
        ("/aktuellt", "/aktuellt/"),
        ("//Aktuellt//Nytt/", "/aktuellt/nytt/"),
        ("/f%C3%B6rsta-maj/", "/första-maj/"),
        ("/fo\u0308rsta-maj/", "/första-maj/"),
        ("/fo%CC%88rsta-maj", "/första-maj/"),
        ("/%FF/", "/\ufffd/"),
    ],
)
def test_canonical_paths(path: str, expected: str) -> None:
    assert canonical(path) == expected


@given(st.text(max_size=60))
def test_a_canonical_path_without_percent_signs_stays(path: str) -> None:
    once = canonical(path)
    if "%" not in once:
        assert canonical(once) == once
    assert len(path_key(once)) == 32


def test_swedish_order() -> None:
    words = ["Örebro", "zebra", "Åre", "Ängel", "apa", "Éva", "evig", "Ærlig", "Øst", "Müller", "mys"]
    expected = ["apa", "Éva", "evig", "Müller", "mys", "zebra", "Åre", "Ängel", "Ærlig", "Örebro", "Øst"]
    assert sorted(words, key=swedish_key) == expected


def test_splice() -> None:
    assert json.loads(splice('{"id":1}', '"path":"/"', "", '"b":[]')) == {"id": 1, "path": "/", "b": []}


@given(st.text())
def test_no_text_of_an_editor_looks_like_a_mark(words: str) -> None:
    hostile = f'["␟latest:3"]{words}["␟index:x"]'
    stored = json.dumps({"title": hostile, "lead": words}, ensure_ascii=False)
    assert not MARK.search(stored)
