"""Redaction: in the withdrawing transaction, everything stored that mentions the thing stops doing so.

Rendering properly would take long when a thousand pages mention it; this takes the mentions out of the stored
JSON at once, and the worker renders properly afterwards.
"""

import json
import re
from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.db.models import Q

from cms.pipeline.publish import encode
from cms.pipeline.publish.context import Key
from cms.pipeline.publish.models import Dependency, Identity, Op, Publication, Reason
from cms.pipeline.publish.search import index
from cms.pipeline.publish.write import ChangeDraft, nowhere

_GONE: Any = object()
# What a value is, and whom it tells of: an author or a contact stands and falls with the person.
_IDENTITIES = ("id", "person")
LINK_KINDS = {"page", "file"}
MEDIA_KINDS = {"image", "file"}


def redact(value: Any, ids: frozenset[str]) -> Any:
    """The JSON value without anything that has one of these ids. Pure.

    A link becomes `{"kind": …, "available": false}`, an anchor in rich text its plain words, a menu item, card or
    image block is left out, and a single member becomes null.
    """
    result = _redact(value, ids)
    return None if result is _GONE else result


def _redact(value: Any, ids: frozenset[str]) -> Any:
    if isinstance(value, str):
        return _redact_html(value, ids)
    if isinstance(value, list):
        return [item for item in (_redact(item, ids) for item in value) if item is not _GONE]
    if not isinstance(value, dict):
        return value
    if any(isinstance(value.get(key), str) and value[key] in ids for key in _IDENTITIES):
        is_link = value.get("kind") in LINK_KINDS and "available" in value
        return {"kind": value["kind"], "available": False} if is_link else _GONE
    return _redact_object(value, ids)


def _redact_object(value: dict[str, Any], ids: frozenset[str]) -> Any:
    result = {name: _redact(member, ids) for name, member in value.items()}
    for name, member in value.items():
        if name.endswith("_id") and isinstance(member, str) and member in ids:
            result |= {name: None, name.removesuffix("_id"): None}  # a name, and whose it is
    lost = {name for name, member in result.items() if member is _GONE}
    if "image" in lost and "alt" in value:
        return _GONE  # the value of an image block is nothing without its image
    if "value" in lost:
        return _GONE  # a block without its value
    if "person" in lost or ("unit" in lost and {"body", "seats"} <= value.keys()):
        return _GONE  # a post's holder without their name, delegates to a unit that is no more
    if "children" in result and _unavailable(result.get("link")) and not _unavailable(value.get("link")):
        return _GONE  # menus leave such items out
    return result | dict.fromkeys(lost, None)


def _unavailable(link: Any) -> bool:
    return isinstance(link, dict) and link.get("available") is False


_ANCHOR = re.compile(r'<a [^>]*?data-id="([0-9a-f-]{36})"[^>]*>(.*?)</a>', re.DOTALL)


def _redact_html(text: str, ids: frozenset[str]) -> str:
    if "data-id=" not in text:
        return text
    return _ANCHOR.sub(lambda match: match[2] if match[1] in ids else match[0], text)


def redact_mentions(withdrawn: dict[Key, UUID]) -> list[ChangeDraft]:
    """Redact every stored publication that depends on what was withdrawn; the changes that this makes."""
    if not withdrawn:
        return []
    ids = frozenset(str(identity) for identity in withdrawn.values())
    condition = Q()
    for kind, pk in withdrawn:
        condition |= Q(kind=kind, object_id=pk)
    mentioning = Dependency.objects.filter(condition).values("publication")
    drafts: list[ChangeDraft] = []
    for publication in Publication.objects.select_for_update().filter(pk__in=mentioning).order_by("pk"):
        if _redact_publication(publication, ids, withdrawn.keys()):
            drafts += _changes(publication)
    return drafts


def _redact_publication(publication: Publication, ids: frozenset[str], withdrawn: Collection[Key]) -> bool:
    body = redact(json.loads(publication.body), ids)
    if body == json.loads(publication.body):
        return False
    body.pop("content_hash")
    text = _dump(body)
    digest = encode.content_hash(text)
    member = f'"content_hash":"{digest}"'
    publication.body = encode.splice(text, member)
    if publication.card:
        card = redact(json.loads(publication.card), ids)
        card.pop("content_hash")
        publication.card = encode.splice(_dump(card), member)
    publication.content_hash = digest
    publication.save(update_fields=["body", "card", "content_hash"])
    index.keep(publication)
    _forget_media(publication, withdrawn)
    return True


def _forget_media(publication: Publication, withdrawn: Collection[Key]) -> None:
    """A site may see an image or a file while it shows it: one that went with what was redacted is shown no more.

    What was withdrawn itself stays recorded: it may come back, and whatever names it is then to be rendered.
    """
    recorded = publication.dependencies.filter(kind__in=MEDIA_KINDS).values_list("kind", "object_id", "pk")
    rows = {(kind, object_id): pk for kind, object_id, pk in recorded}
    identities = Identity.objects.filter(kind__in=MEDIA_KINDS, object_id__in={object_id for _, object_id in rows})
    there = {(one.kind, one.object_id) for one in identities if str(one.uuid) in publication.body}
    kept = there | set(withdrawn)
    Dependency.objects.filter(pk__in=[pk for key, pk in rows.items() if key not in kept]).delete()


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _changes(publication: Publication) -> list[ChangeDraft]:
    placed = [
        ChangeDraft(
            placement.site_id,
            Op.UPSERT,
            publication.kind,
            publication.type,
            publication.pk,
            Reason.CHANGED,
            path=placement.path,
            url=placement.url,
            content_hash=publication.content_hash,
        )
        for placement in publication.placements.all()
    ]
    return placed or [nowhere(publication, Reason.CHANGED)]
