"""The picture of a block in the block chooser: an example of it, as the plain front end would draw it.

Each block type has a template of its name in templates/core/blocks/, which holds the example. The style is the plain
front end's own, read from its file, so that there is no second one to keep in step.
"""

from functools import cache
from typing import Any, ClassVar

from django.conf import settings
from wagtail.blocks import Block


class PreviewedBlock(Block):
    """A block that the chooser can show. Its Meta has a `description`, one plain sentence for the editor."""

    preview_name: ClassVar[str]

    def get_preview_template(self, value: Any, context: Any = None) -> str:
        return f"core/blocks/{self.preview_name}.html"

    def get_preview_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        return (parent_context or {}) | {"style": style()}


@cache
def style() -> str:
    """The plain front end's stylesheet; nothing where an installation has left it out."""
    path = settings.BASE_DIR / "frontends" / "plain" / "style.css"
    return path.read_text() if path.exists() else ""
