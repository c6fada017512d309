"""Office files are zip archives: what must be in one, and what must not. No Django, nothing unpacked to a disk."""

import re
import zipfile
import zlib
from typing import IO

MAX_ENTRIES = 5_000
MAX_UNPACKED = 500_000_000
# What deflate can do is 1:1032; text documents reach about 1:30, tables of zeros more.
MAX_RATIO = 200
SMALL = 20_000_000  # bytes unpacked, below which the ratio does not matter
MAX_PART = 1_000_000

_PROGRAM = re.compile(r"(?:^|/)(?:vba(?:project|data)[^/]*$|macrosheets/|activex/|scripts/|basic/)", re.I)


class WrongArchive(ValueError):
    """Not the archive that it should be, or a broken one."""


class Macros(ValueError):
    """There are programs in it."""


class Bomb(ValueError):
    """It unpacks to far more than a document holds."""


def check_ooxml(file: IO[bytes], main_part: str) -> None:
    """Word, Excel and PowerPoint: the content type of the main part tells which, and whether macros are allowed."""
    with _opened(file) as archive:
        types = _read(archive, "[Content_Types].xml")
        if b"macroenabled" in types.lower():
            raise Macros
        if f'"{main_part}"'.encode() not in types.replace(b"'", b'"'):
            raise WrongArchive


def check_odf(file: IO[bytes], content_type: str) -> None:
    """OpenDocument: the first entry is its type, not packed."""
    with _opened(file) as archive:
        if (
            archive.infolist()[0].filename != "mimetype"
            or _read(archive, "mimetype").decode("ascii", "replace").strip() != content_type
        ):
            raise WrongArchive
        if "content.xml" not in archive.namelist():
            raise WrongArchive


def _opened(file: IO[bytes]) -> zipfile.ZipFile:
    """The archive, after a look at its table of contents."""
    file.seek(0)
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise WrongArchive from error
    entries = archive.infolist()
    if not entries or any(_leads_out(entry.filename) or entry.flag_bits & 1 for entry in entries):
        raise WrongArchive
    if any(_PROGRAM.search(entry.filename) for entry in entries):
        raise Macros
    unpacked, packed = sum(e.file_size for e in entries), sum(e.compress_size for e in entries)
    # Entries that share their bytes add up to more than the file has.
    if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED or packed > _size(file):
        raise Bomb
    if unpacked > SMALL and unpacked > MAX_RATIO * packed:
        raise Bomb
    return archive


def _leads_out(name: str) -> bool:
    return name.startswith(("/", "\\")) or ".." in re.split(r"[\\/]", name) or ":" in name.split("/")[0]


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    """One part, no further than a megabyte."""
    try:
        with archive.open(name) as part:
            return part.read(MAX_PART)
    except (KeyError, zipfile.BadZipFile, zlib.error, OSError, RuntimeError, NotImplementedError, EOFError) as error:
        raise WrongArchive from error


def _size(file: IO[bytes]) -> int:
    return file.seek(0, 2)
