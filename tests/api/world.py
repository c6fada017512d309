"""A federation with everything in it: every block and page type, and of every secret kind one, marked by a canary."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from uuid import UUID

from django.contrib.auth.models import User
from django.utils import timezone
from wagtail.models import Page

from articles.models import Article, ArticleAuthor
from cms.core import preview
from cms.core.models import PreviewDraft
from cms.media.document import SiteDocument
from cms.media.ladder import build_ladder
from cms.media.models import SiteImage
from cms.pipeline.publish import worker
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.models import Identity
from cms.pipeline.publish.publishing import publishing
from cms.sites.models import FrontendToken
from organisation.models import OrganisationPage, Person, UnitArea
from tests.build import Branch, link_to, make_article, make_page, make_person, make_site, publish, text
from tests.media.documents import site_document
from tests.media.pictures import drawing, encoded, site_image

CANARY = "Kanarieprov"  # ASCII: JSON and addresses would spell other letters otherwise
ARTICLES = 45
FIRST_DAY = datetime(2026, 3, 1, 11, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@dataclass
class World:
    """What the tests of the API look at. They read it; what they change is rolled back."""

    sites: dict[str, Branch]
    series: list[Article] = field(default_factory=list)
    pages: dict[str, Page] = field(default_factory=dict)
    secret: dict[str, Page] = field(default_factory=dict)
    images: dict[str, SiteImage] = field(default_factory=dict)
    documents: dict[str, SiteDocument] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    tokens: dict[str, str] = field(default_factory=dict)
    user: User | None = None

    @property
    def vantor(self) -> Branch:
        return self.sites["vantor"]

    @property
    def varmland(self) -> Branch:
        return self.sites["varmland"]


def id_of(thing: object, kind: str = "page") -> UUID:
    """The id of a thing on the wire."""
    return Identity.objects.get_or_create(kind=kind, object_id=thing.pk)[0].uuid


def picture(colour: str, size: tuple[int, int] = (80, 60), **fields: object) -> SiteImage:
    """A stored image with its ladder, unlike every other: the same bytes would share their files, and their fate."""
    drawn = drawing(*size)
    drawn.putpixel((0, 0), tuple(colour.encode()[:3]))
    image = site_image(encoded(drawn, "PNG"), f"{colour}.png", description=f"En {colour} bild", **fields)
    build_ladder(image)
    return SiteImage.objects.get(pk=image.pk)


def build() -> World:
    """Make it all, and let the worker finish."""
    riks = make_site("riks", kind="national", port=9003)
    varmland = make_site("varmland", kind="district", parent=riks.unit, port=9002)
    stockholm = make_site("stockholm", kind="district", parent=riks.unit, port=9004)
    vantor = make_site("vantor", kind="branch", parent=stockholm.unit, port=9001)
    world = World({"riks": riks, "varmland": varmland, "stockholm": stockholm, "vantor": vantor})
    world.images = {name: picture(name) for name in ("shown", "frame", "foreign", "draft", "private")}
    world.documents = {"shown": site_document(name="stadgar.pdf", title="Våra stadgar")}
    world.people = {
        "vantor": make_person(
            vantor.unit, "Kontakt Exempelsson", portrait=world.images["shown"], consent_portrait=True
        ),
        "silent": make_person(vantor.unit, f"{CANARY} Exempelsson", consent_on=None),
    }
    world.user = User.objects.create_user("redaktor", "redaktor@example.se", "hemligt-losen")
    with publishing():
        UnitArea.objects.create(unit=varmland.unit, scheme="se-lan", code="17", name="Värmlands län")
        UnitArea.objects.create(unit=varmland.unit, scheme="se-kommun", code="1780", name="Karlstad")
        vantor.unit.has_board = True
        vantor.unit.save()
    _series(world)
    _secrets(world)
    _rich_pages(world)
    _welcome(world)
    _frame(world)
    _tokens(world)
    worker.drain()
    return world


def _series(world: World) -> None:
    """Articles in threes with the same date, some tagged, and a few in Värmland."""
    with publishing():
        for number in range(ARTICLES):
            article = Article(title=f"Artikel {number:02}", date=FIRST_DAY + timedelta(days=number // 3))
            world.vantor.index.add_child(instance=article)
            if number % 5 == 0:
                article.tags.add("skola")
            if number % 10 == 0:
                article.tags.add("vård")
            article.save()
            world.series.append(article)
        for number in range(3):
            world.varmland.index.add_child(instance=Article(title=f"Värmländsk {number}", date=FIRST_DAY))


def _secrets(world: World) -> None:
    """One of each kind of thing that no reader may see, in Vantör and in Värmland."""
    for name in ("vantor", "varmland"):
        site = world.sites[name]
        draft = site.index.add_child(
            instance=Article(title=f"{CANARY} utkast {name}", live=False, image=world.images["draft"])
        )
        draft.tags.add(f"{CANARY}-tagg-{name}")
        draft.save_revision()
        private = make_page(site, f"{CANARY} privat {name}", image=world.images["private"])
        below = make_page(site, f"{CANARY} under {name}", under=private)
        private.view_restrictions.create(restriction_type="login")
        renamed = make_article(site, f"Gammalt namn {name}")
        renamed.title = f"{CANARY} ny rubrik {name}"
        renamed.save_revision()
        parent = make_page(site, f"{CANARY} borttagen {name}", slug=f"borttagen-{name}")
        child = make_page(site, f"Barn {name}", under=parent, slug="barn")
        parent.unpublish()
        world.pages |= {f"renamed {name}": renamed, f"orphan {name}": child}
        world.secret |= {
            f"draft {name}": draft,
            f"private {name}": private,
            f"below {name}": below,
            f"withdrawn {name}": parent,
        }


def body_of_all_blocks(world: World, pages: list[Page]) -> list[tuple[str, object]]:
    """Every block type; every page is linked to from every place where a link may stand."""
    image = world.images["shown"]
    links: list[dict[str, object]] = [
        *({"page": page} for page in pages),
        {"url": "https://www.example.se/"},
        {"file": world.documents["shown"]},
        {"email": "hej@example.se"},
        {"phone": "08-123 45 67"},
    ]
    cards = [{"title": f"Kort {n}", "text": "Ett ord", "image": image, "link": link} for n, link in enumerate(links)]
    linked = "".join(link_to(page) for page in pages)
    buttons = [{"label": "Kom med", "link": link, "style": "secondary"} for link in links[:3]]
    described = {"image": image, "alt": "I galleriet", "decorative": False, "caption": "Två ord"}
    table = {"columns": [{"type": "text", "heading": "Dag"}], "rows": [{"values": ["1 maj"]}], "caption": "Möten"}
    return [
        ("heading", {"text": "Föreningar", "level": "2"}),
        ("heading", {"text": "Föreningar", "level": "3"}),
        text("<p><b>Fetstil</b> och <i>kursivt</i></p>" + linked),
        ("accordion", {"items": [{"title": "Hur?", "text": linked}, {"title": "När?", "text": "<p>Nu.</p>"}]}),
        ("table", {"table": table, "header_column": True}),
        ("gallery", {"images": [described, described | {"alt": "", "decorative": True}]}),
        ("hero", {"heading": "Kom!", "text": linked, "image": image, "buttons": buttons}),
        *(("contact", {"heading": "Fråga", "person": str(person.pk)}) for person in world.people.values()),
        ("contact", {"name": "Kansliet", "email": "kansliet@example.se", "phone": "08-123 45 67", "image": image}),
        ("image", {"image": image, "alt": "Bilden här", "caption": "Bildtext", "size": "wide"}),
        ("image", {"image": image, "decorative": True, "size": "normal"}),
        ("embed", {"url": "https://youtu.be/aqz-KE-bpKQ", "title": "Talet på torget", "thumbnail": image}),
        *(("quote", {"text": "Vi bygger.", "attribution": "En medlem", "source": link}) for link in links),
        ("quote", {"text": "Utan källa.", "source": {}}),
        *(("button", {"label": "Följ med", "link": link, "style": "primary"}) for link in links),
        ("file", {"document": world.documents["shown"], "title": "Läs stadgarna"}),
        ("cards", {"heading": "Mer", "items": cards[:12]}),
        ("latest_articles", {"heading": "Nytt", "count": 4}),
    ]


def _rich_pages(world: World) -> None:
    foreign = list(world.varmland.index.get_children())[:1]
    targets = [*world.secret.values(), world.series[0], *foreign, *world.pages.values()]
    blocks = body_of_all_blocks(world, targets)
    fields = {"body": blocks, "lead": "En ingress", "image": world.images["shown"], "seo_image": world.images["shown"]}
    article = world.vantor.index.add_child(instance=Article(title="Allt i en artikel", live=False, **fields))
    article.date = FIRST_DAY - timedelta(days=30)
    article.correction_text, article.correction_at = "Fel dag.", FIRST_DAY
    article.tags.add("skola")
    article.authors.add(ArticleAuthor(name="Redaktionen", title="Vantör"))
    world.pages["article"] = publish(article)
    world.pages["page"] = make_page(world.vantor, "Allt på en sida", slug="allt", **fields)
    world.pages["organisation"] = publish(
        world.vantor.home.add_child(
            instance=OrganisationPage(
                title="Organisation", live=False, unit=world.varmland.unit, body_after=blocks, **fields
            )
        )
    )
    section = make_page(world.vantor, "Östra gården")
    world.pages |= {"section": section, "leaf": make_page(world.vantor, "Ängen", under=section)}
    make_page(world.varmland, "Bara här", image=world.images["foreign"])


def _welcome(world: World) -> None:
    home, targets = world.vantor.home, [*world.secret.values()][:2]
    home.hero_heading, home.closing = "Välkommen", "Vi ses"
    home.hero_text = "".join(link_to(page) for page in targets)
    home.image = world.images["shown"]
    home.hero_buttons = [
        ("button", {"label": "Bli med", "link": {"page": page}, "style": "primary"}) for page in targets
    ]
    home.engage = [
        ("card", {"title": "Följ oss", "text": "", "image": None, "link": {"page": page}}) for page in targets
    ]
    home.body = body_of_all_blocks(world, targets)
    world.vantor.home = publish(home)


def _frame(world: World) -> None:
    frontend = world.vantor.frontend
    child = {"label": "Inget här", "link": {"page": world.secret["draft vantor"]}}
    frontend.header = [
        ("item", {"label": "Om oss", "link": {"page": world.pages["page"]}, "children": [child]}),
        *(("item", {"label": "Ingenstans", "link": {"page": page}, "children": []}) for page in world.secret.values()),
    ]
    frontend.social = [("account", {"service": "mastodon", "label": "Oss", "url": "https://social.example.se/@vantor"})]
    frontend.logo = world.images["frame"]
    frontend.newsletter_text, frontend.newsletter_url = "Brev", "https://brev.example.se/"
    frontend.central_text, frontend.central_url = "Riks", "https://riks.example.se/"
    frontend.privacy_page = world.secret["private vantor"]
    frontend.accessibility_page = world.pages["page"]
    frontend.save()


def _tokens(world: World) -> None:
    frontend, now = world.vantor.frontend, timezone.now()
    world.tokens["good"] = FrontendToken.issue(frontend, "bra", timedelta(days=1))
    world.tokens["expired"] = FrontendToken.issue(frontend, "gammal", -MINUTE)
    world.tokens["revoked"] = FrontendToken.issue(frontend, "återkallad", timedelta(days=1))
    FrontendToken.objects.filter(name="återkallad").update(revoked_at=now)
    world.tokens["unknown"] = "gv_" + "x" * 43


def preview_token(world: World, page: Page) -> str:
    """A token as the admin's preview panel opens one."""
    context = RenderContext(preview=True)
    address = context.houses.locate(page.path, page.url_path)
    assert address is not None
    body = preview.draft_text(page, address, context)
    return PreviewDraft.open(user=world.user, site_id=address.house.site_id, page_id=page.pk, language="sv", body=body)
