"""What `include` adds to a page, so that one request draws it."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from api import reading
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
    def placed(cls, row: Placement) -> "Spot":
        shown_at: datetime = row.shown_at  # type: ignore[assignment]  # every placed page has one
        return cls(row.type, row.language, shown_at, row.publication_id)


def included(spot: Spot, frame: Placement | None, scope: Scope, names: tuple[str, ...]) -> str:
    """The value of the member `included` as JSON text; empty if nothing was asked for."""
    if not names:
        return ""
    site = frame.publication.body if frame and "site" in names else "null"
    neighbours = _neighbours(spot, scope) if "neighbours" in names and spot.type == "article" else "null"
    return f'{{"site":{site},"neighbours":{neighbours}}}'


def _neighbours(spot: Spot, scope: Scope) -> str:
    """The articles beside it, in the order of the lists; one query."""
    articles = scope.pages().filter(type="article", language=spot.language).exclude(publication=spot.identity)
    newer = articles.filter(_beside(spot, "gt")).order_by("shown_at", "publication_id")[:1]
    older = articles.filter(_beside(spot, "lt")).order_by("-shown_at", "-publication_id")[:1]
    cards = {"newer": "null", "older": "null"}
    for row in reading.either([newer, older]):
        after = (row.shown_at, row.publication_id) > (spot.shown_at, spot.identity)
        cards["newer" if after else "older"] = reading.card(row)
    return f'{{"newer":{cards["newer"]},"older":{cards["older"]}}}'


def _beside(spot: Spot, side: str) -> Q:
    tie = Q(shown_at=spot.shown_at, **{f"publication_id__{side}": spot.identity})
    bound = Q(**{f"shown_at__{side}e": spot.shown_at})  # alone it bounds the index scan
    return bound & (Q(**{f"shown_at__{side}": spot.shown_at}) | tie)
