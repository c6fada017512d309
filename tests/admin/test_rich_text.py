"""Whoever listens to the screen is told which text they are about to write."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.models import AnonymousUser
from wagtail.blocks import Block, ListBlock, RichTextBlock

from articles.models import Article
from home.models import WelcomePage


def editors(block: Block) -> Iterator[RichTextBlock]:
    """The rich texts within a block."""
    inner = [block.child_block] if isinstance(block, ListBlock) else getattr(block, "child_blocks", {}).values()
    if isinstance(block, RichTextBlock):
        yield block
    for one in inner:
        yield from editors(one)


def test_each_rich_text_of_a_body_has_its_label_for_a_name() -> None:
    found = list(editors(Article._meta.get_field("body").stream_block))
    assert len(found) > 2
    assert {one.field.widget.options.get("ariaLabel") for one in found} == {"Text", "Text som fälls ut"}
    assert all(one.field.widget.options["ariaLabel"] == one.label for one in found)


@pytest.mark.django_db
def test_the_rich_text_of_a_form_has_its_label_for_a_name() -> None:
    form = WelcomePage.get_edit_handler().get_form_class()(for_user=AnonymousUser())
    assert form.fields["hero_text"].widget.options["ariaLabel"] == "Välkomsttext"
