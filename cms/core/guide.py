"""The editors' guide (docs/redaktor) inside the admin: read where one writes, in the version that is running."""

import re
from functools import cache
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

FOLDER = Path(settings.BASE_DIR, "docs/redaktor")
FIRST = "README.md"
NAME = re.compile(r"[a-zA-Z-]+\.md|bilder/[a-z0-9-]+\.png")  # nothing that climbs out of the folder


def page(request: HttpRequest, name: str = FIRST) -> HttpResponse:
    """A text, or a picture that it shows. Addresses are those of the files, so links between them hold as they are."""
    file = FOLDER / name
    if not NAME.fullmatch(name) or not file.is_file():
        raise Http404
    if file.suffix == ".png":
        return FileResponse(file.open("rb"), headers={"Cache-Control": "private, max-age=3600"})
    title, text = read(file)
    return TemplateResponse(request, "core/guide.html", {"title": title, "text": text, "first": name == FIRST})


@cache
def read(file: Path) -> tuple[str, SafeString]:
    """A text's title, and what stands under it as HTML. The texts are ours, so their tags are let through."""
    title, text = file.read_text(encoding="utf-8").removeprefix("# ").split("\n", 1)
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    return title, mark_safe(html)  # noqa: S308 - see above
