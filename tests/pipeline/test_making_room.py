"""Order in the tree: a page that is put before others moves them along, which no signal tells of."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cms.pipeline.publish.models import Change, Placement
from tests.build import Branch, make_article, make_page, tree_root
from tests.pipeline.stored import assert_law, placement_of, version

pytestmark = pytest.mark.django_db


def in_order(where: Branch) -> list[str]:
    placed = Placement.objects.filter(site=where.site, kind="page").order_by("tree_path")
    return list(placed.values_list("path", flat=True))


def test_a_page_put_first_moves_all_others_along(vantor: Branch) -> None:
    pages = [make_page(vantor, title) for title in ("Ett", "Två", "Tre")]
    make_page(vantor, "Inne", under=pages[0])
    make_article(vantor, "Torgmöte")
    before = version(vantor)
    pages[2].move(vantor.home, pos="first-child")
    assert in_order(vantor) == ["/", "/tre/", "/aktuellt/", "/aktuellt/torgmöte/", "/ett/", "/ett/inne/", "/två/"]
    # Only the page that was moved looks different to anyone.
    changed = Change.objects.filter(site=vantor.site, seq__gt=before)
    assert [change.path for change in changed] == ["/tre/"]
    assert_law()


def test_a_page_put_before_others_under_another_parent_moves_those(vantor: Branch) -> None:
    above = make_page(vantor, "Politik")
    there = make_page(vantor, "Bostäder", under=above)
    make_page(vantor, "Hyror", under=there)
    make_page(vantor, "Skola").move(there, pos="left")
    tail = ["/politik/", "/politik/skola/", "/politik/bostäder/", "/politik/bostäder/hyror/"]
    assert in_order(vantor)[-4:] == tail
    assert_law()


def test_a_start_page_put_before_others_moves_other_sites_along(vantor: Branch, varmland: Branch) -> None:
    page = make_page(vantor, "Politik")
    varmland.home.move(tree_root(), pos="first-child")
    page.refresh_from_db()
    assert placement_of(page).tree_path == page.path
    assert_law()


def test_how_many_are_moved_along_costs_no_further_query(vantor: Branch) -> None:
    def queries() -> int:
        page = make_page(vantor, "Först")
        with CaptureQueriesContext(connection) as seen:
            page.move(vantor.home, pos="first-child")
        page.delete()
        return len(seen)

    make_page(vantor, "En")
    queries()  # some are asked once in a process
    few = queries()
    for number in range(20):
        make_page(vantor, f"Sida {number}")
    assert queries() == few


def test_a_front_door_comes_to_stand_before_the_others(vantor: Branch, varmland: Branch) -> None:
    make_article(vantor)
    varmland.home.move(tree_root(), pos="first-child")
    assert_law()
