"""Twins: images with the very same file. What stands of one's ladder need not be made again for the other.

A file of a ladder is named by its content, so both would come to the same names; what is saved is the time. Wagtail's
hash finds the candidates, and then the originals themselves are compared: a hash that is out of date or was forged
must not put one picture in the place of another.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db.models import F

from cms.media.models import LadderFile, SiteImage
from cms.media.shelf import once_more

CANDIDATES = 3  # each is read from the store, so not too many
CHUNK = 1 << 18


@dataclass(frozen=True)
class Twin:
    """What an image takes over: values of its row, and the rows of its ladder, not yet saved."""

    values: dict[str, object]
    rows: list[LadderFile]


def rungs_of_twin(image: SiteImage) -> Twin | None:
    """The rungs of the whole picture. Not the crops: they are cut around a point, which may be another one here."""
    taken = (_taken(twin, [row for row in twin.ladder.all() if not row.crop]) for twin in _twins(image))
    return next(filter(None, taken), None)


def ladder_of_twin(image: SiteImage, stamp: Callable[[SiteImage], str]) -> Twin | None:
    """The whole ladder of a twin with the same point, if it is finished: if its `finished_as` is what `stamp` says."""
    point = (image.focal_point_x, image.focal_point_y)
    for twin in _twins(image):
        alike = (twin.focal_point_x, twin.focal_point_y) == point and twin.finished_as == stamp(twin)
        if alike and (taken := _taken(twin, list(twin.ladder.all()))):
            return taken
    return None


def _twins(image: SiteImage) -> Iterator[SiteImage]:
    """Other images with the same file whose ladder stands, those that are finished first."""
    if not image.file_hash:
        return
    alike = SiteImage.objects.filter(file_hash=image.file_hash, ladder_source=F("file"), upright_width__isnull=False)
    others = alike.exclude(pk=image.pk).order_by("-finished_as", "pk").prefetch_related("ladder")
    yield from (twin for twin in others[:CANDIDATES] if _same_file(image, twin))


def _same_file(image: SiteImage, twin: SiteImage) -> bool:
    """Compare byte by byte. What cannot be read is not the same; who makes the ladder then says why."""
    try:
        with image.file.storage.open(image.file.name) as one, twin.file.storage.open(twin.file.name) as other:
            while (chunk := one.read(CHUNK)) == other.read(CHUNK):
                if not chunk:
                    return True
    except OSError:
        return False
    return False


def _taken(twin: SiteImage, rows: list[LadderFile]) -> Twin | None:
    values = {name: getattr(twin, name) for name in ("upright_width", "upright_height", "placeholder")}
    shown = once_more(rows)
    return Twin(values, shown) if shown else None
