"""What an upload must be. Every refusal is a sentence in Swedish that says what to do."""

import os

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.template.defaultfilters import filesizeformat
from wagtail.images.utils import get_allowed_image_extensions

from cms.media.picture import Picture, PictureError, read

NAMES = {"jpeg": "JPEG", "png": "PNG", "webp": "WebP", "gif": "GIF", "heic": "HEIC"}
WRONG_FORMAT = "Filen måste vara en bild i något av formaten HEIC, JPEG, PNG, WebP eller GIF."
SVG = "SVG-bilder tas inte emot, eftersom de kan innehålla program. Spara bilden som PNG eller JPEG och försök igen."


def too_large(size: int | None = None) -> str:
    """The refusal of a file that is too large, with its size if it is known."""
    actual = f" ({filesizeformat(size)})" if size else ""
    limit = filesizeformat(settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE)
    return f"Filen är för stor{actual}. Den får vara högst {limit}."


def check_upload(file: UploadedFile) -> Picture:
    """The picture in the file; raises ValidationError unless it is a whole one of the kind its name says.

    The picture is decoded to the end: a header alone says nothing about a file that breaks off after it.
    """
    extension = _extension(file)
    if not file.size:
        raise ValidationError("Filen är tom.", code="empty")
    if file.size > settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE:
        raise ValidationError(too_large(file.size), code="file_too_large")
    if extension == "svg" or _looks_like_svg(file):
        raise ValidationError(SVG, code="svg")
    if extension not in get_allowed_image_extensions():
        raise ValidationError(WRONG_FORMAT, code="invalid_image_extension")
    try:
        picture = read(file, settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS)
    except PictureError as error:
        raise ValidationError(str(error), code="invalid_image") from error
    finally:
        file.seek(0)
    actual = picture.format
    if actual != {"jpg": "jpeg"}.get(extension, extension):
        message = f"Filen heter .{extension} men innehåller en {NAMES[actual]}-bild. Byt ändelse och försök igen."
        raise ValidationError(message, code="invalid_image_known_format")
    return picture


def _extension(file: UploadedFile) -> str:
    return os.path.splitext(file.name or "")[1].lower().lstrip(".")


def _looks_like_svg(file: UploadedFile) -> bool:
    file.seek(0)
    start = file.read(1024).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    file.seek(0)
    return start.startswith(b"<") and b"<svg" in start
