"""An address that an editor pastes, taken apart; whatever could mean two things is no address. No Django."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import parse_qsl, urlsplit

MAX_LENGTH = 500
_HOST = re.compile(r"[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?", re.ASCII)


@dataclass(frozen=True)
class Address:
    """Host in lower case, the path's parts without empty ones, the query's first values, the fragment; none decoded
    but the query's.
    """

    host: str
    path: tuple[str, ...]
    query: Mapping[str, str]
    fragment: str


def parse(text: str) -> Address | None:
    """The address of a page on the web; None for anything else, and for what hides where it leads.

    Not accepted are names and passwords, ports, hosts with other letters than a–z, blanks, backslashes and control
    characters: browsers and Python read those differently. The scheme may be left out.
    """
    text = text.strip()
    if not text or len(text) > MAX_LENGTH or not text.isprintable() or re.search(r"[\s\\<>\"]", text):
        return None
    if "://" not in text:
        text = f"https://{text.removeprefix('//')}"
    try:
        parts = urlsplit(text)
        query = parse_qsl(parts.query, max_num_fields=30)
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not _HOST.fullmatch(parts.netloc.lower()):
        return None
    path = tuple(part for part in parts.path.split("/") if part)
    # Reversed, so that the first of two values stands, which is the one that the providers take.
    return Address(parts.netloc.lower(), path, MappingProxyType(dict(reversed(query))), parts.fragment)
