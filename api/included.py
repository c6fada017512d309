"""What `include` adds to a page, so that one request draws it."""

from api import reading
from cms.pipeline.publish.models import Placement
from cms.sites.scope import Scope


def included(row: Placement, scope: Scope, names: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    """The member `included` as JSON text, and what it adds to the ETag; empty if nothing was asked for."""
    if not names:
        return "", ()
    frame, stamp = "null", ()
    if "site" in names:
        placement = reading.frame(scope)
        if placement:
            frame, stamp = placement.publication.body, (placement.publication.content_hash,)
    neighbours = "null"
    if "neighbours" in names and row.type == "article":
        neighbours = f'{{"newer":{_beside(row, scope, "gt")},"older":{_beside(row, scope, "lt")}}}'
        stamp = (*stamp, str(scope.version))
    return f'{{"site":{frame},"neighbours":{neighbours}}}', stamp


def _beside(row: Placement, scope: Scope, side: str) -> str:
    sign = "-" if side == "lt" else ""
    articles = scope.pages().filter(type="article", language=row.language).exclude(pk=row.pk)
    nearest = articles.filter(**{f"shown_at__{side}e": row.shown_at}).order_by(
        f"{sign}shown_at", f"{sign}publication_id"
    )
    found = reading.beside(nearest, row, side)
    return reading.card(found) if found else "null"
