"""Where a person's name stands in running text, which the register does not reach (docs/decisions/0010)."""

import json
from dataclasses import dataclass
from html import escape

from django.db.models import Q
from wagtail.models import Page

from cms.core.shown import Shown, where_shown
from cms.pipeline.publish.models import Identity
from organisation.models.person import Person

MOST = 10  # pages named; the rest is found once these are mended


@dataclass(frozen=True)
class Mention:
    """A public page, and where it shows."""

    page: Page
    shown: list[Shown]


def in_texts(name: str) -> list[Mention]:
    """Public pages whose text has this name; for somebody who is not shown, an editor wrote it there."""
    if not name.strip():
        return []
    spellings = {_in_json(name), _in_json(escape(name))}
    holds = [Q(publication__body__contains=spelling) for spelling in sorted(spellings)]
    found = Identity.objects.filter(kind="page", publication__placements__isnull=False)
    pks = list(
        found.filter(Q.create(holds, Q.OR)).order_by("-object_id").values_list("object_id", flat=True).distinct()
    )
    shown = where_shown(pks[:MOST])
    return [Mention(page, shown.get(page.pk, [])) for page in Page.objects.filter(pk__in=pks[:MOST]).order_by("-pk")]


def of(who: Person) -> list[Mention]:
    return in_texts(who.name)


def _in_json(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]
