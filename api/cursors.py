"""Cursors: opaque, signed, and good for the query that made them only."""

import base64
import binascii
import hashlib
import hmac
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from django.conf import settings

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
    encoded = _encode(payload.encode())
    return f"{encoded}{SEPARATOR}{_signature(encoded, query, settings.SECRET_KEY)}"


def load(text: str, query: str, name: str = "cursor") -> Cursor:
    """The cursor behind the text; a 400 for the parameter `name` if it was altered or belongs to another query."""
    encoded, _, signature = text.partition(SEPARATOR)
    try:
        if not _signed(encoded, signature, query):
            raise ValueError("signed by another or for another query")
        key, identity, backwards = json.loads(_decode(encoded))
        return Cursor(_unplain(*key), _unplain(*identity), backwards)
    except (binascii.Error, ValueError, TypeError):
        raise invalid({name: ["Not a cursor of this query. Begin again without it."]}) from None


SEPARATOR = "~"


def _signed(encoded: str, signature: str, query: str) -> bool:
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return any(hmac.compare_digest(signature.encode(), _signature(encoded, query, one).encode()) for one in secrets)


def _signature(encoded: str, query: str, secret: str) -> str:
    """Django's own signer does the same, but derives the key anew each time: a list has up to three cursors."""
    return _encode(hmac.digest(_key(secret), f"{query}\n{encoded}".encode(), "sha256"))


@lru_cache(8)
def _key(secret: str) -> bytes:
    return hashlib.sha256(b"api.cursor" + secret.encode()).digest()


def _encode(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).decode().rstrip("=")


def _decode(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


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
