"""Making room: a page that comes to stand before others moves them, and all below them, one step along.

Treebeard rewrites their paths in one statement and tells nobody. Nothing that a front end reads of them changes but
their order, so what is stored follows in two statements too, instead of a render of every page.
"""

from django.db.models import OuterRef, QuerySet, Subquery
from django.db.models.functions import Concat, Left, Length
from wagtail.models import Page

from cms.pipeline.publish.houses import STEP
from cms.pipeline.publish.models import Identity, Placement, Publication


def follow(moved: Page) -> None:
    """Store where the pages behind `moved` now stand. `moved`: as it is after its move."""
    identities = Identity.objects.filter(kind="page", object_id__in=_behind(moved).values("pk")).values("pk")
    path = _path_of("publication")
    Placement.objects.filter(publication__in=identities).exclude(tree_path="").update(tree_path=path)
    path = _path_of("pk")
    address = Left("anchor", Length("anchor") - Length(path))  # a step along leaves a path as long as it was
    Publication.objects.filter(identity__in=identities).exclude(anchor="").update(anchor=Concat(address, path))


def _path_of(publication: str) -> Subquery:
    """The path of the page that a row's field `publication` names."""
    owner = Identity.objects.filter(pk=OuterRef(OuterRef(publication))).values("object_id")
    return Subquery(Page.objects.filter(pk__in=owner).values("path"))


def _behind(moved: Page) -> QuerySet[Page]:
    """The pages that stand after this one under the same parent, and those below them."""
    parent = moved.path[:-STEP]
    later = Page.objects.filter(path__startswith=parent, path__gt=moved.path, depth__gte=moved.depth)
    return later.exclude(path__startswith=moved.path)
