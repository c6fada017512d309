"""Where a name stands in what the editor may change: pages and their drafts, pictures, files, frames, the register."""

from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Model, Q, QuerySet
from django.db.models.functions import Cast
from taggit.models import Tag
from wagtail.models import Page, Revision, get_page_models
from wagtail.permissions import policy_registry

from cms.core import viewer
from cms.media.models import SiteDocument, SiteImage
from cms.sites.models import Frontend
from organisation.mentions.name import Name
from organisation.mentions.texts import holding, probed, strings
from organisation.models.body import Body
from organisation.models.post import Post
from organisation.models.unit import Unit

# By the kind of their publication, or a word of our own.
OTHERS: dict[str, type[Model]] = {
    "image": SiteImage,
    "file": SiteDocument,
    "frame": Frontend,
    "unit": Unit,
    "body": Body,
    "post": Post,
}


@dataclass(frozen=True)
class Mendable:
    """A thing whose own texts hold the name: as it stands, in a draft that is not published yet, or both."""

    kind: str
    thing: Any
    stands: bool = True
    draft: bool = False

    @property
    def label(self) -> str:
        model = self.thing.specific_class if self.kind == "page" else type(self.thing)
        return str(model._meta.verbose_name)

    @property
    def title(self) -> str:
        return self.thing.get_admin_display_title() if self.kind == "page" else str(self.thing)


def mendable(name: Name, user: Any) -> list[Mendable]:
    """All of them, in a set number of queries: pages first, then their drafts, then the rest."""
    pages = {page.pk: page for model in get_page_models() for page in _pages(model, name, user)}
    drafts = {page.pk: page for page in _drafts(name, user)}
    found = [
        Mendable("page", page, stands=pk in pages and page.live, draft=pk in drafts or not page.live)
        for pk, page in sorted((drafts | pages).items(), reverse=True)
    ]
    for kind, model in OTHERS.items():
        policy = policy_registry.get_by_type(model)
        own = policy.instances_user_has_any_permission_for(user, ["change"]).values("pk")
        found += [Mendable(kind, thing) for thing in holding(model._default_manager.filter(pk__in=own), name)]
    return found


def _pages(model: type[Page], name: Name, user: Any) -> list[Page]:
    own = viewer.own_pages(user).values("pk")
    return holding(model._default_manager.filter(pk__in=own), name)


def _drafts(name: Name, user: Any) -> list[Page]:
    """The pages that hold it in what is to be published by hand or by schedule."""
    own = viewer.own_pages(user)
    latest = own.filter(Q(has_unpublished_changes=True) | Q(live=False)).values("latest_revision")
    numbers = own.annotate(number=Cast("pk", CharField())).values("number")
    coming = Q(approved_go_live_at__isnull=False, object_id__in=numbers)
    revisions = Revision.page_revisions.filter(Q(pk__in=latest) | coming)
    tags = _tags(name)
    held = probed(revisions, ["content"], name) if not tags else revisions
    pks = {int(one.object_id) for one in held if _holds(one.content, name, tags)}
    return list(Page.objects.filter(pk__in=pks).order_by("-pk"))


def _holds(content: dict[str, Any], name: Name, tags: set[int]) -> bool:
    kept = {key: value for key, value in content.items() if key != "url_path"}  # the address of what stands above it
    tagged = {row.get("tag") for row in content.get("tagged_items", [])}
    return bool(tagged & tags) or any(map(name.stands_in, strings(kept)))


def _tags(name: Name) -> set[int]:
    """A draft holds its tags by their numbers."""
    found: QuerySet[Any] = probed(Tag.objects.all(), ["name"], name)
    return {tag.pk for tag in found if name.stands_in(tag.name)}
