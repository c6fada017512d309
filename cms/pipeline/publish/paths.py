"""Front-end paths: one canonical spelling, and a short key to find it by."""

import hashlib
import unicodedata
from urllib.parse import quote, unquote


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
