"""The ladder: the public renditions of a picture, made once, ahead of every request, in two stages.

Here is the first: what the editor waits for, made with the upload. The rest is `finish.py`, the worker's. Files do
not roll back, so their names carry a hash of their content: a name never changes its meaning, a second build finds
its files in place, and an old page goes on showing what it showed.
"""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import TypeVar

from django.conf import settings
from django.db.models import F

from cms.media import lease, portraits
from cms.media.encode import EncodedRendition, encode_quick, placeholder
from cms.media.models import LadderFile, SiteImage
from cms.media.picture import Picture, PictureError, read
from cms.media.shelf import record, store
from cms.media.twin import Twin, rungs_of_twin

Rung = TypeVar("Rung", LadderFile, EncodedRendition)

logger = logging.getLogger("grenverk.media")


@dataclass(frozen=True)
class Ladder:
    """The quick rungs, stored but not yet recorded: values of the image's row, rows, and the widest file's content."""

    values: dict[str, object]
    rows: list[LadderFile]
    widest: Callable[[], bytes]


def build_ladder(image: SiteImage) -> bool:
    """Make the quick rungs of an image's present file, unless they stand already; tell whether they were made.

    Encoding and storing happen outside any transaction (call it after commit); only the rows are written in one.
    A file that cannot be read as a picture is marked as done, without a ladder, so that nobody tries for ever.
    A portrait that nothing shows has none.
    """
    source, before = image.file.name, image.ladder_source
    if before == source or portraits.hidden().filter(pk=image.pk).exists():
        return False
    in_hand = image.picture_in_hand()  # taken in any case: it is large
    twin = rungs_of_twin(image)
    try:
        ladder = _of_twin(twin) if twin else _made(in_hand or _read(image))
    except PictureError:
        logger.warning("Image %s: %s is no picture that can be shown", image.pk, source)
        record(image, {"ladder_source": source}, [], ladder_source=before)
        return False
    made = record(image, {"ladder_source": source} | ladder.values, ladder.rows, ladder_source=before)
    if made:
        _make_thumbnails(image, ladder.widest)
    return made


def build_missing_ladders(limit: int) -> int:
    """Make up to `limit` ladders that are missing (bulk imports, a crash between commit and encoding)."""
    made = 0
    missing = SiteImage.objects.exclude(ladder_source=F("file")).exclude(pk__in=portraits.hidden())
    for image in missing.filter(lease.free()).order_by("pk"):
        if made >= limit:
            break
        try:
            made += build_ladder(image)
        except OSError as error:
            # The store is away, or the original is gone: the others go on, and this one is tried again.
            logger.warning("Image %s: the ladder could not be made: %s", image.pk, error)
        except MemoryError:
            # Not again at once: it takes from the others what they need.
            logger.warning("Image %s: there was no memory to make the ladder", image.pk)
            lease.take(image.pk)
    return made


def facts(picture: Picture) -> dict[str, object]:
    """What the image's row says of the picture."""
    return {
        "upright_width": picture.width,
        "upright_height": picture.height,
        "placeholder": placeholder(picture),
    }


def _read(image: SiteImage) -> Picture:
    with image.file.storage.open(image.file.name) as original:
        return read(original, settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS)


def _made(picture: Picture) -> Ladder:
    renditions = list(encode_quick(picture))
    return Ladder(facts(picture), store(renditions), lambda: _widest(renditions).content)


def _of_twin(twin: Twin) -> Ladder:
    return Ladder(twin.values, twin.rows, lambda: _content(_widest(twin.rows)))


def _content(row: LadderFile) -> bytes:
    with row.file.open() as file:
        return file.read()


def _widest(rungs: list[Rung]) -> Rung:
    """Of those that every reader can read."""
    return max((rung for rung in rungs if rung.format in ("jpeg", "png")), key=lambda rung: rung.width)


def _make_thumbnails(image: SiteImage, rung: Callable[[], bytes]) -> None:
    """From a rung, which is small and upright already. The admin can do without: it makes them itself."""
    try:
        image.make_thumbnails(BytesIO(rung()))
    except Exception:
        logger.warning("Image %s: the admin's thumbnails could not be made", image.pk, exc_info=True)
