"""Every door for documents refuses what is not what its name says, in Swedish, and stores nothing."""

import pytest
from django.urls import reverse
from openpyxl import Workbook
from wagtail.models import Collection, UploadedFile

from cms.media.document import SiteDocument
from cms.media.document_name import readable
from tests.media import documents, pictures

pytestmark = pytest.mark.django_db

MISMATCH = "men innehåller något annat"
MACROS = "Filen innehåller makron"


def lying_bomb() -> bytes:
    """A hundred entries that all point to the same packed bytes."""
    good = documents.ooxml("docx", **{"bild.png": bytes(1_000_000)})
    at = good.index(b"PK\x01\x02")
    end = good.index(b"PK\x05\x06")
    last = good.rindex(b"PK\x01\x02", at, end)
    entries = good[at:end] + good[last:end] * 400
    count = (3 + 400).to_bytes(2, "little")
    tail = good[end : end + 8] + count + count + len(entries).to_bytes(4, "little") + good[end + 16 :]
    return good[:at] + entries + tail


BAD = {
    "html-as-pdf": (documents.HTML, "stadgar.pdf", MISMATCH),
    "svg-as-pdf": (documents.SVG, "affisch.pdf", MISMATCH),
    "html-before-pdf": (documents.HTML + documents.pdf(), "stadgar.pdf", MISMATCH),
    "half-a-pdf": (documents.pdf()[:200], "stadgar.pdf", "Filen är avklippt"),
    "html-as-text": (b"\xef\xbb\xbf \n<!-- x --><html>", "text.txt", MISMATCH),
    "svg-as-table": (documents.SVG, "lista.csv", MISMATCH),
    "program-as-text": (b"MZ\x90\x00\x03", "text.txt", "inte vanlig text"),
    "utf-16": ("Hej".encode("utf-16"), "text.txt", "teckenkodningen UTF-8"),
    "no-calendar": (b"Hej", "mote.ics", MISMATCH),
    "html": (documents.HTML, "sida.html", "Spara dokumentet som PDF"),
    "svg": (documents.SVG, "affisch.svg", "Spara dokumentet som PDF"),
    "program": (b"MZ\x90\x00", "stadgar.pdf.exe", "Spara dokumentet som PDF"),
    "no-ending": (documents.pdf(), "stadgar", "Spara dokumentet som PDF"),
    "picture": (pictures.SVG_WITH_SCRIPT, "bild.jpg", "Ladda upp den under Bilder"),
    "zip": (documents.archive({"a.txt": b"Hej"}), "allt.zip", "Zip-filer tas inte emot"),
    "zip-as-docx": (documents.archive({"a.txt": b"Hej"}), "allt.docx", MISMATCH),
    "xlsx-as-docx": (documents.ooxml("xlsx"), "tabell.docx", MISMATCH),
    "ods-as-odt": (documents.odf("ods"), "text.odt", MISMATCH),
    "half-a-docx": (documents.ooxml("docx")[:-30], "text.docx", MISMATCH),
    "html-before-docx": (documents.HTML + documents.ooxml("docx"), "text.docx", MISMATCH),
    "old-word": (b"\xd0\xcf\x11\xe0", "text.doc", "välj Spara som .docx"),
    "locked-word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "text.docx", "skyddad med lösenord"),
    "macro-name": (documents.ooxml("docx"), "text.docm", MACROS),
    "macros": (documents.ooxml("docx", **{"word/vbaProject.bin": b"x"}), "text.docx", MACROS),
    "macro-type": (
        documents.archive({"[Content_Types].xml": b"application/vnd.ms-word.document.macroEnabled.main+xml"}),
        "text.docx",
        MACROS,
    ),
    "old-macros": (documents.ooxml("xlsx", **{"xl/macrosheets/sheet1.xml": b"x"}), "tabell.xlsx", MACROS),
    "basic": (documents.odf("odt", **{"Basic/Standard/Module1.xml": b"x"}), "text.odt", MACROS),
    "bomb": (documents.ooxml("docx", **{"word/media/a.bin": bytes(60_000_000)}), "text.docx", "orimligt stort"),
    "overlap": (lying_bomb(), "text.docx", "orimligt stort"),
    "crowd": (documents.ooxml("docx", **{f"a{n}": b"" for n in range(5001)}), "text.docx", "orimligt stort"),
    "way-out": (documents.ooxml("docx", **{"../../etc/x": b"x"}), "text.docx", MISMATCH),
    "empty": (b"", "stadgar.pdf", "Filen är tom"),
}


def root_collection() -> int:
    return Collection.get_first_root_node().pk


def post_single(client, content, name):
    data = {"title": "Fil", "file": pictures.upload(content, name), "collection": root_collection()}
    return client.post(reverse("wagtaildocs:add"), data)


def post_multiple(client, content, name):
    data = {"title": "Fil", "files[]": pictures.upload(content, name), "collection": root_collection()}
    return client.post(reverse("wagtaildocs:add_multiple"), data)


def post_chooser(client, content, name):
    prefix = "document-chooser-upload"
    data = {
        f"{prefix}-title": "Fil",
        f"{prefix}-file": pictures.upload(content, name),
        f"{prefix}-collection": root_collection(),
    }
    return client.post(reverse("wagtaildocs_chooser:create"), data)


DOORS = {"single": post_single, "multiple": post_multiple, "chooser": post_chooser}


def said(response) -> str:
    """What the editor reads."""
    if response.headers["Content-Type"] == "application/json":
        answer = response.json()
        return answer.get("error_message") or answer.get("htmlFragment") or answer.get("html") or ""
    return response.content.decode()


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_file_is_refused_in_swedish_and_leaves_nothing(kind, editor_client, stores):
    content, name, words = BAD[kind]
    response = post_single(editor_client, content, name)
    assert response.status_code == 200
    assert words in said(response)
    assert not SiteDocument.objects.exists()
    assert stores.private == stores.public == []


@pytest.mark.parametrize("door", DOORS)
def test_every_door_is_guarded(door, editor_client, stores, settings):
    for kind in ("html-as-pdf", "empty"):
        content, name, words = BAD[kind]
        assert words in said(DOORS[door](editor_client, content, name))
    settings.WAGTAILDOCS_MAX_UPLOAD_SIZE = 300
    assert "Filen är för stor" in said(DOORS[door](editor_client, documents.pdf(), "stadgar.pdf"))
    assert not SiteDocument.objects.exists()
    assert not UploadedFile.objects.exists()
    assert stores.private == []


GOOD = {
    "pdf": (documents.pdf(), "application/pdf"),
    "docx": (documents.ooxml("docx"), documents.MAIN["docx"][1].removesuffix(".main+xml")),
    "xlsx": (documents.ooxml("xlsx"), documents.MAIN["xlsx"][1].removesuffix(".main+xml")),
    "pptx": (documents.ooxml("pptx"), documents.MAIN["pptx"][1].removesuffix(".main+xml")),
    "odt": (documents.odf("odt"), documents.ODF["odt"]),
    "ods": (documents.odf("ods"), documents.ODF["ods"]),
    "odp": (documents.odf("odp"), documents.ODF["odp"]),
    "txt": ("Åtta <b> ändar".encode("cp1252"), "text/plain"),
    "csv": ("Namn;Ort\r\nÅsa;Gävle\r\n".encode(), "text/csv"),
    "ics": (documents.CALENDAR, "text/calendar"),
}


@pytest.mark.parametrize("ending", GOOD)
def test_a_good_file_is_stored_as_it_is(ending, editor_client, stores):
    content, content_type = GOOD[ending]
    response = post_single(editor_client, content, f"Årsmöte 2026.{ending.upper()}")
    assert response.status_code == 302, said(response)
    document = SiteDocument.objects.get()
    assert (document.filename, document.content_type) == (f"Årsmöte-2026.{ending}", content_type)
    assert document.file_size == len(content)
    assert len(document.digest) == 32
    with document.file.open() as file:
        assert file.read() == content


@pytest.mark.parametrize("door", DOORS)
def test_every_door_stores_what_the_copy_needs(door, editor_client, stores):
    assert DOORS[door](editor_client, documents.pdf(), "stadgar.pdf").status_code in (200, 302)
    document = SiteDocument.objects.get()
    assert document.digest
    assert document.file_size == len(documents.pdf())


def test_a_real_spreadsheet_is_taken_in(editor_client, stores, tmp_path):
    """Not only what the tests imagine one to be."""
    book = Workbook()
    book.active.append(["Åsa", 12])
    book.save(tmp_path / "medlemmar.xlsx")
    post_single(editor_client, (tmp_path / "medlemmar.xlsx").read_bytes(), "medlemmar.xlsx")
    assert SiteDocument.objects.count() == 1


NAMES = {
    "Årsmötesprotokoll 2026.PDF": "Årsmötesprotokoll-2026.pdf",
    "A\u030arsmo\u0308te.pdf": "Årsmöte.pdf",
    "../../etc/passwd": "passwd",
    "C:\\Users\\åsa\\stadgar.pdf": "stadgar.pdf",
    "lista\u202efdp.csv": "listafdp.csv",
    "a\x00b\n\r\t.pdf": "ab.pdf",
    ".pdf": "dokument.pdf",
    "...": "dokument",
    "con.txt": "dokument.txt",
    'x";filename=y.exe.pdf': "x-filename-y.exe.pdf",
    "<script>.pdf": "script.pdf",
    "%2e%2e%2f.pdf": "2e-2e-2f.pdf",
    "tom  -  rad - .pdf": "tom-rad.pdf",
    "🎉 fest 🎉.pdf": "fest.pdf",
    "ö" * 300 + ".pdf": "ö" * 80 + ".pdf",
}


@pytest.mark.parametrize("given", NAMES)
def test_a_name_is_readable_and_harmless(given):
    assert readable(given) == NAMES[given]


def test_the_form_speaks_swedish(editor_client):
    text = said(editor_client.get(reverse("wagtaildocs:add")))
    for words in ("PDF passar bäst", "Den får vara högst 20", 'accept=".pdf,'):
        assert words in text
