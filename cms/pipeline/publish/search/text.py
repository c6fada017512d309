"""What is searched of a publication: the words in its stored JSON that a visitor reads. Pure."""

import html
import re
import unicodedata
from dataclasses import dataclass
from typing import Any

# Far above any page; PostgreSQL takes at most 1 MB of distinct words.
LONGEST = 100_000
# Members that are no words of the page itself: addresses, codes, and what it says of other pages.
NOT_READ = {
    *("id", "type", "kind", "language", "code", "site", "home_site", "path", "url", "canonical_url", "href"),
    *("content_hash", "slug", "anchor", "size", "style", "content_type", "filename", "format", "placeholder", "src"),
    *("embed_url", "provider", "thumbnail", "renditions", "crops", "focal_point", "credit"),
    *("seo", "translations", "breadcrumbs", "shared", "latest_articles", "articles", "link", "email", "phone"),
}
_TAG = re.compile(r"<[^>]*>")
_INLINE = re.compile(r"</?(?:a|b|strong|i|em)\b[^>]*>")


@dataclass(frozen=True)
class SearchWords:
    """The text of one page in three weights, plain, each on one line."""

    title: str
    lead: str
    text: str


def words_of(page: dict[str, Any]) -> SearchWords:
    """The words of a publication's body."""
    title, lead = (_line(page.get(name) or "") for name in ("title", "lead"))
    # The page's own label is the name of its type; a button's is read.
    others = {name: value for name, value in page.items() if name not in ("label", "title", "lead")}
    found: list[str] = []
    _gather(others, found)
    return SearchWords(title, lead, _line(" ".join(found))[:LONGEST])


def _gather(value: Any, found: list[str]) -> None:
    if isinstance(value, str):
        found.append(_plain(value) if "<" in value or "&" in value else value)
    elif isinstance(value, list):
        for item in value:
            _gather(item, found)
    elif isinstance(value, dict) and "available" not in value:  # a link's title is another page's
        for name, member in value.items():
            if name not in NOT_READ:
                _gather(member, found)


def _plain(text: str) -> str:
    """Without tags. One parts two words, save those inside a line."""
    return html.unescape(_TAG.sub(" ", _INLINE.sub("", text)))


def _line(text: str) -> str:
    """In one spelling of å, ä and ö, without line breaks and NUL."""
    return " ".join(unicodedata.normalize("NFC", text).replace("\x00", "").split())
