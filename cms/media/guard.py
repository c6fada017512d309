"""What an upload must be. Every refusal is a sentence in Swedish that says what to do."""

import os

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from cms.media import file_size
from cms.media.picture import Picture, PictureError, read

# The endings that are right for a format, the usual one first.
ENDINGS = {
    "jpeg": ("jpg", "jpeg"),
    "png": ("png",),
    "webp": ("webp",),
    "gif": ("gif",),
    "heic": ("heic",),
    "avif": ("avif",),
}
UNDESCRIBED = "Beskriv bilden, eller markera att den bara är dekoration."
WRONG_FORMAT = "Filen måste vara en bild i något av formaten HEIC, AVIF, JPEG, PNG, WebP eller GIF."
NO_MEMORY = "Servern hade inte minne nog för bilden just nu. Försök igen om en stund, eller förminska bilden först."
SVG = "SVG-bilder tas inte emot, eftersom de kan innehålla program. Spara bilden som PNG eller JPEG och försök igen."


def too_large(size: int | None = None) -> str:
    """The refusal of a file that is too large, with its size if it is known."""
    actual = f" ({file_size.said(size)})" if size else ""
    limit = file_size.said(settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)
    return f"Filen är för stor{actual}. Den får vara högst {limit}."


def check_upload(file: UploadedFile) -> Picture:
    """The picture in the file; raises ValidationError unless it is a whole one. The file gets the ending that is right.

    The picture is decoded to the end: a header alone says nothing about a file that breaks off after it. What it is
    called says nothing either: who has a phone in their hand cannot change it.
    """
    if not file.size:
        raise ValidationError("Filen är tom.", code="empty")
    if file.size > settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE:
        raise ValidationError(too_large(file.size), code="file_too_large")
    if _looks_like_svg(file):
        raise ValidationError(SVG, code="svg")
    try:
        picture = read(file, settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS)
    except PictureError as error:
        raise ValidationError(str(error), code="invalid_image") from error
    except MemoryError as error:
        raise ValidationError(NO_MEMORY, code="no_memory") from error
    finally:
        file.seek(0)
    stem, ending = os.path.splitext(file.name or "")
    right = ENDINGS[picture.format]
    if ending.lower().lstrip(".") not in right:
        file.name = f"{stem}.{right[0]}"
    return picture


def _looks_like_svg(file: UploadedFile) -> bool:
    file.seek(0)
    start = file.read(1024).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    file.seek(0)
    return start.startswith(b"<") and b"<svg" in start
