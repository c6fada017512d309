"""The database: a national site and fifty districts, made through the models and published by `publish --all`'s code.

Run as a process of its own (servers.py): `python -m tests.bench.delivery.content ARTICLES FACTS.json`. Every article
stands on its district's site and, as one that was shared with it, on the national one.
"""

import json
import sys
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import TypeVar

import django

django.setup()

from django.contrib.contenttypes.models import ContentType  # noqa: E402
from django.core.cache import cache  # noqa: E402
from django.core.files.base import ContentFile  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.db.models import F  # noqa: E402
from django.utils.text import slugify  # noqa: E402
from PIL import Image, ImageDraw  # noqa: E402
from taggit.models import Tag  # noqa: E402
from wagtail.models import Locale, Page, Site  # noqa: E402
from wagtail.signal_handlers import disable_reference_index_auto_update  # noqa: E402
from wagtail.utils.file import hash_filelike  # noqa: E402

from articles.models import Article, ArticleIndex  # noqa: E402
from articles.models.article import ArticleTag  # noqa: E402
from cms.core.page_kind import PageKind  # noqa: E402
from cms.core.shapes import OnSite  # noqa: E402
from cms.media.finish import finish  # noqa: E402
from cms.media.models import SiteImage  # noqa: E402
from cms.pipeline.publish import kinds, rebuild  # noqa: E402
from cms.pipeline.publish.context import RenderContext  # noqa: E402
from cms.pipeline.publish.houses import House  # noqa: E402
from cms.pipeline.publish.kinds import Placed, Rendered, Seen  # noqa: E402
from cms.pipeline.publish.models import Identity, Placement, Publication  # noqa: E402
from cms.pipeline.publish.publishing import publishing  # noqa: E402
from home import initial  # noqa: E402
from home.provisioning import Provisioned, UnitFacts, provision  # noqa: E402
from tests.bench.delivery import words  # noqa: E402
from tests.bench.delivery.apps import RENDITION  # noqa: E402

DISTRICTS = 50
NATIONAL = "riks"
DOMAIN = "bench.test"
ALL_SITES = f"alla.{DOMAIN}"  # the host at which the peer shows every site's pages: those below the root of the tree
T = TypeVar("T", bound=Seen | None)
FILES = 8  # that the images share


def build(articles: int) -> None:
    """Fill an empty database."""
    cache.clear()
    call_command("migrate", verbosity=0)
    with disable_reference_index_auto_update():
        with publishing():
            initial.clear()
            places = _sites()
            Site.objects.create(hostname=ALL_SITES, port=443, root_page=Page.objects.get(depth=1))
        say("sites")
        images = _images(places[NATIONAL])
        say("images")
        with transaction.atomic():
            _articles(articles, list(places.values()), images)
        say("articles")
    call_command("rebuild_references_index", verbosity=0)  # which every save keeps, but not bulk_create
    _publish()
    call_command("update_index", verbosity=0)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
    say("the peer's search index")


def say(text: str) -> None:
    """How far it has come."""
    print(f"  made: {text}", flush=True)


# --- sites and images -------------------------------------------------------------------------


def _sites() -> dict[str, Provisioned]:
    """The national body first: the districts belong to it."""
    facts = [UnitFacts(slug=NATIONAL, name="Riksorganisationen", kind="national", email=f"info@{DOMAIN}")]
    for number in range(DISTRICTS):
        slug = f"distrikt-{number:02}"
        facts.append(UnitFacts(slug=slug, name=f"Distrikt {number:02}", kind="district", parent=NATIONAL))
    return {one.slug: _site(one) for one in facts}


def _site(facts: UnitFacts) -> Provisioned:
    """With the frame of an ordinary site: a menu above and below, an address, a newsletter."""
    place = provision(facts, label=facts.name, base_url=f"https://{facts.slug}.{DOMAIN}")
    frontend = place.frontend
    link = {"label": "Aktuellt", "link": {"page": place.index.pk}}
    frontend.header = json.dumps([{"type": "item", "value": link}])
    frontend.footer = json.dumps([{"type": "item", "value": link}])
    frontend.email, frontend.phone = f"{facts.slug}@{DOMAIN}", "010-000 00 00"
    frontend.newsletter_text, frontend.newsletter_label = "Ett brev i månaden.", "Prenumerera"
    frontend.newsletter_url = f"https://brev.{DOMAIN}/"
    frontend.save()
    return place


def _images(place: Provisioned) -> list[int]:
    """Their primary keys, by number; each with its whole ladder, and with the peer's rendition."""
    files = [_drawing(number) for number in range(FILES)]
    made = []
    for number in range(words.IMAGES):
        file = ContentFile(files[number % FILES], name=f"bild-{number}.jpg")
        about = {"title": f"Bild {number}", "description": f"Ett torg med {number + 1} duvor.", "credit": "Exempel"}
        image = SiteImage.objects.create(
            file=file, file_hash=hash_filelike(file), collection=place.collection, **about
        )  # which makes the quick rungs
        finish(SiteImage.objects.get(pk=image.pk))
        image.get_rendition(RENDITION)
        made.append(image.pk)
    return made


def _drawing(number: int) -> bytes:
    picture = Image.new("RGB", (640, 427), (40 + 20 * number, 90, 200 - 20 * number))
    ImageDraw.Draw(picture).ellipse((100 + 20 * number, 60, 400, 380), fill=(230, 200, 20 * number))
    content = BytesIO()
    picture.save(content, "JPEG", quality=80)
    return content.getvalue()


# --- articles ---------------------------------------------------------------------------------


def _articles(count: int, places: list[Provisioned], images: list[int]) -> None:
    """In bulk: the rows that publishing each in the admin would leave, without its revisions."""
    texts = [words.article(number, count) for number in range(count)]
    indexes = [ArticleIndex.objects.get(pk=place.index.pk) for place in places]
    pages = Page.objects.bulk_create(_pages(texts, indexes), batch_size=500)
    for text, page in zip(texts, pages, strict=True):
        row = Article(
            page_ptr_id=page.pk,
            lead=text.lead,
            date=text.date,
            image_id=images[text.teaser],
            body=words.stream(text, images[text.inner], pages[text.link].pk),
        )
        row.save_base(raw=True, force_insert=True)  # its own table only: the page's row stands
    for number, index in enumerate(indexes):
        Page.objects.filter(pk=index.pk).update(numchild=len(range(number, count, len(indexes))))
    tags = {name: Tag.objects.create(name=name, slug=slugify(name)) for name in words.TAGS}
    marks = [
        ArticleTag(content_object_id=page.pk, tag=tags[name])
        for text, page in zip(texts, pages, strict=True)
        for name in text.tags
    ]
    ArticleTag.objects.bulk_create(marks, batch_size=500)


def _pages(texts: list[words.ArticleText], indexes: list[ArticleIndex]) -> list[Page]:
    """The rows of the page tree: dealt out over the sites in turn."""
    kind, locale = ContentType.objects.get_for_model(Article), Locale.objects.get(language_code="sv")
    made = []
    for text in texts:
        round_, at = divmod(text.number, len(indexes))
        above = indexes[at]
        made.append(
            Page(
                title=text.title,
                draft_title=text.title,
                slug=text.slug,
                content_type=kind,
                locale=locale,
                path=Page._get_path(above.path, above.depth + 1, round_ + 1),
                depth=above.depth + 1,
                url_path=f"{above.url_path}{text.slug}/",
                live=True,
                first_published_at=text.date,
                last_published_at=text.date,
            )
        )
    return made


# --- publishing -------------------------------------------------------------------------------


class SharedWithNational(PageKind):
    """Pages, with every article of a district seen on the national site too."""

    def see(self, page: Page, context: RenderContext) -> Seen | None:
        return _shared(super().see(page, context), page, context)

    def render(self, page: Page, context: RenderContext) -> Rendered | None:
        return _shared(super().render(page, context), page, context)


def _shared(seen: T, page: Page, context: RenderContext) -> T:
    """The same, seen on the national site too."""
    national = next(house for house in context.houses if house.slug == NATIONAL)
    if seen is None or not isinstance(page, Article) or seen.placements[0].site_id == national.site_id:
        return seen
    return replace(seen, placements=(*seen.placements, _carried(seen.placements[0], page, national, context)))


def _carried(own: Placed, page: Article, national: House, context: RenderContext) -> Placed:
    """Where the national site shows it: in its own article index."""
    root = national.roots[0].tree_path
    index = context.once("national index", lambda: ArticleIndex.objects.get(path__startswith=root))
    home = context.houses.get(own.site_id)
    path = f"/aktuellt/{page.slug}/"
    seen = {
        **own.overlay.model_dump(),
        "site": national.slug,
        "path": path,
        "url": national.base_url + path,
        "shared": {"from": {"site": home.slug, "name": home.name, "url": own.url}, "at": page.date, "noindex": False},
    }
    return replace(
        own,
        site_id=national.site_id,
        overlay=OnSite(**seen),
        path=path,
        url=national.base_url + path,
        parent=context.identity("page", index.pk),
        tree_path=index.path + page.path[-4:],
        shared=True,
    )


def _publish() -> None:
    kinds.register(SharedWithNational())
    done = 0
    for number, refused in rebuild.publish_all():
        assert not refused, refused
        done += number
        if done % 2500 < number:
            say(f"{done} publications")
    # Each was rendered once, and nobody wrote meanwhile: the second look that a worker takes would find it the same.
    Publication.objects.update(wanted=F("rendered"), behind_since=None)


# --- facts ------------------------------------------------------------------------------------


def facts() -> dict[str, object]:
    """What the cases are made of: where each article is, on the wire and for the peer."""
    ids = dict(Identity.objects.filter(kind="page").values_list("object_id", "uuid"))
    placed = Placement.objects.filter(type="article", shared=False).values_list(
        "publication__identity__object_id", "site__frontend__slug", "path"
    )
    found = [{"pk": pk, "id": str(ids[pk]), "site": site, "path": path} for pk, site, path in sorted(placed)]
    return {"national": NATIONAL, "all_sites": ALL_SITES, "domain": DOMAIN, "articles": found}


if __name__ == "__main__":
    build(int(sys.argv[1]))
    Path(sys.argv[2]).write_text(json.dumps(facts()))
