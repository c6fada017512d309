"""Rich text on the wire: Wagtail's stored form with links resolved, then sanitised."""

import re
from html import escape

import nh3
from wagtail.rich_text import RichText
from wagtail.rich_text.rewriters import LinkRewriter

from cms.core.links import UnavailableLink
from cms.core.references import file_link, page_link
from cms.pipeline.publish.context import RenderContext

FEATURES = ["bold", "italic", "link", "document-link", "ol", "ul"]

TAGS = {"p", "br", "b", "strong", "i", "em", "a", "ul", "ol", "li"}
ATTRIBUTES = {"a": {"href", "data-id", "data-type", "data-site", "data-path"}}
SCHEMES = {"http", "https", "mailto", "tel"}

_BARE_ANCHOR = re.compile(r"<a>(.*?)</a>", re.DOTALL)
_BLOCK_KEY = re.compile(r' data-block-key="[^"]*"')


def html(source: RichText | str, context: RenderContext) -> str:
    """Sanitised HTML. A link to a page or a file that is not public becomes its plain words."""
    text = source.source if isinstance(source, RichText) else source
    rewritten = LinkRewriter(
        {
            "page": lambda attributes: _open_page_link(attributes, context),
            "document": lambda attributes: _open_file_link(attributes, context),
        }
    )(text)
    clean = nh3.clean(
        _BLOCK_KEY.sub("", rewritten), tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None
    )
    return _BARE_ANCHOR.sub(r"\1", clean)


def _open_page_link(attributes: dict[str, str], context: RenderContext) -> str:
    try:
        link = page_link(int(attributes.get("id", "")), context)
    except ValueError:
        return "<a>"
    if isinstance(link, UnavailableLink):
        return "<a>"
    data = {
        "href": link.url,
        "data-id": link.id,
        "data-type": link.type,
        "data-site": link.site,
        "data-path": link.path,
    }
    return _open(data)


def _open_file_link(attributes: dict[str, str], context: RenderContext) -> str:
    try:
        link = file_link(int(attributes.get("id", "")), context)
    except ValueError:
        return "<a>"
    if isinstance(link, UnavailableLink):
        return "<a>"
    return _open({"href": link.url, "data-id": link.id, "data-type": "file"})


def _open(attributes: dict[str, object]) -> str:
    return "<a " + " ".join(f'{name}="{escape(str(value))}"' for name, value in attributes.items()) + ">"
