"""What an uploaded document must be. Every refusal is a sentence in Swedish that says what to do.

Name and content must agree. Nothing is unpacked further than the few hundred bytes that tell what a file is, so
that a small file which unpacks to a huge one costs nothing.
"""

import io
import re
from typing import IO

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from cms.media import document_archive, file_size
from cms.media.document_types import TYPES, extension

PICTURES = {"jpg", "jpeg", "png", "gif", "webp", "heic", "heif", "avif", "tif", "tiff", "bmp"}
OLD_OFFICE = {"doc": "docx", "dot": "docx", "xls": "xlsx", "ppt": "pptx", "pps": "pptx"}
MACROS = {
    "docm": "docx",
    "dotm": "docx",
    "xlsm": "xlsx",
    "xltm": "xlsx",
    "xlsb": "xlsx",
    "pptm": "pptx",
    "ppsm": "pptx",
}
WRONG_TYPE = (
    "Filer av den här sorten tas inte emot. Spara dokumentet som PDF och försök igen. Det går också bra med Word, "
    "Excel och PowerPoint (.docx, .xlsx, .pptx), OpenDocument (.odt, .ods, .odp), text (.txt, .csv) och "
    "kalenderfiler (.ics)."
)
_MARKUP = re.compile(rb"\s*(?:<!--.*?-->\s*)*<(?:!doctype|html|head|body|script|svg|\?xml|iframe|meta)", re.I | re.S)
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")


def too_large(size: int | None = None) -> str:
    """The refusal of a file that is too large, with its size if it is known."""
    actual = f" ({file_size.said(size)})" if size else ""
    limit = file_size.said(settings.WAGTAILDOCS_MAX_UPLOAD_SIZE)
    return f"Filen är för stor{actual}. Den får vara högst {limit}. Förminska bilderna i dokumentet och försök igen."


def check_document(file: UploadedFile) -> None:
    """Raise ValidationError unless the file is what its name says, and of a type that is taken in."""
    ending = extension(file.name or "")
    if not file.size:
        raise ValidationError("Filen är tom. Öppna den på datorn, spara den på nytt och försök igen.", code="empty")
    if file.size > settings.WAGTAILDOCS_MAX_UPLOAD_SIZE:
        raise ValidationError(too_large(file.size), code="file_too_large")
    _check_name(ending)
    try:
        problem = _PROOFS[TYPES[ending].proof](file, ending)
    finally:
        file.seek(0)
    if problem:
        raise ValidationError(problem, code="invalid_document")


def _check_name(ending: str) -> None:
    if ending in TYPES:
        return
    if ending in PICTURES:
        message = "Det här är en bild. Ladda upp den under Bilder i stället."
    elif ending in OLD_OFFICE:
        message = (
            f"Det här är ett äldre format. Öppna filen, välj Spara som .{OLD_OFFICE[ending]} eller PDF och försök igen."
        )
    elif ending in MACROS:
        message = _with_macros(MACROS[ending])
    elif ending == "zip":
        message = "Zip-filer tas inte emot, eftersom ingen ser vad som ligger i dem. Ladda upp filerna en och en."
    else:
        message = WRONG_TYPE
    raise ValidationError(message, code="wrong_type")


def _with_macros(ending: str) -> str:
    return (
        f"Filen innehåller makron (program), och sådana tas inte emot. Spara den som .{ending} utan makron, eller "
        "som PDF."
    )


def _mismatch(ending: str) -> str:
    return (
        f"Filen heter .{ending} men innehåller något annat, eller så är den skadad. Öppna den på datorn, spara den på "
        "nytt och försök igen."
    )


def _pdf(file: IO[bytes], ending: str) -> str:
    """The header must stand first: a file that begins as something else may be shown as something else."""
    start, end = _ends(file)
    if not re.match(rb"%PDF-[12]\.\d", start):
        return _mismatch(ending)
    return "" if b"%%EOF" in end else "Filen är avklippt. Hämta eller spara den på nytt och försök igen."


def _archive(file: IO[bytes], ending: str) -> str:
    start, _ = _ends(file)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        return (
            "Filen är skyddad med lösenord eller sparad i ett äldre format. Ta bort lösenordet, spara och försök igen."
        )
    if not start.startswith(b"PK\x03\x04"):
        return _mismatch(ending)
    kind = TYPES[ending]
    try:
        if kind.proof == "ooxml":
            document_archive.check_ooxml(file, kind.main_part)
        else:
            document_archive.check_odf(file, kind.content_type)
    except document_archive.Macros:
        return _with_macros(ending)
    except document_archive.Bomb:
        return "Filen packar upp sig till något orimligt stort. Spara dokumentet som PDF och försök igen."
    except document_archive.WrongArchive:
        return _mismatch(ending)
    return ""


def _text(file: IO[bytes], ending: str) -> str:
    """Plain text, in UTF-8 or as older Swedish programs write it: no control characters, and no web page."""
    file.seek(0)
    content = file.read()
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or _CONTROL.search(content):
        return f"Filen är inte vanlig text. Spara den som .{ending} med teckenkodningen UTF-8 och försök igen."
    if _MARKUP.match(content.removeprefix(b"\xef\xbb\xbf")):
        return _mismatch(ending)
    return ""


def _calendar(file: IO[bytes], ending: str) -> str:
    problem = _text(file, ending)
    start, end = _ends(file)
    whole = start.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"BEGIN:VCALENDAR") and b"END:VCALENDAR" in end
    return problem or ("" if whole else _mismatch(ending))


def _ends(file: IO[bytes]) -> tuple[bytes, bytes]:
    """The first and the last of the file; some programs write a little behind a PDF's last mark."""
    file.seek(0)
    start = file.read(64)
    file.seek(-min(file.seek(0, io.SEEK_END), 2048), io.SEEK_END)
    return start, file.read()


_PROOFS = {"pdf": _pdf, "ooxml": _archive, "odf": _archive, "text": _text, "calendar": _calendar}
