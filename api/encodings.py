"""Content codings: brotli and gzip, each a representation with bytes, and so with an ETag, of its own."""

import gzip

import brotli

SMALLEST = 600  # bytes; below that a packet is saved by nobody
OFFERED = ("br", "gzip")  # the better one first


def preferred(accepted: str, size: int) -> str:
    """The coding to use for a body of so many bytes under this Accept-Encoding; "" for none (RFC 9110, 12.5.3)."""
    if size < SMALLEST or not accepted:
        return ""
    weights = dict(_weight(part) for part in accepted.lower().split(","))
    others = weights.get("*", 0.0)
    best = max(OFFERED, key=lambda coding: (weights.get(coding, others), -OFFERED.index(coding)))
    weight = weights.get(best, others)
    return best if weight > 0 and weight >= weights.get("identity", 0.0) else ""


def _weight(part: str) -> tuple[str, float]:
    """`gzip;q=0.5` as ("gzip", 0.5); what cannot be read is not wanted."""
    coding, _, rest = (piece.strip() for piece in part.partition(";"))
    if not rest:
        return coding, 1.0
    try:
        return coding, float(rest.partition("=")[2])
    except ValueError:
        return coding, 0.0


def compress(body: bytes, coding: str) -> bytes:
    """The same bytes each time: a gzip header without a time, and levels where speed and size both are good."""
    if coding == "br":
        packed: bytes = brotli.compress(body, mode=brotli.MODE_TEXT, quality=4)
        return packed
    return gzip.compress(body, compresslevel=5, mtime=0)
