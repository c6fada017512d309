"""Redaction: in the withdrawing transaction, everything stored that mentions the thing stops doing so.

Rendering properly would take long when a thousand pages mention it; this takes the mentions out of the stored
JSON at once, and the worker renders properly afterwards.
"""

import re
from collections.abc import Collection, Iterable
from itertools import islice
from typing import Any
from uuid import UUID

from django.db.models import Q, prefetch_related_objects
from pydantic_core import from_json, to_json

from cms.pipeline.publish import collector, encode, many
from cms.pipeline.publish.context import Key
from cms.pipeline.publish.draft import ChangeDraft, nowhere
from cms.pipeline.publish.models import Dependency, Identity, Op, Placement, Publication, Reason, Touch
from cms.pipeline.publish.search import index
from cms.pipeline.publish.search.text import SearchWords, words_of
from cms.pipeline.publish.write import hash_apart, hashed, withdraw

_GONE: Any = object()
# What a value is, and whom it tells of: an author or a contact stands and falls with the person.
_IDENTITIES = ("id", "person")
LINK_KINDS = {"page", "file"}
MEDIA_KINDS = {"image", "file"}
BATCH = 500  # texts at a time


def redact(value: Any, ids: frozenset[str]) -> Any:
    """The JSON value without anything that has one of these ids. Pure.

    A link becomes `{"kind": …, "available": false}`, an anchor in rich text its plain words, a menu item, card or
    image block is left out, and a single member becomes null.
    """
    result = _redact_told(value, ids) if isinstance(value, dict) else _redact(value, ids)
    return None if result is _GONE else result


def _redact(value: Any, ids: frozenset[str]) -> Any:
    if isinstance(value, str):
        return _redact_html(value, ids)
    if isinstance(value, list):
        return [item for item in (_redact(item, ids) for item in value) if item is not _GONE]
    return _redact_told(value, ids) if isinstance(value, dict) and _tells(value, ids) else value


def _redact_told(value: dict[str, Any], ids: frozenset[str]) -> Any:
    """An object in which one of them stands."""
    if any(isinstance(value.get(key), str) and value[key] in ids for key in _IDENTITIES):
        is_link = value.get("kind") in LINK_KINDS and "available" in value
        return {"kind": value["kind"], "available": False} if is_link else _GONE
    return _redact_object(value, ids)


def _tells(value: dict[str, Any], ids: frozenset[str]) -> bool:
    """Whether any of them stands in it. Writing it as text is far quicker than looking at all files of a picture."""
    text = to_json(value)
    return any(one.encode() in text for one in ids)


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
    """Redact every stored publication that depends on what was withdrawn; the changes that this makes.

    All in the withdrawing transaction, however many there are; so many at a time that their texts fit into memory.
    """
    if not withdrawn:
        return []
    condition = Q()
    for kind, pk in withdrawn:
        condition |= Q(kind=kind, object_id=pk)
    found = Dependency.objects.filter(condition).order_by("publication").values_list("publication", flat=True)
    return redact_these(found.distinct(), withdrawn)


def redact_these(publications: Iterable[UUID], gone: dict[Key, UUID]) -> list[ChangeDraft]:
    """Redact these publications of what is gone; the changes that this makes."""
    ids = frozenset(str(identity) for identity in gone.values())
    todo = iter(publications if ids else ())
    drafts: list[ChangeDraft] = []
    while batch := list(islice(todo, BATCH)):
        with collector.resting():
            drafts += _redact_batch(batch, ids, gone.keys())
    return drafts


def _redact_batch(pks: list[UUID], ids: frozenset[str], withdrawn: Collection[Key]) -> list[ChangeDraft]:
    rows = Publication.objects.select_for_update().filter(pk__in=pks).order_by("pk")
    redacted: dict[UUID, Publication] = {}
    words: dict[UUID, SearchWords] = {}
    void: list[Publication] = []
    for row in rows.only("kind", "type", "body", "card", "content_hash"):
        before, after = _without(row.body, ids)
        if after is None:
            void.append(row)
        elif after != before:
            _rewrite(row, after, ids)
            redacted[row.pk], words[row.pk] = row, words_of(after)
    many.update(list(redacted.values()), ("body", "card", "content_hash"))
    _forget_media(redacted, withdrawn)
    placed = Placement.objects.filter(publication__in=redacted).order_by("publication", "site")
    places = list(placed.values_list("publication", "site", "path", "url"))
    _keep_words(redacted, words, places)
    unplaced = redacted.keys() - {pk for pk, _, _, _ in places}
    return [
        *(_change(redacted[pk], site_id, path, url) for pk, site_id, path, url in places),
        *(nowhere(redacted[pk], Reason.CHANGED) for pk in sorted(unplaced)),
        *(draft for row in void for draft in _void(row)),
    ]


def _without(text: str, ids: frozenset[str]) -> tuple[Any, Any]:
    """The stored object as it is, and without anything of them; None if nothing is left of it."""
    if not any(one in text for one in ids):
        return text, text
    before = from_json(text)
    return before, redact(before, ids)


def _rewrite(publication: Publication, body: dict[str, Any], ids: frozenset[str]) -> None:
    """The row as it may now be shown, not yet stored."""
    body.pop("content_hash")
    text = _dump(body)
    digest = encode.content_hash(text)
    if publication.card:
        card = hash_apart(publication.card)
        told = any(one in card for one in ids)
        publication.card = hashed(_dump(redact(from_json(card), ids)) if told else card, digest)
    publication.body = hashed(text, digest)
    publication.content_hash = digest


def _void(publication: Publication) -> list[ChangeDraft]:
    """It is nothing without what was withdrawn, as a post's holder is without the person: it goes too."""
    key = (publication.kind, publication.identity.object_id)
    drafts = withdraw(publication, Reason.UNPUBLISHED).drafts
    Touch.objects.create(kind=key[0], object_id=key[1])
    return drafts + redact_mentions({key: publication.identity_id})


def _keep_words(
    redacted: dict[UUID, Publication], words: dict[UUID, SearchWords], places: list[tuple[UUID, int, str, str]]
) -> None:
    """Nobody is to find them by what they no longer say."""
    sites: dict[UUID, list[int]] = {pk: [] for pk in redacted}
    for pk, site_id, _, _ in places:
        sites[pk].append(site_id)
    prefetch_related_objects(list(redacted.values()), "search_text")
    rows = [index.kept(row, sites[pk], words[pk]) for pk, row in redacted.items()]
    index.store([row for row in rows if row])


def _forget_media(redacted: dict[UUID, Publication], withdrawn: Collection[Key]) -> None:
    """A site may see an image or a file while it shows it: one that went with what was redacted is shown no more.

    What was withdrawn itself stays recorded: it may come back, and whatever names it is then to be rendered.
    """
    media = Dependency.objects.filter(publication__in=redacted, kind__in=MEDIA_KINDS)
    recorded = list(media.values_list("pk", "publication", "kind", "object_id"))
    objects = {object_id for _, _, _, object_id in recorded}
    named = Identity.objects.filter(kind__in=MEDIA_KINDS, object_id__in=objects)
    uuids = {(one.kind, one.object_id): str(one.uuid) for one in named}
    gone = [
        pk
        for pk, publication, kind, object_id in recorded
        if (kind, object_id) not in withdrawn and uuids.get((kind, object_id), "?") not in redacted[publication].body
    ]
    Dependency.objects.filter(pk__in=gone).delete()


def _dump(value: Any) -> str:
    return to_json(value).decode()


def _change(publication: Publication, site_id: int, path: str, url: str) -> ChangeDraft:
    return ChangeDraft(
        site_id,
        Op.UPSERT,
        publication.kind,
        publication.type,
        publication.pk,
        Reason.CHANGED,
        path=path,
        url=url,
        content_hash=publication.content_hash,
    )
