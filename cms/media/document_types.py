"""Which files are taken in, by the ending of their name.

Taken in is what people open without risk, on a phone too. Not taken in, and why:
the old Office formats (doc, xls, ppt) and those with macros, since they can carry programs that nobody sees;
rtf, since it can carry any other file inside; zip, since nobody knows what is in it before it is unpacked, and
phones open it badly; html and svg, since they run scripts; pictures, which are images with a description.
"""

import os
from dataclasses import dataclass

OFFICE = "application/vnd.openxmlformats-officedocument."
OPEN = "application/vnd.oasis.opendocument."


@dataclass(frozen=True)
class DocumentType:
    """One kind of file: what it is on the wire, and what must be inside."""

    content_type: str
    proof: str
    """`pdf`, `ooxml`, `odf`, `text` or `calendar`: how its content is recognised."""
    main_part: str = ""
    """Of an OOXML file, the content type of its main part."""


TYPES = {
    "pdf": DocumentType("application/pdf", "pdf"),
    "docx": DocumentType(f"{OFFICE}wordprocessingml.document", "ooxml", f"{OFFICE}wordprocessingml.document.main+xml"),
    "xlsx": DocumentType(f"{OFFICE}spreadsheetml.sheet", "ooxml", f"{OFFICE}spreadsheetml.sheet.main+xml"),
    "pptx": DocumentType(
        f"{OFFICE}presentationml.presentation", "ooxml", f"{OFFICE}presentationml.presentation.main+xml"
    ),
    "odt": DocumentType(f"{OPEN}text", "odf"),
    "ods": DocumentType(f"{OPEN}spreadsheet", "odf"),
    "odp": DocumentType(f"{OPEN}presentation", "odf"),
    "txt": DocumentType("text/plain", "text"),
    "csv": DocumentType("text/csv", "text"),
    "ics": DocumentType("text/calendar", "calendar"),
}
OTHER = "application/octet-stream"


def extension(name: str) -> str:
    """The ending of a file's name in lower case, without the dot."""
    return os.path.splitext(name)[1].lower().lstrip(".")


def content_type(name: str) -> str:
    """What a file of this name is sent as."""
    known = TYPES.get(extension(name))
    return known.content_type if known else OTHER
