"""Changes: how a front end keeps a copy of a site that is never wrong for long."""

import json
from typing import Any
from uuid import UUID

from api import cursors, reading, rows
from api.answers import Answer
from api.change_shapes import SHAPES, ChangeList
from api.cursors import Cursor
from api.errors import Problem
from api.parameters import Parameter, anything, include, limit
from api.reading import Unfilled
from api.views.base import SiteView
from cms.pipeline.publish.models import Op
from cms.sites import cache_tags, change_log
from cms.sites.change_log import Expired, Position, Stretch, Told
from cms.sites.scope import Scope
from organisation.models import Unit

SINCE = "Where to go on: the `cursor` of the last answer. Left out, the sync begins: all that is there, as upserts."
BEGUN = "since"  # marks the cursor of a reader that has all that there was when it began


class ChangesView(SiteView):
    """Delta sync: all of a site at first, then what changed. Each thing once an answer, with its newest change."""

    shape = ChangeList
    summary = "What changed"
    kept = "version"
    kept_in_memory = False
    problems = (400, 401, 404, 410, 429, 503)
    parameters = (
        Parameter("since", SINCE, anything, longest=1000),
        limit(500, default=100),
        include("data", about="What to add to each upsert, the whole thing as it is now"),
    )

    def is_settled(self, values: dict[str, Any]) -> bool:
        """What is forgotten raises no version: whether `since` is still known has to be asked."""
        return not values["since"]

    def site_answer(self, scope: Scope, values: dict[str, Any], **kwargs: Any) -> Answer:
        stretch = _stretch(scope, values["since"], values["limit"])
        data = _data(scope, stretch.changes) if "data" in values["include"] else None
        # What is gone by now is told by a later change, which an answer to come will have.
        told = [change for change in stretch.changes if not _gone(change, data)]
        units = _unit_tags(scope, told)
        texts = [_text(change, scope, data, units) for change in told]
        members = {"cursor": _dump(stretch.position, scope), "more": stretch.more}
        text = f'{{"changes":[{",".join(texts)}],{json.dumps(members)[1:]}'
        slug = scope.frontend.slug
        return Answer(text, (cache_tags.site(slug), cache_tags.version(slug)), scope.version)


def _stretch(scope: Scope, cursor: str | None, limit: int) -> Stretch:
    position = _load(cursor, scope) if cursor else None
    if position is None or not position.begun:
        begun, last = (position.seq, position.last) if position else (None, None)
        return change_log.first(scope, begun, last, limit)
    try:
        return change_log.since(scope, position.seq, limit)
    except Expired:
        detail = "What changed since is not known any more. Begin anew, without `since`."
        raise Problem(410, "cursor-expired", detail) from None


def _bound(scope: Scope) -> str:
    """A cursor is good for its site, under whatever name."""
    return f"changes:{scope.site_id}"


def _dump(position: Position, scope: Scope) -> str:
    return cursors.dump(Cursor(position.seq, BEGUN if position.begun else position.last), _bound(scope))


def _load(text: str, scope: Scope) -> Position:
    cursor = cursors.load(text, _bound(scope), "since")
    begun = cursor.identity == BEGUN
    return Position(cursor.key, None if begun else cursor.identity, begun)


def _data(scope: Scope, changes: list[Told]) -> dict[UUID, str]:
    """The whole things that are there, as JSON text: two queries, however many."""
    wanted = [change.identity for change in changes if change.op == Op.UPSERT]
    found = rows.read(rows.wholes(scope.placements().filter(publication__in=wanted)))
    texts = reading.fill([Unfilled(reading.page(row), row.language) for row in found], scope)
    return {row.publication_id: text for row, text in zip(found, texts, strict=True)}


def _gone(change: Told, data: dict[UUID, str] | None) -> bool:
    return data is not None and change.op == Op.UPSERT and change.identity not in data


def _unit_tags(scope: Scope, changes: list[Told]) -> list[str]:
    """The tags of the site's own unit, if it is among what changed."""
    if not any(change.kind == "unit" for change in changes):
        return []
    slugs = Unit.objects.filter(frontend__site=scope.site_id).values_list("slug", flat=True)
    return [cache_tags.unit(slug) for slug in slugs]


def _text(change: Told, scope: Scope, data: dict[UUID, str] | None, units: list[str]) -> str:
    left, leaves = change.left, change.op == Op.DELETE
    tags = cache_tags.of_change(scope.frontend.slug, change, left)
    head = SHAPES[change.kind](
        seq=change.seq,
        op=change.op,
        kind=change.kind,
        id=change.identity,
        type=change.type,
        path=(left if leaves else change.path) or None,
        previous_path=left if not leaves and left not in ("", change.path) else None,
        url=change.url or None,
        content_hash=change.content_hash or None,
        at=change.at,
        tags=tags + units if change.kind == "unit" else tags,
        reason=change.reason,
    )
    text = head.model_dump_json(exclude={"data"})
    return text if data is None else f'{text[:-1]},"data":{data.get(change.identity, "null")}}}'
