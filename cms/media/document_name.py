"""A name that a downloaded file may bear: readable, with its Swedish letters, and harmless everywhere."""

import re
import unicodedata

MAX_STEM = 80
_OTHER = re.compile(r"[^\w.]+")
_RUNS = re.compile(r"[-.]*-[-.]*|\.{2,}")
# Devices on Windows: a file of such a name cannot be saved there.
_DEVICES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


def readable(name: str, without: str = "dokument") -> str:
    """The name without folders, control and direction characters, spaces and what else trips programs.

    Letters of all alphabets stay, composed (NFC), since a Mac sends `å` as `a` with a ring. The ending is lower case.
    `without` stands where nothing of the name is left.
    """
    plain = unicodedata.normalize("NFC", re.split(r"[\\/]", name)[-1])
    plain = "".join("-" if unicodedata.category(c) == "Zs" else c for c in plain if unicodedata.category(c)[0] != "C")
    stem, dot, ending = plain.rpartition(".")
    if not dot:
        stem, ending = plain, ""
    stem = _RUNS.sub("-", _OTHER.sub("-", stem)).strip("-._")[:MAX_STEM].strip("-._")
    if not stem or stem.lower() in _DEVICES:
        stem = without
    ending = re.sub(r"[^a-z0-9]", "", ending.lower())[:10]
    return f"{stem}.{ending}" if ending else stem
