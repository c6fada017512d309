"""A row of the start page: one page, and what is to be known of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from wagtail.models import Page

from cms.core.shown import Shown

MOST = 8  # rows of a list; the start page is to be read at one glance


@dataclass(frozen=True)
class Review:
    """Addresses for who approves: where the text is read as visitors will see it, and where the answer is posted."""

    look: str
    approve: str
    reject: str


@dataclass(frozen=True)
class Row:
    """`notes` are said of the page, `shown` is where readers find it, `comment` is what a colleague wrote about it."""

    title: str
    url: str
    notes: list[str]
    shown: Sequence[Shown] = field(default_factory=list)
    comment: str = ""
    review: Review | None = None


def row(page: Page, *notes: str, **more: Any) -> Row:
    """A row that leads to the page's form; notes that are empty are left out."""
    title = page.draft_title or page.title
    return Row(title, reverse("wagtailadmin_pages:edit", args=[page.pk]), [note for note in notes if note], **more)
