"""What a reader meets in an answer of the admin, and whether it is Swedish."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup, Comment, Doctype
from django.http import HttpResponse
from django.utils.translation.trans_real import DjangoTranslation

MARK = "OÖVERSATT"
ATTRIBUTES = ("title", "aria-label", "placeholder", "alt", "content-label", "label")
UNREAD = ["script", "style", "template", "code"]
COUNTERS = "[data-side-panel-toggle-counter][hidden]"  # a script fills them before it shows them

# Frequent words of English screens that are no Swedish words.
ENGLISH = re.compile(
    r"\b(the|and|of|your|you|with|this|these|from|not|are|is|to|pages?|save|saved|delete|edit|search|choose|add|views?"
    r"|select|publish|published|unpublish|drafts?|settings|update|updated|cancel|close|show|hide|upload|images?|titles?"
    r"|fields?|error|yes|next|previous|users?|groups?|password|comments?|history|help|home|sign|log|workflows?|tasks?"
    r"|reports?|snippets?|slug|submit|approve|move|copy|lock|locked|unlock|more|all|any|none|preview|dashboard|choose"
    r"|object|item|items|new|name|date|created|deleted|sites?|root|can|actions?|welcome|translations?|simple)\b",
    re.IGNORECASE,
)
# Swedish that others use for what editors know by another word, and hours with a colon.
STRANGE = re.compile(
    r"\b(sajt|arbetsfl|moderer|snutt|slugg|samling(en|ar|arna)?\b|rotsid|[0-2]\d:[0-5]\d\b)", re.IGNORECASE
)
# Names, and words that are the same in both languages where they stand.
ALLOWED = re.compile(r"https?://\S+|\S+@\S+|[\w/-]+\.(?:html|py|png|jpg)|/[\w/-]+/", re.IGNORECASE)


def mark_what_is_untranslated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever passes gettext without being in a catalogue comes out with a mark."""

    def marking(method: Any) -> Any:
        def translate(self: DjangoTranslation, *arguments: Any) -> str:
            said = method(self, *arguments)
            texts = {text for text in arguments if isinstance(text, str)}
            return f"{MARK} {said}" if said in texts and not _known(self, *arguments) else said

        return translate

    for name in ("gettext", "ngettext", "pgettext", "npgettext"):
        monkeypatch.setattr(DjangoTranslation, name, marking(getattr(DjangoTranslation, name)))


def _known(catalogue: DjangoTranslation, *arguments: Any) -> bool:
    texts = [text for text in arguments if isinstance(text, str)]
    ids = [*texts, f"{texts[0]}\x04{texts[-1]}"]
    return not texts[0].strip() or any(
        catalogue._catalog.get(key) is not None or catalogue._catalog.get((key, 1)) is not None for key in ids
    )


def faults(answer: HttpResponse) -> list[str]:
    """What stands in English in an answer: marked by the catalogue, or in words that only English has."""
    body = answer.content.decode(errors="replace")
    kind = answer.headers.get("Content-Type", "")
    if "json" in kind:
        data = json.loads(body)
        body = data.get("html", "") if isinstance(data, dict) else ""
        texts = [*_strings(data), *_texts(body)] if body else list(_strings(data))
    else:
        texts = list(_texts(body)) if "html" in kind else []
    marked = [text for text in texts if MARK in text]
    marked += re.findall(rf"{MARK}[^<\"]*", body) if not marked else []
    return sorted({text.strip() for text in marked + [text for text in texts if english(text)]})


def english(text: str) -> bool:
    said = ALLOWED.sub("", text)
    return bool(ENGLISH.search(said) or STRANGE.search(said))


def _texts(html: str) -> Iterator[str]:
    """Text, and what attributes say: labels for listeners, hints in fields, words that scripts show."""
    soup = BeautifulSoup(html, "html.parser")
    for script in soup.find_all("script", type="application/json"):
        yield from _sentences(script.get_text())
    for hidden in [*soup(UNREAD), *soup.select(COUNTERS)]:
        hidden.decompose()
    for node in soup.find_all(string=True):
        if not isinstance(node, Comment | Doctype) and node.strip():
            yield " ".join(node.split())
    for tag in soup.find_all(True):
        for name, value in tag.attrs.items():
            if name in ATTRIBUTES or (name == "value" and tag.name == "input" and tag.get("type") == "submit"):
                yield str(value)
            elif name.startswith("data-") and isinstance(value, str):
                yield from _sentences(value)


def _sentences(value: str) -> Iterator[str]:
    """What a script gets to show: words with spaces between, also inside of JSON."""
    try:
        yield from (text for text in _strings(json.loads(value)) if _is_sentence(text))
    except ValueError:
        if _is_sentence(value):
            yield value


def _is_sentence(text: str) -> bool:
    return bool(re.match(r"^[^\W\d_][\w,’']*( [\w,’'”“:.…–-]+)+[.!?…]?$", text.strip()))


def _strings(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        data = list(data.values())
    if isinstance(data, list):
        for inner in data:
            yield from _strings(inner)
    elif isinstance(data, str) and "<" in data:
        yield from _texts(data)
    elif isinstance(data, str) and " " in data:
        yield data
