"""The second stage of a ladder, the worker's: AVIF, the other rungs, the crops.

A row says how far a picture is, so it does not matter who does the work, how often, or whether it was killed: what
an image's `finished_as` does not say is done, is done by the next worker that comes by.
"""

import logging

from django.conf import settings
from django.db.models import CharField, F, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, Concat

from cms.media import lease
from cms.media.crops import HIGHEST
from cms.media.encode import MIDDLE, RECIPE, encode_all
from cms.media.focus import focus
from cms.media.ladder import facts
from cms.media.models import LadderFile, SiteImage
from cms.media.picture import PictureError, read
from cms.media.shelf import record, store
from cms.media.twin import ladder_of_twin

logger = logging.getLogger("grenverk.media")


def finish_ladders(limit: int) -> int:
    """Finish up to `limit` ladders, the newest pictures first; how many were taken in hand."""
    taken = 0
    while taken < limit and (image := _claim()):
        taken += 1
        try:
            finish(image)
        except (OSError, MemoryError) as error:
            # The store is away, the original is gone, or the machine is full: the others go on, and this one is tried
            # after its lease.
            logger.warning("Image %s: the ladder could not be finished: %r", image.pk, error)
    return taken


def finish(image: SiteImage) -> bool:
    """Make the whole ladder of an image and tell whether it stands; encodes and stores outside any transaction."""
    source, stamp = image.file.name, wanted(image)
    values: dict[str, object] = {"ladder_source": source, "finished_as": stamp, "finishing_until": None}
    expected = {name: getattr(image, name) for name in ("ladder_source", "focal_point_x", "focal_point_y")}
    if twin := ladder_of_twin(image, wanted):
        return _stands(image, values | twin.values, twin.rows, expected)
    try:
        with image.file.storage.open(source) as original:
            picture = read(original, settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS, least_height=HIGHEST)
    except PictureError:
        logger.warning("Image %s: %s cannot be read any more; what stands of its ladder is kept", image.pk, source)
        return _left_as_it_stands(image, stamp, expected | {"file": source})
    rows = store(encode_all(picture, focus(image) or MIDDLE, speed=settings.MEDIA_AVIF_SPEED))
    return _stands(image, values | facts(picture), rows, expected)


def wanted(image: SiteImage) -> str:
    """What `finished_as` says when the ladder is finished: of this file, by this recipe, around this point."""
    x, y = ("" if value is None else value for value in (image.focal_point_x, image.focal_point_y))
    return f"{RECIPE}|{x}|{y}|{image.file.name}"


def unfinished() -> QuerySet[SiteImage]:
    """The images whose quick rungs stand and whose ladder is not what `wanted` says."""
    x, y = (Coalesce(Cast(F(f"focal_point_{axis}"), CharField()), Value("")) for axis in "xy")
    stamp = Concat(Value(f"{RECIPE}|"), x, Value("|"), y, Value("|"), F("file"), output_field=CharField())
    return SiteImage.objects.filter(ladder_source=F("file")).exclude(finished_as=stamp)


def _left_as_it_stands(image: SiteImage, stamp: str, expected: dict[str, object]) -> bool:
    """Nobody tries for ever, and no publication loses a picture that was read once: its quick rungs are good."""
    kept = SiteImage.objects.filter(pk=image.pk, **expected).update(finished_as=stamp)
    lease.give_back(image.pk)
    return bool(kept)


def _stands(image: SiteImage, values: dict[str, object], rows: list[LadderFile], expected: dict[str, object]) -> bool:
    made = record(image, values, rows, **expected)
    if not made:
        lease.give_back(image.pk)  # the editor changed it meanwhile
    return made


def _claim() -> SiteImage | None:
    """Take an image in hand that no other worker has; two that try at once do not get the same."""
    for pk in unfinished().filter(lease.free()).order_by("-pk").values_list("pk", flat=True)[:20]:
        if lease.take(pk):
            return SiteImage.objects.filter(pk=pk).first()
    return None
