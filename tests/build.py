"""Building blocks of the tests: a small organisation made through the models that the product uses."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone
from wagtail.models import Page, Site

from articles.models import Article, ArticleIndex
from cms.core.page import BasePage
from cms.pipeline.publish.publishing import publishing
from cms.sites.models import Frontend, Redirect
from home.models import ContentPage, WelcomePage
from organisation.models import AllocationShare, Assignment, Body, Person, Post, SeatAllocation, Unit


@dataclass
class Branch:
    """One site with its front door, its article index and its unit."""

    site: Site
    frontend: Frontend
    unit: Unit
    home: WelcomePage
    index: ArticleIndex


def tree_root() -> Page:
    return Page.objects.get(depth=1)


def make_site(slug: str, *, kind: str = "branch", parent: Unit | None = None, port: int = 9001) -> Branch:
    """A live site at http://localhost:{port} with an empty article index at /aktuellt/."""
    with publishing():
        home = tree_root().add_child(instance=WelcomePage(title=f"Välkommen till {slug}", slug=slug))
        index = home.add_child(instance=ArticleIndex(title="Aktuellt", slug="aktuellt"))
        site = Site.objects.create(hostname="localhost", port=port, root_page=home, site_name=slug)
        frontend = Frontend.objects.create(site=site, slug=slug, name=slug.title(), base_url=f"http://localhost:{port}")
        unit = Unit.objects.create(name=slug.title(), slug=slug, kind=kind, parent=parent, frontend=frontend)
    return Branch(site, frontend, unit, home, index)


def make_article(where: Branch, title: str = "Torgmöte", **fields: object) -> Article:
    """A live article in the site's index."""
    return publish(where.index.add_child(instance=Article(title=title, live=False, **fields)))


def make_page(where: Branch, title: str = "Om oss", under: Page | None = None, **fields: object) -> ContentPage:
    """A live content page."""
    return publish((under or where.home).add_child(instance=ContentPage(title=title, live=False, **fields)))


def day(offset: int = 0) -> date:
    """Today, or so many days from it, in the organisation's time zone."""
    return timezone.localdate() + timedelta(days=offset)


def make_board(unit: Unit, **posts: int) -> Body:
    """A board with posts by role, each with so many seats: `make_board(unit, chair=1, member=3)`."""
    board = Body.objects.create(unit=unit, kind="board", meets="fortnightly")
    for order, (role, seats) in enumerate(posts.items()):
        Post.objects.create(unit=unit, body=board, role=role, seats=seats, sort_order=order)
    return board


def make_person(unit: Unit, name: str = "Ylva Exempelsson", **fields: object) -> Person:
    """Somebody who has agreed to be named, unless `consent_on` says otherwise."""
    return Person.objects.create(unit=unit, name=name, **{"consent_on": day(-1)} | fields)


def assign(person: Person, post: Post, **fields: object) -> Assignment:
    """An assignment since yesterday."""
    return Assignment.objects.create(person=person, post=post, **{"start_date": day(-1)} | fields)


def make_allocation(body: Body, seats: int, members: dict[Unit, int], **fields: object) -> SeatAllocation:
    """A body's seats over units with so many members, a month ago unless `basis_date` says otherwise."""
    allocation = SeatAllocation(body=body, seats=seats, **{"basis_date": day(-30)} | fields)
    allocation.shares = [AllocationShare(unit=unit, members=number) for unit, number in members.items()]
    allocation.save()
    return allocation


def redirect_to(where: Branch, path: str, target: Page | str, **fields: object) -> Redirect:
    """A redirect as the admin saves it: checked first."""
    to = {"url": target} if isinstance(target, str) else {"page": target}
    redirect = Redirect(frontend=where.frontend, path=path, **to | fields)
    redirect.full_clean(exclude=["path_key"])
    redirect.save()
    return redirect


def publish(page: BasePage) -> BasePage:
    """Publish as the admin does: a revision, then its action; the page as it stands afterwards."""
    with publishing():
        page.save_revision().publish()
    return page.__class__.objects.get(pk=page.pk)


def text(html: str) -> tuple[str, str]:
    """A paragraph block."""
    return ("paragraph", html)


def link_to(page: Page) -> str:
    """Rich text that links to a page, as Wagtail stores it."""
    return f'<p>Läs <a linktype="page" id="{page.pk}">mer om det</a>.</p>'
