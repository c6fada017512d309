"""What is searched of a publication: the words in its stored JSON that a visitor reads. Pure."""

import html
import json
import re
import unicodedata
from collections.abc import Iterator
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
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True)
class SearchWords:
    """The text of one page in three weights, plain, each on one line."""

    title: str
    lead: str
    text: str


def words_of(body: str) -> SearchWords:
    """The words of a publication's stored body (a JSON object)."""
    page: dict[str, Any] = json.loads(body)
    page.pop("label", None)  # the type's name; a button's label is read
    title, lead = (_line(page.pop(name, None) or "") for name in ("title", "lead"))
    return SearchWords(title, lead, _line(" ".join(_strings(page)))[:LONGEST])


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        # A tag parts two words, save the ones inside a line.
        yield html.unescape(_TAG.sub(" ", re.sub(r"</?(?:a|b|strong|i|em)\b[^>]*>", "", value)))
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
    elif isinstance(value, dict) and "available" not in value:  # a link's title is another page's
        for name, member in value.items():
            if name not in NOT_READ:
                yield from _strings(member)


def _line(text: str) -> str:
    """In one spelling of å, ä and ö, without line breaks and NUL."""
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", text).replace("\x00", "")).strip()
