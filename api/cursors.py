"""Cursors: opaque, signed, and good for the query that made them only."""

import base64
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.core import signing

from api.errors import invalid


@dataclass(frozen=True)
class Cursor:
    """Behind which row to go on, and which way."""

    key: Any  # the sort column's value: a time, text or bytes
    identity: Any  # what settles a tie: a UUID, a number or text
    backwards: bool = False


def dump(cursor: Cursor, query: str) -> str:
    """The cursor as text, bound to the query (its path and filters, without cursor and limit)."""
    payload = json.dumps([_plain(cursor.key), _plain(cursor.identity), cursor.backwards])
    return _signer(query).sign(base64.urlsafe_b64encode(payload.encode()).decode().rstrip("="))


def load(text: str, query: str, name: str = "cursor") -> Cursor:
    """The cursor behind the text; a 400 for the parameter `name` if it was altered or belongs to another query."""
    try:
        encoded = _signer(query).unsign(text)
        key, identity, backwards = json.loads(base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)))
        return Cursor(_unplain(*key), _unplain(*identity), backwards)
    except (signing.BadSignature, ValueError, TypeError):
        raise invalid({name: ["Not a cursor of this query. Begin again without it."]}) from None


def _signer(query: str) -> signing.Signer:
    return signing.Signer(salt=f"api.cursor:{query}", sep="~")


def _plain(key: Any) -> list[str]:
    if isinstance(key, datetime):
        return ["t", key.isoformat()]
    if isinstance(key, bytes | memoryview):
        return ["b", bytes(key).hex()]
    for kind, type_ in (("u", UUID), ("i", int)):
        if isinstance(key, type_):
            return [kind, str(key)]
    return ["s", str(key)]


READERS: dict[str, Callable[[str], Any]] = {
    "t": datetime.fromisoformat,
    "b": bytes.fromhex,
    "u": UUID,
    "i": int,
    "s": str,
}


def _unplain(kind: str, text: str) -> Any:
    return READERS[kind](text)
