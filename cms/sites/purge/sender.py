"""The sender: tags to a cache over HTTP, in parcels that fit into a header."""

import time
from collections.abc import Iterable, Iterator

import urllib3

from cms.sites import cache_tags

LARGEST = 4000  # bytes of tags in one request; servers take headers of 8 kB, and other headers come along
METHOD, HEADER = "PURGE", "Surrogate-Key"


class PurgeError(Exception):
    """The cache did not take it; the message is for the log."""


def send(url: str, tags: Iterable[str], patience: float) -> None:
    """Tell a cache that these tags are stale. PurgeError if it has not taken all of them within so many seconds."""
    deadline = time.monotonic() + patience
    with urllib3.PoolManager(retries=False) as pool:
        for parcel in parcels(tags):
            left = deadline - time.monotonic()
            if left <= 0:
                raise PurgeError(f"took longer than {patience} s")
            try:
                answer = pool.request(
                    METHOD, url, headers={HEADER: parcel}, timeout=urllib3.Timeout(total=left), redirect=False
                )
            except urllib3.exceptions.HTTPError as error:
                raise PurgeError(str(error)) from error
            if not 200 <= answer.status < 300:
                raise PurgeError(f"answered {answer.status}: {answer.data[:200].decode(errors='replace').strip()}")


def parcels(tags: Iterable[str]) -> Iterator[str]:
    """Each tag once, with spaces between, in as few headers as can be."""
    parcel: list[str] = []
    size = 0
    for tag in dict.fromkeys(map(_fitting, tags)):
        if parcel and size + len(tag) > LARGEST:
            yield " ".join(parcel)
            parcel, size = [], 0
        parcel.append(tag)
        size += len(tag) + 1
    if parcel:
        yield " ".join(parcel)


def _fitting(tag: str) -> str:
    """A path may be longer than any header: then all of its site."""
    return tag if len(tag) <= LARGEST else cache_tags.site(tag.split(":")[1])
