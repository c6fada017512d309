"""ETags: strong, since they hold a hash of the bytes; and quick to compare, since they hold what decided the bytes.

`"812.3f2a1b.9c04d17e-<hash>.br"`: the site's version, the release, the site and the address as a short hash, the hash
of the bytes, the content coding. Where a site's version alone decides what an address answers, a reader whose ETag
begins with today's version, release and address has it, and no row is read to know that. Otherwise the hashes are
compared: a publish elsewhere on the site leaves what did not change fresh.
See docs/decisions/0005-etags-are-hashes-of-the-bytes.md.
"""

import hashlib
from functools import cache
from pathlib import Path
from zlib import crc32

from django.conf import settings
from django.http import HttpRequest
from django.utils.http import parse_etags, quote_etag

from cms.pipeline.publish.fingerprint import fingerprint


@cache
def release() -> str:
    """Six letters for all that decides bytes beside the rows: the code, the addresses, the key that signs cursors."""
    digest = hashlib.blake2b(f"{fingerprint()}|{settings.SECRET_KEY}".encode(), digest_size=3)
    for source in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(source.read_bytes())
    return digest.hexdigest()


def stamp(request: HttpRequest, site_id: int, version: int) -> str:
    """What decides the bytes of an answer that is made of one site's rows.

    The address too: what another one answers says nothing of this one, which may be of nothing that ever was. And the
    site beside its slug, which may be another site's by now.
    """
    asked = f"{site_id} {request.path}?{request.META.get('QUERY_STRING', '')}"
    return f"{version}.{release()}.{crc32(asked.encode()):08x}"


def make(body: bytes, stamp: str, coding: str) -> str:
    digest = hashlib.sha256(body).hexdigest()[:32]  # three times as quick as others where the processor knows it
    return quote_etag((f"{stamp}-" if stamp else "") + digest + (f".{coding}" if coding else ""))


def stamped(request: HttpRequest, stamp: str) -> str:
    """The reader's ETag that has this stamp; "" if none has."""
    return next((etag for etag in _given(request) if etag[1:].startswith(f"{stamp}-")), "")


def same(request: HttpRequest, etag: str) -> str:
    """The reader's ETag for the same text, whatever its stamp and coding; "" if it has another or none."""
    given = _given(request)
    return etag if given == ["*"] else next((one for one in given if _digest(one) == _digest(etag)), "")


def _digest(etag: str) -> str:
    return etag.strip('"').rpartition("-")[2].partition(".")[0]


def _given(request: HttpRequest) -> list[str]:
    # RFC 9110, 13.1.2: If-None-Match compares weakly, so a proxy that compressed the body still gets its 304.
    return [one.removeprefix("W/") for one in parse_etags(request.headers.get("If-None-Match", ""))]
