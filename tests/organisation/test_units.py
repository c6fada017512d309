"""A unit's publication: bodies, posts, dates, and what makes them change."""

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms.pipeline.publish import worker
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.models import Change, Publication
from organisation.models import Body, Post, Unit, UnitArea
from organisation.unit_kind import UnitKind
from tests.api.test_schema import complaints
from tests.build import Branch, assign, day, make_board, make_person
from tests.organisation.conftest import Board
from tests.pipeline.stored import assert_law, body_of

pytestmark = pytest.mark.django_db


def unit_of(client: Client, slug: str) -> dict[str, object]:
    return client.get(f"/api/v1/organisation/units/{slug}/").json()


def test_bodies_posts_and_offices(board: Board, vantor: Branch, client: Client) -> None:
    meeting = Body.objects.create(unit=vantor.unit, kind="annual_meeting", is_highest=True, meets="yearly")
    meeting.elects.add(board.body)
    office = {"role": "public_office", "label": "Ledamot", "place": "Stadsdelsnämnden"}
    seat = Post.objects.create(unit=vantor.unit, **office)
    assign(make_person(vantor.unit, "Nämnda Exempel"), seat)
    worker.drain()
    unit = unit_of(client, "vantor")
    first, second = unit["bodies"]
    assert (first["kind"], first["label"], first["highest"]) == ("annual_meeting", "Årsmöte", True)
    assert first["meets"] == {"interval": "yearly", "label": "Varje år", "note": ""}
    assert first["elects"] == [{name: second[name] for name in ("id", "name", "kind", "label")}]
    assert [post["role"] for post in second["posts"]] == ["chair", "member"]
    assert second["posts"][1]["seats"] == 3
    [place] = unit["posts"]
    assert (place["label"], place["place"]) == ("Ledamot", "Stadsdelsnämnden")
    assert [holder["person"]["name"] for holder in place["holders"]] == ["Nämnda Exempel"]
    assert complaints(client.get("/api/v1/schema/").json(), "Unit", unit) == []
    assert_law()


def test_a_dissolved_unit_is_gone_and_leaves_no_gap(
    federation: dict[str, Branch], board: Board, client: Client, clock: Callable[[int], None]
) -> None:
    stockholm = federation["stockholm"].unit
    stockholm.dissolution_date = day(1)
    stockholm.save()
    worker.drain()
    assert [above["slug"] for above in unit_of(client, "vantor")["ancestors"]] == ["riks", "stockholm"]
    clock(1)
    worker.drain()
    assert client.get("/api/v1/organisation/units/stockholm/").status_code == 404
    assert [above["slug"] for above in unit_of(client, "vantor")["ancestors"]] == ["riks"]
    assert [below["slug"] for below in unit_of(client, "riks")["children"]] == ["varmland"]
    assert client.get("/api/v1/sites/vantor/").json()["ancestors"][-1]["slug"] == "riks"
    assert_law()


def test_a_unit_is_founded_by_itself(
    federation: dict[str, Branch], client: Client, clock: Callable[[int], None]
) -> None:
    parent = federation["varmland"].unit
    Unit.objects.create(name="Sunne", slug="sunne", kind="branch", parent=parent, founding_date=day(2))
    worker.drain()
    assert client.get("/api/v1/organisation/units/sunne/").status_code == 404
    clock(2)
    worker.drain()
    assert unit_of(client, "sunne")["founding_date"] == day().isoformat()
    assert [below["slug"] for below in unit_of(client, "varmland")["children"]] == ["sunne"]
    assert_law()


def test_a_page_follows_a_unit_that_has_no_site(vantor: Branch, board: Board) -> None:
    """Nothing is placed then, and yet whoever shows the unit must be told."""
    unit = Unit.objects.get(slug="vantor")
    unit.frontend = None
    unit.save()
    worker.drain()
    unit.phone = "070-174 06 98"
    unit.save()
    worker.drain()
    assert "070-174 06 98" in body_of(board.page)
    assert_law()


def test_nothing_new_makes_no_change(board: Board) -> None:
    before = Change.objects.count()
    board.person.save()
    board.assignment.save()
    board.body.save()
    board.chair.save()
    worker.drain()
    assert Change.objects.count() == before


def test_a_board_of_twenty_asks_as_often_as_a_board_of_one(vantor: Branch) -> None:
    post = make_board(vantor.unit, member=20).posts.get()
    people = [make_person(vantor.unit, f"Nummer {n} Exempel") for n in range(20)]
    counts = []
    for some in (people[:1], people[1:]):
        for person in some:
            assign(person, post)
        worker.drain()
        unit = UnitKind().load([vantor.unit.pk])[vantor.unit.pk]
        context = RenderContext()
        context.know({(p.identity.kind, p.identity.object_id): p.pk for p in Publication.objects.all()})
        with CaptureQueriesContext(
            connection,
        ) as queries:
            UnitKind().render(unit, context)
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("scheme", "code", "good"),
    [
        ("se-kommun", "1780", True),
        ("se-kommun", "178", False),
        ("se-kommun", "", False),
        ("se-lan", "17", True),
        ("se-lan", "1780", False),
        ("stadsdel", "", True),
        ("stadsdel", "vantor", True),
        ("stadsdel", "<b>", False),
    ],
)
def test_codes_of_areas(vantor: Branch, scheme: str, code: str, good: bool) -> None:
    area = UnitArea(unit=vantor.unit, scheme=scheme, code=code, name="Namn")
    if good:
        area.full_clean()
    else:
        with pytest.raises(ValidationError, match="code"):
            area.full_clean()


def test_one_body_is_the_highest(vantor: Branch) -> None:
    Body.objects.create(unit=vantor.unit, kind="annual_meeting", is_highest=True)
    with pytest.raises(ValidationError, match="redan ett organ"):
        Body(unit=vantor.unit, kind="board", is_highest=True).full_clean()
