"""The ladder: the public renditions of a picture, made once, ahead of every request.

Files do not roll back, so their names carry a hash of their content: a name never changes its meaning, a second
build finds its files in place, and an old page goes on showing what it showed.
"""

import base64
import hashlib
import logging
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import transaction
from django.db.models import F
from PIL import Image as Pillow

from cms.media import retired
from cms.media.models import LadderFile, SiteImage
from cms.media.picture import Picture, PictureError, read, scaled
from cms.media.signals import ladder_built

logger = logging.getLogger("grenverk.media")

MAX_PLACEHOLDER = 300
ENCODER = {
    "webp": {"format": "WEBP", "quality": 78, "method": 4},
    "jpeg": {"format": "JPEG", "quality": 80, "optimize": True, "progressive": True},
    "png": {"format": "PNG", "compress_level": 7},
}
EXTENSION = {"webp": "webp", "jpeg": "jpg", "png": "png"}


@dataclass(frozen=True)
class EncodedRendition:
    """One file of the ladder, not yet stored."""

    format: str
    width: int
    height: int
    content: bytes

    @property
    def name(self) -> str:
        """Where it lies in the public store: the same content always has the same name."""
        digest = hashlib.sha256(self.content).hexdigest()[:32]
        return f"images/{digest[:2]}/{digest}-{self.width}.{EXTENSION[self.format]}"


def encode(picture: Picture) -> Iterator[EncodedRendition]:
    """Every rung as WebP, and as JPEG for old readers and e-mail (PNG when the picture has transparent parts)."""
    for width in picture.widths():
        size = scaled((picture.width, picture.height), width)
        rung = picture.pixels.resize(size, Pillow.Resampling.LANCZOS)
        for format_name in ("webp", "png" if picture.has_alpha else "jpeg"):
            content = BytesIO()
            rung.save(content, icc_profile=picture.profile, **ENCODER[format_name])
            yield EncodedRendition(format_name, *size, content.getvalue())


def placeholder(picture: Picture) -> str:
    """A thumb's breadth of the picture as a data URL, to show while the real one loads."""
    for side in (20, 16, 12, 8, 4, 1):
        tiny = picture.pixels.copy()
        tiny.thumbnail((side, side))
        content = BytesIO()
        tiny.save(content, format="WEBP", quality=20, method=6)
        url = "data:image/webp;base64," + base64.b64encode(content.getvalue()).decode()
        if len(url) <= MAX_PLACEHOLDER:
            return url
    return ""


def build_ladder(image: SiteImage) -> bool:
    """Make the ladder of an image's present file, unless it stands already; tell whether it was made.

    Encoding and storing happen outside any transaction (call it after commit); only the rows are written in one.
    A file that cannot be read as a picture is marked as done, without a ladder, so that nobody tries for ever.
    """
    source = image.file.name
    if image.ladder_source == source:
        return False
    try:
        with image.file.storage.open(source) as original:
            picture = read(original, settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS)
    except PictureError:
        logger.warning("Image %s: %s is no picture that can be shown", image.pk, source)
        _record(image, {"ladder_source": source}, [])
        return False
    renditions = list(encode(picture))
    retired.reserve([rendition.name for rendition in renditions])
    rows = [_stored(rendition) for rendition in renditions]
    values = {
        "ladder_source": source,
        "upright_width": picture.width,
        "upright_height": picture.height,
        "placeholder": placeholder(picture),
    }
    made = _record(image, values, rows)
    if made:
        _make_thumbnails(image)
    return made


def build_missing_ladders(limit: int) -> int:
    """Make up to `limit` ladders that are missing (bulk imports, a crash between commit and encoding)."""
    made = 0
    for image in SiteImage.objects.exclude(ladder_source=F("file")).order_by("pk"):
        if made >= limit:
            break
        try:
            made += build_ladder(image)
        except OSError as error:
            # The store is away, or the original is gone: the others go on, and this one is tried again.
            logger.warning("Image %s: the ladder could not be made: %s", image.pk, error)
    return made


def _make_thumbnails(image: SiteImage) -> None:
    """The admin can do without them: it makes them itself when somebody looks."""
    try:
        image.make_thumbnails()
    except Exception:
        logger.warning("Image %s: the admin's thumbnails could not be made", image.pk, exc_info=True)


def _stored(rendition: EncodedRendition) -> LadderFile:
    """Put the file in the public store, where it may stand already, and return its row, not yet saved."""
    public = storages["public"]
    name, size = rendition.name, len(rendition.content)
    # A process that was killed while writing leaves a part of a file under the right name.
    if public.exists(name) and public.size(name) != size:
        public.delete(name)
    if not public.exists(name):
        name = public.save(name, ContentFile(rendition.content))
    return LadderFile(format=rendition.format, width=rendition.width, height=rendition.height, file=name, bytes=size)


def _record(image: SiteImage, values: dict[str, object], rows: list[LadderFile]) -> bool:
    """Exchange the rows, unless the image got another file, or its ladder from another process, meanwhile."""
    with transaction.atomic():
        locked = SiteImage.objects.select_for_update().filter(pk=image.pk)
        file_and_source = locked.values_list("file", "ladder_source").first()
        if file_and_source is None or file_and_source != (values["ladder_source"], image.ladder_source):
            return False
        _exchange(image, rows)
        # Not save(): the editor may be changing the other fields at this very moment.
        SiteImage.objects.filter(pk=image.pk).update(**values)
        for field, value in values.items():
            setattr(image, field, value)
        getattr(image, "_prefetched_objects_cache", {}).pop("ladder", None)
        ladder_built.send(sender=SiteImage, image=image)
    return True


def _exchange(image: SiteImage, rows: list[LadderFile]) -> None:
    """Put the rows in the place of those that stand; their files answer for a while yet."""
    standing = LadderFile.objects.filter(image=image)
    shown = {file.file.name for file in rows}
    retired.retire(set(standing.values_list("file", flat=True)) - shown)
    retired.keep(shown)
    standing.delete()
    for file in rows:
        file.image = image
    LadderFile.objects.bulk_create(rows)
