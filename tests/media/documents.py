"""Documents made by the tests: what offices write, and what attackers do."""

import zipfile
from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile

from cms.media.document import SiteDocument
from cms.media.document_types import OFFICE, OPEN

MAIN = {
    "docx": ("word/document.xml", f"{OFFICE}wordprocessingml.document.main+xml"),
    "xlsx": ("xl/workbook.xml", f"{OFFICE}spreadsheetml.sheet.main+xml"),
    "pptx": ("ppt/presentation.xml", f"{OFFICE}presentationml.presentation.main+xml"),
}
ODF = {"odt": f"{OPEN}text", "ods": f"{OPEN}spreadsheet", "odp": f"{OPEN}presentation"}
HTML = b"<!DOCTYPE html><html><script>alert(1)</script></html>"
SVG = b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'
CALENDAR = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:Torgm\xc3\xb6te\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)


def pdf(words: str = "Stadgar") -> bytes:
    """A page with a few words on it."""
    drawing = f"BT /F1 24 Tf 72 720 Td ({words}) Tj ET".encode("cp1252")
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    content, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return content + (
        b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(parts) + 1, table)
        + b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(parts) + 1, len(content))
    )


def archive(entries: dict[str, bytes]) -> bytes:
    """A zip archive; what is called `mimetype` is not packed, as OpenDocument has it."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as made:
        for name, part in entries.items():
            packing = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            made.writestr(zipfile.ZipInfo(name), part, packing)
    return content.getvalue()


def ooxml(ending: str, **more: bytes) -> bytes:
    """A Word, Excel or PowerPoint file; `more` are further entries."""
    name, content_type = MAIN[ending]
    types = f'<Types><Override PartName="/{name}" ContentType="{content_type}"/></Types>'
    return archive({"[Content_Types].xml": types.encode(), name: b"<document/>"} | more)


def odf(ending: str, **more: bytes) -> bytes:
    """An OpenDocument file."""
    return archive({"mimetype": ODF[ending].encode(), "content.xml": b"<office/>"} | more)


def site_document(content: bytes | None = None, name: str = "Stadgar.pdf", **fields: Any) -> SiteDocument:
    """A stored document."""
    file = ContentFile(pdf() if content is None else content, name=name)
    return SiteDocument.objects.create(title=fields.pop("title", "Våra stadgar"), file=file, **fields)


def mentions(document: SiteDocument) -> list[object]:
    """Every place where a file may stand."""
    return [
        ("file", {"document": document, "title": ""}),
        ("file", {"document": document, "title": "Egen rubrik"}),
        ("button", {"label": "Ladda ner", "link": {"file": document}, "style": "primary"}),
        ("cards", {"heading": "", "items": [{"title": "Kort", "text": "", "link": {"file": document}}]}),
        ("paragraph", f'<p>Läs <a linktype="document" id="{document.pk}">våra stadgar</a>.</p>'),
    ]
