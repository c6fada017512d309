"""What an answer says, in the same words whoever gave it: so that only equal answers are compared. Pure."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True)
class Fact:
    """An article as a reader has it. `blocks`: the types of its body's blocks, none on a card."""

    title: str
    lead: str
    date: datetime
    tags: tuple[str, ...]
    blocks: tuple[str, ...]
    addressed: bool  # it says where the page is, and where its picture


def ours(answer: Any) -> list[Fact]:
    """Of a page, of what `resolve` found, or of a list."""
    items = answer["results"] if "results" in answer else [answer.get("page", answer)]
    return [
        Fact(
            title=page["title"],
            lead=page["lead"],
            date=datetime.fromisoformat(page["published_at"]),
            tags=tuple(sorted(tag["name"] for tag in page["tags"])),
            blocks=_blocks(page),
            addressed=bool(page["url"] and page["image"] and page["image"]["renditions"][0]["url"]),
        )
        for page in items
    ]


def stock(answer: Any) -> list[Fact]:
    """Of a page or a list of stock Wagtail's API v2, or of a page of v3."""
    return [
        Fact(
            title=page["title"],
            lead=page["lead"],
            date=datetime.fromisoformat(page["date"]),
            tags=tuple(sorted(page["tags"])),
            blocks=_blocks(page),
            addressed=bool(page["meta"]["html_url"] and page["image_rendition"] and page["image_rendition"]["url"]),
        )
        for page in answer.get("items", [answer])
    ]


def _blocks(page: dict[str, Any]) -> tuple[str, ...]:
    return tuple(block["type"] for block in page.get("body", ()))
