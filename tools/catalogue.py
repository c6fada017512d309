"""The Swedish catalogue in cms/locale: compile it, and list what nobody has translated yet.

    python -m tools.catalogue compile   write the .mo beside each .po
    python -m tools.catalogue missing   strings of the installed packages that have no Swedish, theirs or ours

The .mo files are committed, so that a machine that only runs Grenverk needs neither gettext nor Babel.
"""

import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import django
import wagtail
from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

OURS = Path(__file__).resolve().parent.parent / "cms" / "locale" / "sv" / "LC_MESSAGES"
PACKAGES = (wagtail, django)
# No editor reaches these: Grenverk installs none of them.
NOT_INSTALLED = ("styleguide", "search_promotions", "flatpages", "admindocs", "gis", "contrib/admin/", "postgres")


def catalogues() -> list[Path]:
    return sorted(OURS.glob("*.po"))


def compiled(po: Path) -> bytes:
    """What the .mo of this .po has to hold; the same bytes on every machine."""
    out = BytesIO()
    write_mo(out, read(po))
    return out.getvalue()


def missing(domain: str) -> Iterator[tuple[Path, Message]]:
    """Each string of a package without Swedish, with the file that names it; `domain`: django or djangojs."""
    ours = read(OURS / f"{domain}.po")
    for package in PACKAGES:
        for template in sorted(Path(package.__file__).parent.rglob(f"locale/en/LC_MESSAGES/{domain}.po")):
            if any(part in template.as_posix() for part in NOT_INSTALLED):
                continue
            swedish = template.parents[2] / "sv" / "LC_MESSAGES" / template.name
            theirs = read(swedish) if swedish.exists() else Catalog()
            for message in read(template):
                if message.id and not _translated(message, ours) and not _translated(message, theirs):
                    yield template, message


def _translated(message: Message, catalogue: Catalog) -> bool:
    key = message.id if isinstance(message.id, str) else message.id[0]
    found = catalogue.get(key, message.context)
    if found is None or found.fuzzy:
        return False
    return all([found.string] if isinstance(found.string, str) else found.string)


def read(po: Path) -> Catalog:
    with po.open("rb") as file:
        return read_po(file)


def main(command: str) -> None:
    if command == "compile":
        for po in catalogues():
            po.with_suffix(".mo").write_bytes(compiled(po))
    elif command == "missing":
        for domain in ("django", "djangojs"):
            for template, message in missing(domain):
                sys.stdout.write(f"{template}: {message.id!r}\n")
    else:
        raise SystemExit(__doc__)


if __name__ == "__main__":
    main(*sys.argv[1:2] or [""])
