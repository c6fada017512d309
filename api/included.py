"""What `include` adds to a page, so that one request draws it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from api import reading
from api.rows import Row
from cms.pipeline.publish.models import Placement
from cms.sites.scope import Scope


@dataclass(frozen=True)
class Spot:
    """Where a page stands among the articles of a site; a draft has one too."""

    type: str
    language: str
    shown_at: datetime
    identity: UUID

    @classmethod
    def of(cls, page: dict[str, Any]) -> "Spot":
        """The spot of a page on the wire."""
        return cls(page["type"], page["language"], datetime.fromisoformat(page["shown_at"]), UUID(page["id"]))

    @classmethod
    def placed(cls, row: Row) -> "Spot":
        return cls(row.type, row.language, row.shown_at, row.publication_id)


def neighbours(spot: Spot, scope: Scope, names: tuple[str, ...]) -> list[QuerySet[Placement]]:
    """Where the articles beside it are read from, if they were asked for."""
    if "neighbours" not in names or spot.type != "article":
        return []
    articles = scope.pages().filter(type="article", language=spot.language).exclude(publication=spot.identity)
    newer = articles.filter(_beside(spot, "gt")).order_by("shown_at", "publication_id")[:1]
    older = articles.filter(_beside(spot, "lt")).order_by("-shown_at", "-publication_id")[:1]
    return [newer, older]


def included(spot: Spot, frame: Row | None, found: list[Row], names: tuple[str, ...]) -> str:
    """The value of the member `included` as JSON text; empty if nothing was asked for.

    `found`: rows among which the neighbours are, if they were asked for, newest first.
    """
    if not names:
        return ""
    site = frame.text if frame and "site" in names else "null"
    wanted = "neighbours" in names and spot.type == "article"
    return f'{{"site":{site},"neighbours":{_nearest(spot, found) if wanted else "null"}}}'


def _nearest(spot: Spot, found: list[Row]) -> str:
    here = (spot.shown_at, spot.identity)
    others = [row for row in found if row.language == spot.language]
    newer = [reading.card(row) for row in others if (row.shown_at, row.publication_id) > here][-1:]
    older = [reading.card(row) for row in others if (row.shown_at, row.publication_id) < here][:1]
    return f'{{"newer":{"".join(newer) or "null"},"older":{"".join(older) or "null"}}}'


def _beside(spot: Spot, side: str) -> Q:
    tie = Q(shown_at=spot.shown_at, **{f"publication_id__{side}": spot.identity})
    bound = Q(**{f"shown_at__{side}e": spot.shown_at})  # alone it bounds the index scan
    return bound & (Q(**{f"shown_at__{side}": spot.shown_at}) | tie)
