"""What the tests look at: the stored rows of a page, a site's changes, and the law."""

from wagtail.models import Page

from cms.pipeline.publish import rebuild, worker
from cms.pipeline.publish.models import Change, Placement
from tests.build import Branch


def placement_of(page: Page) -> Placement | None:
    found = Placement.objects.filter(publication__kind="page", publication__identity__object_id=page.pk)
    return found.select_related("publication").first()


def body_of(page: Page) -> str:
    placement = placement_of(page)
    assert placement is not None
    return placement.publication.body


def changes(branch: Branch, after: int) -> list[tuple[str, str, str]]:
    rows = Change.objects.filter(site=branch.site, seq__gt=after).order_by("seq")
    return [(row.op, row.path, row.reason) for row in rows]


def version(branch: Branch) -> int:
    return Change.objects.filter(site=branch.site).count()


def assert_law() -> None:
    worker.drain()
    assert list(rebuild.differences()) == []
