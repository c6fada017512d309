"""Front-end paths: one canonical spelling, and a short key to find it by."""

import hashlib
import unicodedata
from urllib.parse import parse_qsl, quote, unquote, urlencode


def canonical(path: str) -> str:
    """The one spelling of a path: decoded, NFC, lower case, one slash at each end and between the steps.

    >>> canonical("/Aktuellt//Fo%CC%88rsta-maj")
    '/aktuellt/första-maj/'
    """
    decoded = unicodedata.normalize("NFC", unquote(path, errors="replace")).lower()
    steps = [step for step in decoded.split("/") if step]
    return "/" + "".join(f"{step}/" for step in steps)


def path_key(path: str) -> str:
    """A fixed-length key of a canonical path, since a path is longer than an index can hold."""
    return hashlib.blake2b(path.encode(), digest_size=16).hexdigest()


def encoded(path: str) -> str:
    """The path as it stands in a URL."""
    return quote(path, safe="/")


def canonical_address(address: str) -> str:
    """A path with its query, if it has one, in the one spelling of both; without a fragment.

    >>> canonical_address("/Gammalt?p=27%32#topp")
    '/gammalt/?p=272'
    """
    path, _, query = address.partition("#")[0].partition("?")
    pairs = parse_qsl(query, keep_blank_values=True)
    return canonical(path) + (f"?{urlencode(pairs)}" if pairs else "")


def encoded_address(address: str) -> str:
    """A canonical address as it stands in a URL."""
    path, mark, query = address.partition("?")
    return encoded(path) + mark + query


def key_of(kind: str, address: str) -> str:
    """The key of where a thing stands. A page and something else may stand at one path: they have keys of their own."""
    return path_key(address) if kind == "page" else kind[0] + path_key(address)
