"""The frame: what stands around every page of a site."""

from collections.abc import Callable
from typing import Literal
from uuid import UUID

from django.conf import settings
from wagtail.models import Page

from cms.core import people, references
from cms.core.links import PageLink, UnavailableLink
from cms.media.shapes import Image
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.houses import House
from cms.pipeline.publish.shape import Shape
from cms.sites.menu import MenuItem, menu
from cms.sites.models import Frontend
from cms.sites.social import Social, accounts

Kind = Literal["national", "district", "branch"]


class Language(Shape):
    code: str
    name: str
    direction: Literal["ltr", "rtl"]
    home_path: str


class Theme(Shape):
    """Colours as #rrggbb."""

    primary: str
    accent: str
    background: str


class Navigation(Shape):
    header: list[MenuItem]
    footer: list[MenuItem]


class Contact(Shape):
    """Empty strings where nothing is known."""

    email: str
    phone: str
    address: str


class Invitation(Shape):
    """A few words and where they lead."""

    text: str
    label: str
    url: str


class Legal(Shape):
    """`responsible_publisher_id`: who it is in the organisation's register; both are null without a consent."""

    privacy: PageLink | UnavailableLink | None
    accessibility: PageLink | UnavailableLink | None
    responsible_publisher: str | None
    responsible_publisher_id: UUID | None


class Ancestor(Shape):
    """The site of a unit above."""

    slug: str
    name: str
    kind: Kind
    url: str


class Area(Shape):
    """Where a unit works: for example scheme `se-kommun`, code `1780`. A city district may have an empty code.

    `partial`: in a part of it only; other units may work in the rest.
    """

    scheme: str
    code: str
    name: str
    partial: bool


class FrameContent(Shape):
    id: UUID
    slug: str
    name: str
    kind: Kind | None
    url: str
    language: str
    languages: list[Language]
    time_zone: str
    logo: Image | None
    logo_dark: Image | None
    favicon: Image | None
    theme: Theme
    navigation: Navigation
    social: list[Social]
    contact: Contact
    newsletter: Invitation | None
    legal: Legal
    central_site: Invitation | None
    ancestors: list[Ancestor]


class SiteContent(Shape):
    """A site in the list of sites. `parent` is the slug of the nearest site above, `unit` that of its unit."""

    id: UUID
    slug: str
    name: str
    kind: Kind | None
    url: str
    parent: str | None
    unit: str | None
    areas: list[Area]


class Standing(Shape):
    """Where a site stands in the organisation; the layer above knows."""

    kind: Kind | None = None
    unit: str | None = None
    areas: list[Area] = []
    ancestors: list[Ancestor] = []


ReadStanding = Callable[[Frontend, RenderContext], Standing]
_read_standing: ReadStanding | None = None


def register_standing(read: ReadStanding) -> None:
    """Say how a front end's place in the organisation is found; called once, by the app that knows."""
    global _read_standing
    _read_standing = read


NAMES = dict(settings.WAGTAIL_CONTENT_LANGUAGES)
RIGHT_TO_LEFT = {"ar", "fa", "he", "ur"}


def frame(frontend: Frontend, house: House, context: RenderContext) -> tuple[FrameContent, SiteContent]:
    """The frame of a site, and the site as the list of sites shows it."""
    standing = _read_standing(frontend, context) if _read_standing else Standing()
    identity = context.identity("frame", frontend.pk)
    content = FrameContent(
        id=identity,
        slug=frontend.slug,
        name=frontend.name,
        kind=standing.kind,
        url=frontend.base_url + "/",
        language=house.language,
        languages=_languages(house, context),
        time_zone=frontend.time_zone,
        logo=references.image(frontend.logo_id, context, alt=frontend.name),
        logo_dark=references.image(frontend.logo_dark_id, context, alt=frontend.name),
        favicon=references.image(frontend.favicon_id, context, decorative=True),
        theme=Theme(
            primary=frontend.colour_primary, accent=frontend.colour_accent, background=frontend.colour_background
        ),
        navigation=Navigation(header=menu(frontend.header, context), footer=menu(frontend.footer, context)),
        social=accounts(frontend.social),
        contact=Contact(email=frontend.email, phone=frontend.phone, address=frontend.address),
        newsletter=_invitation(frontend.newsletter_text, frontend.newsletter_label, frontend.newsletter_url),
        legal=_legal(frontend, context),
        central_site=_invitation(frontend.central_text, frontend.central_label, frontend.central_url),
        ancestors=standing.ancestors,
    )
    entry = SiteContent(
        id=identity,
        slug=frontend.slug,
        name=frontend.name,
        kind=standing.kind,
        url=content.url,
        parent=standing.ancestors[-1].slug if standing.ancestors else None,
        unit=standing.unit,
        areas=standing.areas,
    )
    return content, entry


def _languages(house: House, context: RenderContext) -> list[Language]:
    found = []
    pages = {page.path: page for page in Page.objects.filter(path__in=[root.tree_path for root in house.roots])}
    for root in house.roots:
        public = references.public_page(pages[root.tree_path].pk, context)
        if public:
            direction = "rtl" if root.language in RIGHT_TO_LEFT else "ltr"
            name = NAMES.get(root.language, root.language)
            found.append(Language(code=root.language, name=name, direction=direction, home_path=public.address.path))
    return found


def _legal(frontend: Frontend, context: RenderContext) -> Legal:
    publisher = people.card(frontend.publisher, context) if frontend.publisher else None
    return Legal(
        privacy=_page(frontend.privacy_page_id, context),
        accessibility=_page(frontend.accessibility_page_id, context),
        responsible_publisher=publisher.name if publisher else None,
        responsible_publisher_id=publisher.id if publisher else None,
    )


def _page(pk: int | None, context: RenderContext) -> PageLink | None:
    link = references.page_link(pk, context) if pk else None
    return link if isinstance(link, PageLink) else None


def _invitation(text: str, label: str, url: str) -> Invitation | None:
    return Invitation(text=text, label=label or url, url=url) if url else None
