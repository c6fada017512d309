"""Editors who may touch only their own site, and what they must never read of another's."""

from dataclasses import dataclass

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.db.models import Model
from django.test import Client
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from articles.models import Article
from cms.media.models import SiteDocument, SiteImage
from cms.sites.models import Redirect
from home.approval import make_approval
from home.groups import WRITERS
from organisation.models import Assignment, Body, Person, Post, SeatAllocation
from tests.build import Branch, assign, make_allocation, make_article, make_page, make_person, redirect_to
from tests.media.documents import site_document
from tests.media.pictures import drawing, encoded, site_image
from tests.organisation.conftest import board

__all__ = ["board"]  # a fixture

PAGE_RIGHTS = ["add_page", "change_page", "publish_page", "bulk_delete_page", "lock_page", "unlock_page"]
CANARY = "Kanarieprov"  # ASCII: JSON and addresses would spell other letters otherwise
MEMBERS = 59_259  # of Värmland; a number that stands nowhere else, and that nobody but superusers may read


@dataclass
class Desk:
    """One editor with a browser, a folder of images and documents, and a site."""

    user: User
    client: Client
    folder: Collection
    branch: Branch


def make_desk(branch: Branch) -> Desk:
    name = branch.frontend.slug
    group = Group.objects.create(name=f"Redaktörer {name}")
    folder = Collection.get_first_root_node().add_child(instance=Collection(name=f"Mapp {name}"))
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    allow(group, branch)
    for app, kind in (("wagtailimages", "image"), ("wagtaildocs", "document")):
        names = [f"{action}_{kind}" for action in ("add", "change", "delete", "choose")]
        for permission in Permission.objects.filter(codename__in=names, content_type__app_label=app):
            GroupCollectionPermission.objects.create(group=group, collection=folder, permission=permission)
    user = User.objects.create_user(f"editor-{name}", f"{name}@example.se", "hemligt-losen")
    user.groups.add(group)
    client = Client(raise_request_exception=True)
    client.force_login(user)
    return Desk(user, client, folder, branch)


def allow(group: Group, branch: Branch) -> None:
    """Let a group do everything with a site's pages."""
    for permission in Permission.objects.filter(codename__in=PAGE_RIGHTS):
        GroupPagePermission.objects.create(group=group, page=branch.home, permission=permission)


@pytest.fixture
def vantor_desk(vantor: Branch) -> Desk:
    return make_desk(vantor)


@pytest.fixture
def varmland_desk(varmland: Branch) -> Desk:
    return make_desk(varmland)


def make_writer(desk: Desk) -> Desk:
    """Somebody who writes on an editor's site without publishing; the editor's group approves."""
    name = desk.branch.frontend.slug
    group = Group.objects.create(name=f"Skribenter {name}")
    WRITERS.allow(group, desk.branch.home, desk.folder)
    make_approval(name, desk.branch.home, desk.user.groups.get())
    user = User.objects.create_user(f"writer-{name}", f"writer-{name}@example.se", "hemligt-losen", first_name="Sanna")
    user.groups.add(group)
    client = Client(raise_request_exception=True)
    client.force_login(user)
    return Desk(user, client, desk.folder, desk.branch)


@pytest.fixture
def vantor_writer(vantor_desk: Desk) -> Desk:
    return make_writer(vantor_desk)


@dataclass
class Secrets:
    """Things of Värmland that no one in Vantör may read, each with a canary in its title."""

    draft: Page
    private: Page
    renamed: Page  # public, with a new title that is not published yet
    image: SiteImage
    document: SiteDocument
    register: "Register"
    redirect: Redirect


@dataclass
class Register:
    """One of each of what a unit keeps in the admin."""

    body: Body
    post: Post
    person: Person
    assignment: Assignment
    allocation: SeatAllocation

    def all(self) -> list[Model]:
        return [self.body, self.post, self.person, self.assignment, self.allocation]


def make_register(branch: Branch, word: str) -> Register:
    """A person who has not agreed to be named holds a post in a body, and the body has delegates."""
    body = Body.objects.create(unit=branch.unit, kind="other", name=f"{word} organ", meets_note=f"{word} ibland")
    post = Post.objects.create(unit=branch.unit, body=body, role="other", label=f"{word} post")
    person = make_person(branch.unit, f"{word} Exempelsson", consent_on=None, mailbox=f"{word}@example.se")
    allocation = make_allocation(body, 8, {branch.unit: MEMBERS})
    return Register(body, post, person, assign(person, post), allocation)


@pytest.fixture
def secrets(varmland: Branch, varmland_desk: Desk) -> Secrets:
    draft = varmland.index.add_child(instance=Article(title=f"{CANARY} utkast", live=False))
    draft.tags.add(f"{CANARY}-tagg")
    draft.save_revision(user=varmland_desk.user)
    private = make_page(varmland, f"{CANARY} privat")
    private.view_restrictions.create(restriction_type="login")
    renamed = make_article(varmland, "Gammalt namn")
    renamed.title = f"{CANARY} ny rubrik"
    renamed.save_revision(user=varmland_desk.user)
    image = site_image(encoded(drawing(60, 40), "PNG"), "bild.png", collection=varmland_desk.folder)
    SiteImage.objects.filter(pk=image.pk).update(title=f"{CANARY} bild")
    document = site_document(name=f"{CANARY}.pdf", title=f"{CANARY} stadgar", collection=varmland_desk.folder)
    redirect = redirect_to(varmland, "/hemligt/", f"https://www.example.se/{CANARY}")
    return Secrets(draft, private, renamed, image, document, make_register(varmland, CANARY), redirect)


@pytest.fixture
def root(db: None) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("root", "root@example.se", "hemligt-losen"))
    return client
