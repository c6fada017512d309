"""A name as it may be spelled: with other spaces, in markup, in an address, in the genitive."""

import re
import unicodedata
from html import unescape

TAG = re.compile(r"<[^>]*>")
ASCII = re.compile(r"[A-Za-z0-9]+")


class Name:
    """What is looked for: the whole name, and the mailbox."""

    def __init__(self, name: str, mailbox: str = "") -> None:
        self.words = [one for one in (name.strip(), mailbox.strip()) if one]
        spellings = "|".join(re.escape(folded(one)) for one in self.words)
        self._pattern = re.compile(rf"(?<!\S)({spellings})s?(?!\S)")

    @property
    def probes(self) -> list[str]:
        """For each of the words its longest part that stands the same in JSON, HTML, addresses and plain text."""
        return [max(ASCII.findall(one), key=len, default="") for one in self.words]

    def stands_in(self, text: str) -> bool:
        """Markup may part words, or stand in the middle of one."""
        return any(self._pattern.search(folded(unescape(TAG.sub(gap, text)))) for gap in ("", " "))


def folded(text: str) -> str:
    """In lower case, without accents, with one space in the place of all that is neither letter nor digit."""
    plain = "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))
    return " ".join(re.findall(r"[^\W_]+", plain.casefold()))
