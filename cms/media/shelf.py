"""Putting a ladder where everybody can fetch it: first the files, then, in one short transaction, the rows."""

from collections.abc import Iterable
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.db import transaction

from cms.media import portraits, retired
from cms.media.encode import EncodedRendition
from cms.media.models import LadderFile, SiteImage
from cms.media.signals import ladder_built
from cms.media.withdrawal import owner_of


def store(renditions: Iterable[EncodedRendition]) -> list[LadderFile]:
    """Write the files, and return their rows, not yet saved. Call it outside any transaction."""
    renditions = list(renditions)
    retired.reserve([rendition.name for rendition in renditions])
    return [_stored(rendition) for rendition in renditions]


def once_more(rows: Iterable[LadderFile]) -> list[LadderFile]:
    """Rows, not yet saved, that show the files of these rows; none at all if one of the files is not there whole."""
    rows = list(rows)
    retired.reserve([row.file.name for row in rows])  # first: from here on none of them is deleted
    if not all(_stands(row.file.name, row.bytes) for row in rows):
        return []
    shown = ("crop", "format", "width", "height", "file", "bytes")
    return [LadderFile(**{name: getattr(row, name) for name in shown}) for row in rows]


def record(image: SiteImage, values: dict[str, Any], rows: list[LadderFile], **expected: Any) -> bool:
    """Exchange the rows, and tell whether that was done.

    It is not done if the image has another file by now, or is otherwise not as `expected`: another process was
    faster, the editor changed it, or it may not be seen any more. `values` names the file as `ladder_source`.
    """
    with transaction.atomic():
        locked = SiteImage.objects.select_for_update().filter(pk=image.pk).first()
        expected |= {"file": values["ladder_source"]}
        if locked is None or any(getattr(locked, name) != value for name, value in expected.items()):
            portraits.forget(image, [row.file.name for row in rows])
            return False
        _exchange(image, rows)
        # Not save(): the editor may be changing the other fields at this very moment.
        SiteImage.objects.filter(pk=image.pk).update(**values)
        for field, value in values.items():
            setattr(image, field, value)
        getattr(image, "_prefetched_objects_cache", {}).pop("ladder", None)
        ladder_built.send(sender=SiteImage, image=image)
    return True


def _stored(rendition: EncodedRendition) -> LadderFile:
    """Put the file in the public store, where it may stand already, and return its row, not yet saved."""
    public = storages["public"]
    name, size = rendition.name, len(rendition.content)
    if not _stands(name, size):
        if public.exists(name):
            public.delete(name)
        name = public.save(name, ContentFile(rendition.content))
    return LadderFile(
        crop=rendition.crop,
        format=rendition.format,
        width=rendition.width,
        height=rendition.height,
        file=name,
        bytes=size,
    )


def _stands(name: str, size: int) -> bool:
    """Whether the file is there. A process that was killed while writing leaves a part of one under the right name."""
    public = storages["public"]
    return public.exists(name) and public.size(name) == size


def _exchange(image: SiteImage, rows: list[LadderFile]) -> None:
    """Put the rows in the place of those that stand; their files answer for a while yet."""
    standing = LadderFile.objects.filter(image=image)
    shown = {file.file.name for file in rows}
    retired.retire(set(standing.values_list("file", flat=True)) - shown, owner_of(image))
    retired.keep(shown)
    standing.delete()
    for file in rows:
        file.image = image
    LadderFile.objects.bulk_create(rows)
