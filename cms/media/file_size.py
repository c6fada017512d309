"""The size of a file as one says it."""

from django.template.defaultfilters import filesizeformat


def said(size: int) -> str:
    """`size` bytes in words: "32 MB", "1,5 MB"; whole numbers without a decimal."""
    return filesizeformat(size).replace(",0\xa0", "\xa0")
