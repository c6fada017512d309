"""Loading the demo: first the sites, then all pages bare, then their texts, which link to each other."""

from collections.abc import Callable
from datetime import datetime
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5
from zoneinfo import ZoneInfo

from django.apps import apps
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils.timezone import make_aware
from wagtail.models import Page
from wagtail.signal_handlers import disable_reference_index_auto_update
from wagtail.utils.file import hash_filelike

from articles.models import ArticleAuthor
from cms.media.document import SiteDocument
from cms.media.ladder import build_ladder
from cms.media.models import SiteImage
from cms.pipeline.publish.publishing import publishing
from cms.sites.models import Frontend, Redirect
from home import initial
from home.demo import drawings, offered, people, units, waiting
from home.demo.register import REGISTERS
from home.demo.register.load import make as make_register
from home.demo.register.words import RegisterText
from home.demo.sites import SITES
from home.demo.words import Document, DocumentRef, PageRef, PageText, PersonRef, Picture, PictureRef, SiteText
from home.provisioning import Provisioned, make_unit, provision
from organisation.models import Person, Unit

CREDIT = "Illustration: Grenverk"


def mark(slug: str) -> UUID:
    """The translation key of a demo site's start page: it stays when the page is edited, moved or renamed."""
    return uuid5(NAMESPACE_URL, f"grenverk:demo:{slug}")


def loaded() -> bool:
    """Whether the demo, or a part of it, is here."""
    return Page.objects.filter(translation_key__in=[mark(site.slug) for site in SITES]).exists()


def load(say: Callable[[str], None]) -> set[str]:
    """Load the demo into an empty installation, in one transaction; `say` tells how far it has come.

    The answer: who may log in with the demo's own password (see people.make).
    """
    scenes = sorted({picture.scene for site in SITES for picture in site.pictures})
    say(f"Drawing {len(scenes)} pictures ...")
    drawn = {scene: drawings.draw(scene) for scene in scenes}  # before the transaction, which should be short
    with publishing():
        with disable_reference_index_auto_update():
            initial.clear()
            loading = Loading(drawn)
            for site in SITES:
                say(f"{site.unit.name}: site and images ...")
                loading.found(site)
            for register in REGISTERS:
                say(f"{register.unit}: bodies, posts and people ...")
                loading.register(register)
            places = loading.places.items()
            team = people.make({slug: at.editors for slug, at in places}, {slug: at.writers for slug, at in places})
            for site in SITES:
                loading.outline(site, team.users[site.slug])
            for site in SITES:
                say(f"{site.unit.name}: {len(site.pages)} pages ...")
                loading.write(site, team.users[site.slug])
            for site in SITES:
                loading.redirect(site)
            offered.hold_out(loading.pages)
            waiting.hand_in(loading.places[people.WRITER.site], team.users[people.WRITER.username])
        call_command("rebuild_references_index", verbosity=0)  # once for all, instead of at every save
        say("Publishing ...")
    return team.known


class Loading:
    """What has been made so far, by the names that the texts use."""

    def __init__(self, drawn: dict[str, bytes]) -> None:
        self.drawn = drawn
        self.places: dict[str, Provisioned] = {}
        self.pages: dict[str, Page] = {}
        self.pictures: dict[tuple[str, str], SiteImage] = {}
        self.documents: dict[tuple[str, str], SiteDocument] = {}
        with_sites = [site.unit for site in SITES]  # from the national body down, as units must be made
        for facts in (*with_sites, *units.DISTRICTS, *units.BRANCHES):
            make_unit(facts)

    def found(self, site: SiteText) -> None:
        """The site with its images and documents."""
        place = provision(site.unit, label=site.label, base_url=site.base_url, origins=site.origins)
        self.places[site.slug] = place
        for picture in site.pictures:
            self.pictures[site.slug, picture.scene] = self._picture(place, picture)
        for document in site.documents:
            self.documents[site.slug, document.filename] = self._document(place, document)

    def register(self, register: RegisterText) -> None:
        """Who decides in the unit, and who was elected; their portraits are pictures of the unit's own site."""
        make_register(register, lambda scene: self.pictures[register.unit, scene])

    def outline(self, site: SiteText, editor: Any) -> None:
        """The site's pages, bare and as drafts, so that every link finds its target."""
        place = self.places[site.slug]
        self.pages[f"{site.slug}/"], self.pages[f"{site.slug}/aktuellt/"] = place.home, place.index
        place.home.translation_key = mark(site.slug)
        for page in (place.home, place.index):
            page.owner = editor
            page.save()
        for written in site.pages:
            name = site.slug + written.path
            if name not in self.pages:
                parent, _, slug = name.rstrip("/").rpartition("/")
                model = apps.get_model(written.model)
                bare = model(title=written.title, slug=slug, live=False, owner=editor)
                self.pages[name] = self.pages[f"{parent}/"].add_child(instance=bare)

    def write(self, site: SiteText, editor: Any) -> None:
        """The texts, published as an editor would, and the frame around them."""
        for written in site.pages:
            page = self.pages[site.slug + written.path]
            self._fill(page, written, site)
            revision = page.save_revision(user=editor)
            if written.live:
                revision.publish(user=editor)
                self._backdate(page)
        frontend = Frontend.objects.get(pk=self.places[site.slug].frontend.pk)
        frontend.colour_primary, frontend.colour_accent, frontend.colour_background = site.colours
        frontend.logo, frontend.logo_dark, frontend.favicon = self._marks(site)
        for name, value in site.frame.items():
            setattr(frontend, name, self._resolved(value, site))
        frontend.full_clean()
        frontend.save()

    def redirect(self, site: SiteText) -> None:
        """Its old addresses, when the pages that they lead to are published."""
        for path, to in site.redirects:
            where = {"url": to} if isinstance(to, str) else {"page": self.pages[to.name]}
            Redirect.objects.create(frontend=self.places[site.slug].frontend, path=path, **where)

    def _fill(self, page: Page, written: PageText, site: SiteText) -> None:
        page.title = written.title
        for name, value in written.fields.items():
            setattr(page, name, self._value(name, value, site))
        if written.tags:
            page.tags.set(written.tags)
        if written.authors:
            page.authors = [self._author(site, *author) for author in written.authors]

    def _author(self, site: SiteText, name: str, title: str) -> ArticleAuthor:
        """Whoever is in the site's register is named while their consent stands, everybody else as it is written."""
        person = Person.objects.filter(unit__slug=site.slug, name=name).first()
        return ArticleAuthor(person=person, name="" if person else name, title=title)

    def _backdate(self, page: Page) -> None:
        """An article was published on its date, and touched again only if it was corrected."""
        date = getattr(page, "date", None)
        if date:
            last = page.correction_at or date
            Page.objects.filter(pk=page.pk).update(first_published_at=date, last_published_at=last)

    def _value(self, name: str, value: Any, site: SiteText) -> Any:
        if name in ("date", "correction_at"):
            return make_aware(datetime.fromisoformat(value), ZoneInfo("Europe/Stockholm"))
        return Unit.objects.get(slug=value) if name == "unit" else self._resolved(value, site)

    def _resolved(self, value: Any, site: SiteText) -> Any:
        """A value with pages and pictures in the place of their names."""
        match value:
            case PageRef(name):
                return self.pages[name]
            case PictureRef(scene):
                return self.pictures[site.slug, scene]
            case DocumentRef(filename):
                return self.documents[site.slug, filename]
            case PersonRef(name):
                return str(Person.objects.get(unit__slug=site.slug, name=name).pk)
            case dict():
                return {key: self._resolved(inner, site) for key, inner in value.items()}
            case list():
                return [self._resolved(inner, site) for inner in value]
            case tuple():
                return tuple(self._resolved(inner, site) for inner in value)
            case str() if '"page:' in value:
                return self._with_links(value)
        return value

    def _with_links(self, html: str) -> str:
        """Rich text as Wagtail stores it, with the ids of the pages that it links to."""
        head, *rest = html.split('href="page:')
        for part in rest:
            name, _, after = part.partition('"')
            head += f'linktype="page" id="{self.pages[name].pk}"{after}'
        return head

    def _picture(self, place: Provisioned, picture: Picture) -> SiteImage:
        image = self._image(place, picture.scene, picture.title, self.drawn[picture.scene], picture.description)
        if picture.focus:
            side = round(image.width / 5)
            image.focal_point_x = round(picture.focus[0] * image.width)
            image.focal_point_y = round(picture.focus[1] * image.height)
            image.focal_point_width = image.focal_point_height = side
        return _saved(image)

    def _document(self, place: Provisioned, written: Document) -> SiteDocument:
        file = ContentFile(written.content, name=written.filename)
        return SiteDocument.objects.create(title=written.title, file=file, collection=place.collection)

    def _marks(self, site: SiteText) -> list[SiteImage]:
        place, (twig, leaf) = self.places[site.slug], site.twig
        primary, accent, _ = site.colours
        name = f"Logotyp för {site.unit.name}: en kvist med blad"
        marks = [
            self._image(place, "logotyp", f"Logotyp {site.label}", drawings.logo(site.slug, twig, leaf), name),
            self._image(
                place,
                "logotyp-mork",
                f"Logotyp {site.label}, mörk botten",
                drawings.logo(site.slug, "#ffffff", accent),
                name,
            ),
            self._image(place, "ikon", f"Ikon {site.label}", drawings.icon(site.slug, primary, "#ffffff"), ""),
        ]
        marks[2].is_decorative = True
        return [_saved(image) for image in marks]

    def _image(self, place: Provisioned, name: str, title: str, png: bytes, description: str) -> SiteImage:
        """An image in the site's folder, not saved yet."""
        file = ContentFile(png, name=f"{name}.png")
        words = {"title": title, "description": description, "credit": CREDIT}
        return SiteImage(**words, file=file, file_hash=hash_filelike(file), collection=place.collection)


def _saved(image: SiteImage) -> SiteImage:
    """With its quick sizes: before the pages that show it, so that these are rendered once.

    That is inside the transaction, which nobody waits for: the installation is empty.
    """
    image.save()
    build_ladder(image)
    return image
