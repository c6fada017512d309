"""The vocabulary that the demo's texts are written in.

A page is named by its site and path: `vantor/aktuellt/valborg/`. Rich text links to it with
`<a href="page:vantor/aktuellt/valborg/">`, everything else with `link("page:…")`. A picture is named by its scene.
"""

from dataclasses import dataclass
from typing import Any

from home.provisioning import UnitFacts


@dataclass(frozen=True)
class PageRef:
    """A page, by name; the loader puts the page in its place."""

    name: str


@dataclass(frozen=True)
class PictureRef:
    """A picture of the same site, by its scene."""

    scene: str


@dataclass(frozen=True)
class PersonRef:
    """A person of the register of the site's own unit, by their name."""

    name: str


@dataclass(frozen=True)
class DocumentRef:
    """A document of the same site, by its file's name."""

    filename: str


@dataclass(frozen=True)
class Document:
    """A document: the name that it is saved under, and what stands in it."""

    filename: str
    title: str
    content: bytes


@dataclass(frozen=True)
class Picture:
    """A drawing, its true description and its most important point (0–1 of width and height)."""

    scene: str
    title: str
    description: str
    focus: tuple[float, float] | None = None


@dataclass(frozen=True)
class PageText:
    """A page as it is written here; `fields` are those of its model."""

    model: str
    path: str
    title: str
    fields: dict[str, Any]
    live: bool = True
    tags: tuple[str, ...] = ()
    authors: tuple[tuple[str, str], ...] = ()

    def ref(self, site: str) -> PageRef:
        return PageRef(site + self.path)


@dataclass(frozen=True)
class SiteText:
    """A whole site."""

    unit: UnitFacts
    label: str
    base_url: str
    colours: tuple[str, str, str]  # primary, accent, background
    twig: tuple[str, str]  # the logo's colours on a light ground
    pictures: tuple[Picture, ...]
    pages: tuple[PageText, ...]
    frame: dict[str, Any]
    origins: tuple[str, ...] = ()
    documents: tuple[Document, ...] = ()
    redirects: tuple[tuple[str, PageRef | str], ...] = ()  # from an old path to a page or an address

    @property
    def slug(self) -> str:
        return self.unit.slug


# --- Pages ------------------------------------------------------------------------------------


def welcome(title: str, **fields: Any) -> PageText:
    return PageText("home.WelcomePage", "/", title, _fields(fields))


def index(lead: str, **fields: Any) -> PageText:
    return PageText("articles.ArticleIndex", "/aktuellt/", "Aktuellt", _fields(fields | {"lead": lead}))


def page(path: str, title: str, *, lead: str, body: list[Any], **fields: Any) -> PageText:
    return PageText("home.ContentPage", path, title, _fields(fields | {"lead": lead, "body": body}))


def organisation(path: str, title: str, **fields: Any) -> PageText:
    return PageText("organisation.OrganisationPage", path, title, _fields(fields))


def article(
    slug: str,
    title: str,
    *,
    date: str,
    lead: str,
    body: list[Any],
    tags: tuple[str, ...],
    authors: tuple[tuple[str, str], ...],
    live: bool = True,
    **fields: Any,
) -> PageText:
    """An article; `date` is a day, or a day and a time, in the site's own time."""
    values = _fields(fields | {"lead": lead, "body": body, "date": date})
    return PageText("articles.Article", f"/aktuellt/{slug}/", title, values, live, tags, authors)


def _fields(fields: dict[str, Any]) -> dict[str, Any]:
    """A picture is given by its scene."""
    return fields | ({"image": PictureRef(fields["image"])} if fields.get("image") else {})


# --- Blocks -----------------------------------------------------------------------------------


def heading(text: str, level: int = 2) -> tuple[str, Any]:
    return "heading", {"text": text, "level": str(level)}


def text(html: str) -> tuple[str, Any]:
    """Running text: a paragraph or a list. How its lines are broken here does not matter."""
    line = " ".join(html.split()).replace("> <li>", "><li>")
    return "paragraph", line if line.startswith(("<ul>", "<ol>")) else f"<p>{line}</p>"


def picture(scene: str, *, caption: str = "", alt: str = "", size: str = "normal") -> tuple[str, Any]:
    values = {"image": PictureRef(scene), "alt": alt, "decorative": False, "caption": caption, "size": size}
    return "image", values


def file(filename: str, title: str = "") -> tuple[str, Any]:
    """A document of the site; without `title` under the document's own."""
    return "file", {"document": DocumentRef(filename), "title": title}


def gallery(*photos: tuple[str, str]) -> tuple[str, Any]:
    """Pictures by scene, each with its caption; its description is the picture's own."""
    images = [
        {"image": PictureRef(scene), "alt": "", "decorative": False, "caption": caption} for scene, caption in photos
    ]
    return "gallery", {"images": images}


def accordion(*items: tuple[str, str]) -> tuple[str, Any]:
    """Lines with the text behind each, which is written as in `text`."""
    return "accordion", {"items": [{"title": title, "text": text(html)[1]} for title, html in items]}


def table(
    caption: str, headings: tuple[str, ...], *rows: tuple[str, ...], header_column: bool = False
) -> tuple[str, Any]:
    """Rows as wide as `headings`, which are empty strings where there are none."""
    columns = [{"type": "text", "heading": heading} for heading in headings]
    values = {"caption": caption, "columns": columns, "rows": [{"values": list(row)} for row in rows]}
    return "table", {"table": values, "header_column": header_column}


def contact(
    name: str = "",
    *,
    heading: str = "",
    role: str = "",
    email: str = "",
    phone: str = "",
    address: str = "",
    scene: str = "",
    person: PersonRef | None = None,
) -> tuple[str, Any]:
    """By hand, or a `person` of the register (then without name, mail and picture)."""
    words = {"heading": heading, "name": name, "role": role, "email": email, "phone": phone, "address": address}
    return "contact", words | {"person": person, "image": PictureRef(scene) if scene else None}


def hero(title: str, html: str = "", *buttons: tuple[str, Any], scene: str = "") -> tuple[str, Any]:
    """A large invitation; its buttons are made with `button`."""
    image = PictureRef(scene) if scene else None
    body = text(html)[1] if html else ""
    return "hero", {"heading": title, "text": body, "image": image, "buttons": [value for _, value in buttons]}


def embed(url: str, title: str, *, scene: str, caption: str = "", transcript: str = "") -> tuple[str, Any]:
    """A film, a sound or a map of somebody else's; the picture before it is ours, so that none has to be fetched."""
    words = {"url": url, "title": title, "caption": caption}
    return "embed", words | {"thumbnail": PictureRef(scene), "transcript": link(transcript)}


def quote(words: str, attribution: str, source: str = "") -> tuple[str, Any]:
    return "quote", {"text": words, "attribution": attribution, "source": link(source)}


def button(label: str, target: str, style: str = "primary") -> tuple[str, Any]:
    return "button", {"label": label, "link": link(target), "style": style}


def cards(title: str, *items: dict[str, Any]) -> tuple[str, Any]:
    return "cards", {"heading": title, "items": list(items)}


def card(title: str, words: str, target: str = "", scene: str = "") -> dict[str, Any]:
    return {"title": title, "text": words, "image": PictureRef(scene) if scene else None, "link": link(target)}


def latest(title: str, count: int = 3) -> tuple[str, Any]:
    return "latest_articles", {"heading": title, "count": count}


def link(target: str) -> dict[str, Any]:
    """A link to `page:…`, `mailto:…`, `tel:…` or a web address."""
    scheme, _, rest = target.partition(":")
    values: dict[str, Any] = {"page": None, "url": "", "email": "", "phone": ""}
    if scheme == "page":
        values["page"] = PageRef(rest)
    elif scheme in ("mailto", "tel"):
        values["email" if scheme == "mailto" else "phone"] = rest
    else:
        values["url"] = target
    return values


def item(label: str, target: str, *children: tuple[str, str]) -> tuple[str, Any]:
    """An item of a menu, with those below it."""
    below = [{"label": name, "link": link(where)} for name, where in children]
    return "item", {"label": label, "link": link(target), "children": below}


def account(service: str, label: str, url: str) -> tuple[str, Any]:
    return "account", {"service": service, "label": label, "url": url}
