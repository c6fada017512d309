"""A row of the start page: one page, and what is to be known of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from django.urls import reverse
from wagtail.models import Page

from cms.core.shown import Shown

MOST = 8  # rows of a list; the start page is to be read at one glance


@dataclass(frozen=True)
class Row:
    """`notes` are said of the page, `shown` is where readers find it."""

    title: str
    url: str
    notes: list[str]
    shown: Sequence[Shown] = field(default_factory=list)


def row(page: Page, *notes: str, shown: Sequence[Shown] = ()) -> Row:
    """A row that leads to the page's form; notes that are empty are left out."""
    title = page.draft_title or page.title
    return Row(title, reverse("wagtailadmin_pages:edit", args=[page.pk]), [note for note in notes if note], shown)
