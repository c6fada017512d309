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
from organisation import areas
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
    ("scheme", "code", "name", "told"),
    [
        ("", "1780", "", ("se-kommun", "Karlstad")),
        ("se-kommun", "17", "Karlstad", ("se-lan", "Värmlands län")),
        ("se-lan", "1780", "Värmlands län", ("se-kommun", "Karlstad")),
        ("", "", "Vantör", ("stadsdel", "Vantör")),
        ("se-kommun", "", "Vantör", ("stadsdel", "Vantör")),
        ("stadsdel", "vantor", "Vantör", ("stadsdel", "Vantör")),
        ("se-kommun", "178", "Karlstad", "code"),
        ("se-kommun", "9999", "Karlstad", "code"),
        ("", "vantor", "Vantör", "code"),
        ("stadsdel", "<b>", "Vantör", "code"),
        ("", "", "", "name"),
    ],
)
def test_an_area_is_known_by_its_code(
    vantor: Branch, scheme: str, code: str, name: str, told: tuple[str, str] | str
) -> None:
    area = UnitArea(unit=vantor.unit, scheme=scheme, code=code, name=name)
    if isinstance(told, tuple):
        area.clean()
        assert (area.scheme, area.name) == told
    else:
        with pytest.raises(ValidationError, match=told):
            area.clean()


def test_the_areas_of_the_country_come_with_the_system() -> None:
    codes = areas.official()
    assert len(areas.counties()) == 21
    assert len(codes) == 21 + 290
    assert all(code[:2] in codes for code in codes)
    assert sum(len(below) for _, below in areas.choices()) == 21 + 290
    assert [name for _, name in areas.municipalities("17")][-3:] == ["Säffle", "Torsby", "Årjäng"]
    assert areas.named("stockholm") == {"0180"}
    assert areas.named("Värmland") == areas.named("värmlands  län") == {"17"}
    assert areas.named("Lund i Skåne") == set()


def test_one_body_is_the_highest(vantor: Branch) -> None:
    Body.objects.create(unit=vantor.unit, kind="annual_meeting", is_highest=True)
    with pytest.raises(ValidationError, match="redan ett organ"):
        Body(unit=vantor.unit, kind="board", is_highest=True).full_clean()


def test_a_unit_that_has_ended_leaves_the_one_above_it(vantor: Branch) -> None:
    unit = Unit.objects.get(pk=vantor.unit.pk)
    unit.dissolution_date = day(-1)
    unit.save()
    worker.drain()
    unit.parent = None
    unit.save()
    worker.drain()
    assert_law()


@pytest.mark.parametrize("ends", [0, -1])
def test_a_unit_that_goes_elsewhere_leaves_the_one_above_it(vantor: Branch, varmland: Branch, ends: int) -> None:
    """Also below a unit that has ceased, where it goes on naming the one above that, and looks as it did."""
    nation = Unit.objects.get(kind="national")
    district, branch = Unit.objects.get(pk=varmland.unit.pk), Unit.objects.get(pk=vantor.unit.pk)
    for unit in (district, branch):
        unit.parent = nation
        unit.save()
    worker.drain()
    if ends:
        Unit.objects.filter(pk=district.pk).update(dissolution_date=day(ends))
        Unit.objects.get(pk=district.pk).save()
        worker.drain()
    branch = Unit.objects.get(pk=branch.pk)
    branch.parent = Unit.objects.get(pk=district.pk)
    branch.save()
    assert_law()
