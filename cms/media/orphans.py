"""Orphans: files whose upload was rolled back, or whose process was killed before the row that names them."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import islice

from django.core.cache import cache
from django.core.files.storage import Storage, storages
from django.utils import timezone

from cms.media import retired
from cms.media.retired import RetiredFile

EVERY = timedelta(hours=6)
PORTION = 500


def sweep_in_turn() -> int:
    """Look for orphans, unless a worker, this one or another, did so in the last hours."""
    return sweep() if cache.add("grenverk.media.orphans", True, EVERY.total_seconds()) else 0


def sweep() -> int:
    """Mark files that lie in a store for a day and that no row names; they are deleted like any retired file."""
    return sum(_sweep_folder(store, folder) for store, folder in sorted(retired.folders()))


def _sweep_folder(store: str, folder: str) -> int:
    names = _walk(storages[store], folder)
    marked = 0
    while portion := list(islice(names, PORTION)):
        marked += _mark(portion, store)
    return marked


def _mark(names: list[str], store: str) -> int:
    known = retired.used(names, store)
    known.update(RetiredFile.objects.filter(store=store, name__in=names).values_list("name", flat=True))
    orphans = [name for name in names if name not in known and _is_old(storages[store], name)]
    retired.reserve(orphans, store)
    return len(orphans)


def _is_old(storage: Storage, name: str) -> bool:
    """Whether it lies there longer than an upload takes; one that went meanwhile is no concern of ours."""
    try:
        return storage.get_modified_time(name) < timezone.now() - retired.UNFINISHED
    except OSError:
        return False


def _walk(storage: Storage, folder: str) -> Iterator[str]:
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:
        return
    for file in files:
        yield f"{folder}/{file}"
    for below in folders:
        yield from _walk(storage, f"{folder}/{below}")
