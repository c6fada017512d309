"""The block chooser: whoever has to choose reads in Swedish what each part is for, and sees one."""

import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.contrib.staticfiles import finders
from django.test import Client
from django.urls import reverse
from wagtail.blocks import Block, StructBlock
from wagtail.fields import StreamField

from cms.core.blocks.body import BLOCKS
from tests.admin import reading
from tests.admin.conftest import Desk

pytestmark = pytest.mark.django_db


def offered() -> dict[str, Block]:
    """Every block that an editor may choose anywhere, by field and name."""
    streams = [
        field for model in apps.get_models() for field in model._meta.get_fields() if isinstance(field, StreamField)
    ]
    return {
        f"{field.model._meta.label}.{field.name}: {name}": block
        for field in streams
        for name, block in field.stream_block.child_blocks.items()
    }


def kinds() -> dict[str, Block]:
    """One of each class of these."""
    return {type(block).__name__: block for block in offered().values()}


def all_blocks(block: Block) -> Iterator[Block]:
    yield block
    inner = block.child_blocks.values() if isinstance(block, StructBlock) else [getattr(block, "child_block", None)]
    for child in filter(None, inner):
        yield from all_blocks(child)


def test_every_block_is_offered_somewhere() -> None:
    names = {key.rpartition(": ")[2] for key in offered()}
    assert {block.wire_type for block in BLOCKS} <= names
    assert len(offered()) > 60


@pytest.mark.parametrize("name", kinds())
def test_a_block_is_described_and_shown(name: str, vantor_desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    reading.mark_what_is_untranslated(monkeypatch)
    block = kinds()[name]
    description = block.get_description()
    assert re.fullmatch(r"[A-ZÅÄÖ].{15,110}\.", description), description
    assert not reading.english(f"{description} {block.label}")
    assert block.is_previewable
    answer = vantor_desk.client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert answer.status_code == 200
    assert reading.faults(answer) == []
    html = answer.content.decode()
    assert ".prose" in html  # the style of the front end is in it
    pictures = re.findall(r'src="/static/([^"]+)"', html)
    assert all(finders.find(picture) for picture in pictures)
    assert not re.search(r"""(?:src|href)=["'](?!/static/|#)|url\(["']?(?:https?:)?//|<script|@import""", html)


def test_strangers_see_no_preview(client: Client) -> None:
    [block, *_] = offered().values()
    answer = client.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert answer.status_code == 302


# What these ask for stands in the label already, or in the help of the block around them.
PLAIN = {"Titel", "Namn", "Telefonnummer", "Länk", "Bild", "Bilder", "Rader", "Kort", "Rad", "Text", "Tjänst", "Knapp"}


@pytest.mark.parametrize("name", kinds())
def test_fields_say_what_they_want(name: str) -> None:
    chosen = kinds()[name]
    for block in all_blocks(chosen):
        help_text = str(getattr(getattr(block, "field", block.meta), "help_text", None) or "")
        assert help_text or str(block.label) in PLAIN or block is chosen, (name, block.label)
        assert not reading.english(f"{block.label} {help_text}"), (block.label, help_text)
