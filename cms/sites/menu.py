"""Menus: an item, and the items below it."""

from typing import Any

from pydantic import Field
from wagtail import blocks

from cms.core.blocks.link import LinkBlock
from cms.core.blocks.preview import PreviewedBlock
from cms.core.links import AddressLink, FileLink, PageLink
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.shape import Shape


class MenuLeaf(Shape):
    """An item below another; nothing stands below it."""

    label: str
    link: PageLink | FileLink | AddressLink
    children: list[None] = Field(max_length=0)


class MenuItem(Shape):
    """An item of a menu. Items whose target is not public are left out."""

    label: str
    link: PageLink | FileLink | AddressLink
    children: list[MenuLeaf]


class MenuLeafBlock(blocks.StructBlock):
    label = blocks.CharBlock(max_length=60, label="Text", help_text="Ett eller två ord.")
    link = LinkBlock(label="Länk")

    class Meta:
        icon = "link"
        label = "Länk"


class MenuItemBlock(PreviewedBlock, MenuLeafBlock):
    preview_name = "menu_item"

    children = blocks.ListBlock(
        MenuLeafBlock(), default=[], max_num=12, label="Undermeny", help_text="Länkar som fälls ut under menyvalet."
    )

    class Meta:
        icon = "list-ul"
        label = "Menyval"
        description = "En länk i menyn, med eller utan en egen undermeny."


def menu(stream: Any, context: RenderContext) -> list[MenuItem]:
    """The items that lead somewhere public."""
    items = (_item(bound.block, bound.value, context) for bound in stream)
    return [item for item in items if item]


def _item(block: Any, value: Any, context: RenderContext) -> MenuItem | None:
    link = block.child_blocks["link"].link(value["link"], context, value["label"])
    if link is None or not link.available:
        return None
    leaf_block = block.child_blocks["children"].child_block
    leaves = (_leaf(leaf_block, child, context) for child in value["children"])
    return MenuItem(label=value["label"], link=link, children=[leaf for leaf in leaves if leaf])


def _leaf(block: Any, value: Any, context: RenderContext) -> MenuLeaf | None:
    link = block.child_blocks["link"].link(value["link"], context, value["label"])
    if link is None or not link.available:
        return None
    return MenuLeaf(label=value["label"], link=link, children=[])
