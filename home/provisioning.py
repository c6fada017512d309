"""Provisioning: everything that one site needs, made in one transaction. Run twice, it makes nothing twice.

A site's editors and its writers are groups that reach the site's own pages and its own folder of images and documents,
and nothing else. What a writer hands in, an editor approves.
"""

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from django.contrib.auth.models import Group
from wagtail.models import Collection, Page, Site, Workflow

from articles.models import ArticleIndex
from cms.pipeline.publish.publishing import publishing
from cms.sites.models import Frontend, FrontendOrigin
from home import approval
from home.groups import EDITORS, WRITERS, ProvisioningError, refuse_others
from home.models import WelcomePage
from organisation.models import Unit, UnitArea


@dataclass(frozen=True)
class Area:
    """Where a unit works: scheme `se-kommun`, `se-lan` or `stadsdel`, SCB's code (or none), the name; all or part."""

    scheme: str
    code: str
    name: str
    partial: bool = False


@dataclass(frozen=True)
class UnitFacts:
    """What is known of a unit; `parent` is the slug of the unit above."""

    slug: str
    name: str
    kind: str
    parent: str = ""
    areas: tuple[Area, ...] = ()
    has_board: bool | None = None
    email: str = ""
    phone: str = ""
    address: str = ""
    website: str = ""


@dataclass(frozen=True)
class Provisioned:
    """A site with all that belongs to it."""

    unit: Unit
    site: Site
    frontend: Frontend
    home: WelcomePage
    index: ArticleIndex
    collection: Collection
    editors: Group
    writers: Group
    workflow: Workflow


def provision(
    facts: UnitFacts, *, label: str, base_url: str, slug: str = "", name: str = "", origins: Iterable[str] = ()
) -> Provisioned:
    """A site for a unit, from the unit to its editors and writers; what stands already stays as it is.

    `label` is the short name ("Vantör") of the folder, the groups and the workflow, `base_url` the front end's
    address; slug and name are the unit's if they are left out.
    """
    with publishing():
        unit = make_unit(facts)
        frontend = _frontend(unit, slug or unit.slug, name or unit.name, base_url, origins)
        home = WelcomePage.objects.get(pk=frontend.site.root_page_id)
        index = ArticleIndex.objects.child_of(home).first()
        if index is None:
            index = home.add_child(instance=ArticleIndex(title="Aktuellt", slug="aktuellt"))
        editors, writers, collection = EDITORS.group(label), WRITERS.group(label), _collection(label)
        refuse_others([editors, writers], home, collection)
        EDITORS.allow(editors, home, collection)
        WRITERS.allow(writers, home, collection)
        approval.retire_wagtails()
        workflow = approval.make_approval(label, home, editors)
    return Provisioned(unit, frontend.site, frontend, home, index, collection, editors, writers, workflow)


def make_unit(facts: UnitFacts) -> Unit:
    """The unit with this slug, made if it does not exist."""
    with publishing():
        unit = Unit.objects.filter(slug=facts.slug).first()
        if unit:
            return unit
        columns = {name: getattr(facts, name) for name in ("email", "phone", "address", "website", "has_board")}
        parent = Unit.objects.get(slug=facts.parent) if facts.parent else None
        unit = Unit(slug=facts.slug, name=facts.name, kind=facts.kind, parent=parent, **columns)
        unit.areas = [UnitArea(**asdict(area)) for area in facts.areas]
        unit.full_clean()
        unit.save()
        return unit


def _frontend(unit: Unit, slug: str, name: str, base_url: str, origins: Iterable[str]) -> Frontend:
    """The front end with its Wagtail Site and its live root page."""
    frontend = Frontend.objects.filter(slug=slug).select_related("site").first()
    if unit.frontend not in (None, frontend):
        raise ProvisioningError(f"{unit} already has the site {unit.frontend}.")
    if frontend is None:
        tree = Page.objects.get(depth=1)
        home = tree.add_child(instance=WelcomePage(title=f"Välkommen till {name}", slug=slug))
        # The front end writes the site's host and port from its own address.
        site = Site.objects.create(hostname=slug, root_page=home)
        frontend = Frontend(site=site, slug=slug, name=name, base_url=base_url)
        frontend.origins = [FrontendOrigin(origin=origin) for origin in origins]
        frontend.full_clean()
        frontend.save()
    if unit.frontend is None:
        unit.frontend = frontend
        unit.save()
    return frontend


def _collection(label: str) -> Collection:
    root = Collection.get_first_root_node()
    return root.get_children().filter(name=label).first() or root.add_child(name=label)
