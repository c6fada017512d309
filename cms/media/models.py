"""Pictures: a private original, Wagtail's private thumbnails of it, and the public ladder."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

import willow
from django.core.files.storage import Storage, storages
from django.db import models
from PIL import Image as Pillow
from wagtail.images.models import (
    AbstractImage,
    AbstractRendition,
    Filter,
    SourceImageIOError,
    WagtailImageFieldFile,
)
from willow.image import INITIAL_IMAGE_CLASSES, UnrecognisedImageFormatError

from cms.media.document import SiteDocument
from cms.media.embeds.picture import EmbedPicture
from cms.media.picture import Picture
from cms.media.retired import RetiredFile
from cms.patience import Busy, impatient

__all__ = ["EmbedPicture", "LadderFile", "RetiredFile", "SiteDocument", "SiteImage", "SiteRendition"]

THUMBNAILS = ["max-165x165", "max-800x600"]  # what Wagtail's lists and choosers show, and its form of an image
FORMATS = [("avif", "AVIF"), ("webp", "WebP"), ("jpeg", "JPEG"), ("png", "PNG")]


def public_storage() -> Storage:
    """The store of the ladder; a function, so that migrations name it and not a place on a disk."""
    return storages["public"]


class OriginalFile(WagtailImageFieldFile):
    """The file of an image."""

    def get_image_dimensions(self) -> tuple[int, int]:
        """Width and height, from the header alone: Wagtail decodes the whole picture, and twice an upload."""
        closed = self.closed
        self.open()
        try:
            with Pillow.open(self.file) as image:
                return image.size
        finally:
            if closed:
                self.close()
            else:
                self.seek(0)


class SiteImage(AbstractImage):
    """A picture as the editor uploaded it. The original stays private: it carries the camera and the place."""

    description = models.CharField(
        "beskrivning av bilden (alt-text)",
        max_length=255,
        blank=True,
        default="",
        help_text="Vad bilden visar, för den som inte ser den. Kan bytas ut där bilden används.",
    )
    # Not "decorative": Wagtail sets an attribute of that name to False on every image it loads.
    is_decorative = models.BooleanField(
        "bilden är bara dekoration",
        default=False,
        help_text="Skärmläsare hoppar då över bilden.",
    )
    credit = models.CharField("fotograf", max_length=255, blank=True, default="")

    ladder_source = models.CharField(max_length=100, blank=True, default="", editable=False)
    """The name of the file that the ladder was made from; another one means that the ladder is out of date."""
    upright_width = models.PositiveIntegerField(null=True, editable=False)
    upright_height = models.PositiveIntegerField(null=True, editable=False)
    placeholder = models.CharField(max_length=300, blank=True, default="", editable=False)

    is_portrait = models.BooleanField(default=False, editable=False)
    """Somebody's portrait, now or once: public only while something shows it. See cms/media/portraits.py."""

    finished_as = models.CharField(max_length=160, blank=True, default="", editable=False)
    """What the finished ladder was made from: recipe, focal point, file. See cms/media/finish.py."""
    finishing_until = models.DateTimeField(null=True, blank=True, editable=False)
    """Until when a worker has the image in hand."""

    admin_form_fields = (
        "file",
        "title",
        "description",
        "is_decorative",
        "credit",
        "collection",
        "tags",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = "bild"
        verbose_name_plural = "bilder"

    @property
    def is_described(self) -> bool:
        """Whether it may be shown without a further word: it is described, or nobody misses anything."""
        return bool(self.description or self.is_decorative)

    def get_upload_to(self, filename: str) -> str:
        """A name that nobody can guess and that never comes twice, so that it tells one file from the next."""
        folder, name = os.path.split(super().get_upload_to(filename))
        stem, extension = os.path.splitext(name)
        return os.path.join(folder, f"{stem[:50]}-{secrets.token_hex(8)}{extension[:10]}")

    def get_file_size(self) -> int:
        """Wagtail stores it when it is first asked for; reading must not write."""
        try:
            return self.file_size or self.file.size
        except Exception as error:  # each store has its own
            raise SourceImageIOError(str(error)) from error

    def hold(self, picture: Picture | None) -> None:
        """Keep the picture that the guard has just read from the new file: the ladder need not read it again."""
        self._picture_in_hand = picture

    def picture_in_hand(self) -> Picture | None:
        """The picture that was kept, once: it is large."""
        return self.__dict__.pop("_picture_in_hand", None)

    def make_thumbnails(self, small: IO[bytes]) -> None:
        """Make the admin's thumbnails ahead of the first look at them, from a small copy of the picture."""
        self._small = small
        try:
            for thumbnail in map(Filter, THUMBNAILS):
                try:
                    self.find_existing_rendition(thumbnail)
                except SiteRendition.DoesNotExist:
                    super().create_rendition(thumbnail)
        finally:
            del self._small

    @contextmanager
    def get_willow_image(self) -> Iterator[Any]:
        """What thumbnails are made of: the small copy while there is one, else the original."""
        small = self.__dict__.get("_small")
        if small is None:
            with self.open_file() as original:
                yield self._opened(original)
        else:
            small.seek(0)
            yield willow.Image.open(small)

    def _opened(self, original: IO[bytes]) -> Any:
        """Willow knows pictures by their first bytes, and not all that are taken in: no animated PNG, for one."""
        try:
            return willow.Image.open(original)
        except UnrecognisedImageFormatError:
            kind = INITIAL_IMAGE_CLASSES.get(os.path.splitext(self.file.name)[1].lstrip("."))
            if kind is None:
                raise
            return kind(original)

    def create_rendition(self, filter: Filter) -> "SiteRendition":
        """Made while somebody looks: without waiting for those who write."""
        with impatient():
            return super().create_rendition(filter)

    def get_rendition(self, filter: Filter | str) -> "SiteRendition":
        """The thumbnail; while SQLite is busy one without a picture, as Wagtail's where the original is gone."""
        try:
            return super().get_rendition(filter)
        except Busy:
            missing = SiteRendition(image=self, width=0, height=0)
            missing.file.name = "not-found"
            return missing


SiteImage._meta.get_field("file").attr_class = OriginalFile


class SiteRendition(AbstractRendition):
    """A thumbnail for the admin. Never public: it keeps what the camera wrote."""

    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        verbose_name = "miniatyr"
        verbose_name_plural = "miniatyrer"
        unique_together = (("image", "filter_spec", "focal_point_key"),)


class LadderFile(models.Model):
    """One public file: a picture in one format and width, free of metadata."""

    # Without this the image's usage page would list its own renditions.
    wagtail_reference_index_ignore = True

    image = models.ForeignKey(SiteImage, on_delete=models.CASCADE, related_name="ladder")
    crop = models.CharField("utsnitt", max_length=8, blank=True, default="")
    """The name of the crop, or nothing for the whole picture."""
    format = models.CharField("format", max_length=4, choices=FORMATS)
    width = models.PositiveIntegerField("bredd")
    height = models.PositiveIntegerField("höjd")
    file = models.FileField("fil", storage=public_storage, max_length=200)
    bytes = models.PositiveIntegerField("storlek i byte")

    class Meta:
        verbose_name = "bildstorlek"
        verbose_name_plural = "bildstorlekar"
        constraints = [models.UniqueConstraint(fields=["image", "crop", "format", "width"], name="media_ladder_rung")]

    def __str__(self) -> str:
        return self.file.name
