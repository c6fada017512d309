"""Delegates: worked out on saving, published as seats, and the members behind them never."""

import pytest
from django.core.exceptions import ValidationError
from django.core.serializers import serialize
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cms.pipeline.publish import worker
from cms.pipeline.publish.context import RenderContext
from cms.pipeline.publish.models import Change, Publication
from organisation.admin import seats
from organisation.apportion import Impossible
from organisation.models import AllocationShare, Body, SeatAllocation, Unit
from organisation.ties import LotsMissing
from organisation.unit_kind import UnitKind
from tests.api.test_schema import complaints
from tests.build import Branch, day, make_allocation
from tests.organisation.test_consent import public_answers
from tests.pipeline.stored import assert_law

pytestmark = pytest.mark.django_db
CANARIES = {"varmland": 59_259, "stockholm": 98_765}  # three and five of eight; numbers that stand nowhere else


@pytest.fixture
def congress(federation: dict[str, Branch]) -> Body:
    return Body.objects.create(unit=federation["riks"].unit, kind="congress", is_highest=True)


@pytest.fixture
def districts(federation: dict[str, Branch]) -> dict[str, Unit]:
    return {slug: federation[slug].unit for slug in CANARIES}


@pytest.fixture
def four(federation: dict[str, Branch]) -> list[Unit]:
    """Branches of Värmland, of which the first three have equally many members."""
    parent = federation["varmland"].unit
    return [Unit.objects.create(name=name, slug=name.lower(), kind="branch", parent=parent) for name in "ABCD"]


@pytest.fixture
def conference(federation: dict[str, Branch]) -> Body:
    return Body.objects.create(unit=federation["varmland"].unit, kind="district_conference")


def allocate(congress: Body, districts: dict[str, Unit], seats: int = 8) -> SeatAllocation:
    return make_allocation(congress, seats, {districts[slug]: number for slug, number in CANARIES.items()})


def unit_of(client: Client, slug: str) -> dict[str, object]:
    return client.get(f"/api/v1/organisation/units/{slug}/").json()


def stored(allocation: SeatAllocation) -> list[tuple[str, int]]:
    shares = AllocationShare.objects.filter(allocation=allocation).order_by("sort_order")
    return [(share.unit.slug, share.seats) for share in shares.select_related("unit")]


def test_seats_are_told(congress: Body, districts: dict[str, Unit], client: Client) -> None:
    allocate(congress, districts)
    worker.drain()
    found = unit_of(client, "riks")["bodies"][0]["allocation"]
    assert [(one["unit"]["slug"], one["seats"]) for one in found["delegates"]] == [("varmland", 3), ("stockholm", 5)]
    assert found["method"]["ties"] == []
    [sent] = unit_of(client, "varmland")["delegates"]
    assert (sent["unit"]["slug"], sent["body"]["kind"], sent["seats"]) == ("riks", "congress", 3)
    assert_law()


def test_members_are_nowhere(
    congress: Body, districts: dict[str, Unit], client: Client, federation: dict[str, Branch]
) -> None:
    """Neither in any public answer nor in a stored row that could become one."""
    allocate(congress, districts)
    worker.drain()
    answers = public_answers(client)
    answers += [client.get(f"/api/v1/organisation/units/{slug}/").content.decode() for slug in federation]
    answers.append(serialize("json", [*Publication.objects.all(), *Change.objects.all()]))
    assert '"seats":5' in "".join(answers)
    for number in CANARIES.values():
        assert not [answer for answer in answers if str(number) in answer]


def test_a_tie_is_told(conference: Body, four: list[Unit], client: Client) -> None:
    allocation = make_allocation(conference, 6, dict(zip(four, [14, 14, 14, 18], strict=True)))
    assert stored(allocation) == [("a", 2), ("b", 1), ("c", 1), ("d", 2)]
    worker.drain()
    found = unit_of(client, "varmland")
    method = found["bodies"][0]["allocation"]["method"]
    assert method["tie_rule"] == "larger"
    assert method["ties"] == [{"units": ["a", "b", "c"], "seats": 1, "to": ["a"], "rule": "listed"}]
    assert complaints(client.get("/api/v1/schema/").json(), "Unit", found) == []
    assert_law()


def test_the_stored_lots_decide(conference: Body, four: list[Unit]) -> None:
    allocation = SeatAllocation(body=conference, seats=6, basis_date=day(), tie_rule="lot")
    drawn = zip(four, [14, 14, 14, 18], [3, 1, 2, None], strict=True)
    allocation.shares = [AllocationShare(unit=unit, members=members, lot=lot) for unit, members, lot in drawn]
    allocation.save()
    assert stored(allocation) == [("a", 1), ("b", 2), ("c", 1), ("d", 2)]
    allocation = SeatAllocation.objects.get()
    assert allocation.ties[0]["to"] == [four[1].pk]
    allocation.save()  # nothing in memory: from the database
    assert stored(allocation) == [("a", 1), ("b", 2), ("c", 1), ("d", 2)]


def test_what_changes_is_worked_out_anew_and_told(congress: Body, districts: dict[str, Unit], client: Client) -> None:
    allocation = allocate(congress, districts)
    worker.drain()
    before = Change.objects.count()
    allocation.save()
    worker.drain()
    assert Change.objects.count() == before
    allocation = SeatAllocation.objects.get()
    allocation.seats = 16
    allocation.save(update_fields=["seats"])
    worker.drain()
    assert stored(allocation) == [("varmland", 6), ("stockholm", 10)]
    assert [sent["seats"] for sent in unit_of(client, "varmland")["delegates"]] == [6]
    assert Change.objects.count() > before
    assert_law()


def test_who_no_longer_takes_part_is_told(congress: Body, districts: dict[str, Unit], client: Client) -> None:
    allocation = allocate(congress, districts)
    allocation.shares = [share for share in allocation.listed() if share.unit.slug == "stockholm"]
    allocation.save()
    worker.drain()
    assert stored(allocation) == [("stockholm", 8)]
    assert unit_of(client, "varmland")["delegates"] == []
    assert_law()


def test_the_list_keeps_its_order(conference: Body, four: list[Unit]) -> None:
    """Which decides in listed order, so it is stored."""
    members = dict(zip(reversed(four), [9, 9, 9, 9], strict=True))
    allocation = make_allocation(conference, 5, members, tie_rule="listed")
    assert stored(allocation) == [("d", 2), ("c", 1), ("b", 1), ("a", 1)]
    assert [share.unit.slug for share in SeatAllocation.objects.get().listed()] == ["d", "c", "b", "a"]


def test_the_newest_allocation_counts(congress: Body, districts: dict[str, Unit], client: Client) -> None:
    allocate(congress, districts)
    newer = make_allocation(congress, 7, {districts["stockholm"]: 10}, basis_date=day(-1))
    worker.drain()
    assert unit_of(client, "varmland")["delegates"] == []
    assert [sent["seats"] for sent in unit_of(client, "stockholm")["delegates"]] == [7]
    newer.delete()
    worker.drain()
    assert [sent["seats"] for sent in unit_of(client, "varmland")["delegates"]] == [3]
    assert_law()


@pytest.mark.parametrize(
    ("seats", "minimum", "members", "field", "told"),
    [
        (8, 5, [30, 40], "minimum", "2 enheter med minst så många var blir fler än 8 ombud"),
        (0, 0, [3, 4], "seats", "minst 1"),
        (8, 0, [3, 4], "seats", "8 ombud är fler än alla 7 medlemmar"),
        (8, 0, [0, 0], "__all__", "inget att fördela efter"),
        (8, 0, [], "__all__", "minst en enhet"),
    ],
)
def test_what_cannot_be_shared_out_is_refused_in_words(
    congress: Body,
    districts: dict[str, Unit],
    seats: int,
    minimum: int,
    members: list[int],
    field: str,
    told: str,
) -> None:
    allocation = SeatAllocation(body=congress, seats=seats, minimum=minimum, basis_date=day())
    pairs = zip(districts.values(), members, strict=False)
    allocation.shares = [AllocationShare(unit=unit, members=number) for unit, number in pairs]
    with pytest.raises(ValidationError) as refused:
        allocation.full_clean()
    assert told in " ".join(refused.value.message_dict[field])
    with pytest.raises(Impossible):
        allocation.save()
    assert not SeatAllocation.objects.exists()


def test_missing_lots_are_asked_for_by_name(conference: Body, four: list[Unit]) -> None:
    allocation = SeatAllocation(body=conference, seats=6, basis_date=day(), tie_rule="lot")
    allocation.shares = [
        AllocationShare(unit=unit, members=members) for unit, members in zip(four, [14, 14, 14, 18], strict=True)
    ]
    with pytest.raises(ValidationError, match="A, B och C har lika rest"):
        allocation.full_clean()
    with pytest.raises(LotsMissing):
        allocation.save()


def test_one_share_a_unit_or_nothing_is_saved(congress: Body, districts: dict[str, Unit]) -> None:
    """The whole is one transaction: what the database refuses leaves the old one as it was."""
    allocation = allocate(congress, districts)
    allocation.seats = 16
    allocation.shares = [AllocationShare(unit=districts["varmland"], members=number) for number in (10, 20)]
    with pytest.raises(IntegrityError), transaction.atomic():
        allocation.save()
    assert SeatAllocation.objects.get().seats == 8
    assert stored(allocation) == [("varmland", 3), ("stockholm", 5)]


def test_twenty_districts_ask_as_often_as_two(federation: dict[str, Branch], congress: Body) -> None:
    riks = federation["riks"].unit
    names = [f"d{number}" for number in range(20)]
    units = [Unit.objects.create(name=name, slug=name, kind="district", parent=riks) for name in names]
    counts = []
    for number in (2, 20):
        make_allocation(congress, 225, {unit: 1000 + unit.pk for unit in units[:number]}, basis_date=day(number))
        worker.drain()
        unit = UnitKind().load([riks.pk])[riks.pk]
        context = RenderContext()
        context.know({(p.identity.kind, p.identity.object_id): p.pk for p in Publication.objects.all()})
        with CaptureQueriesContext(connection) as queries:
            rendered = UnitKind().render(unit, context)
        assert sum(one.seats for one in rendered.body.bodies[0].allocation.delegates) == 225
        counts.append(len(queries))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("way", ["dissolved", "renamed"])
def test_seats_are_a_fact_of_their_day(congress: Body, districts: dict[str, Unit], client: Client, way: str) -> None:
    allocation = allocate(congress, districts)
    worker.drain()
    stored_before = unit_of(client, "riks")["bodies"][0]["allocation"]
    unit = Unit.objects.get(slug="varmland")
    if way == "dissolved":
        unit.dissolution_date = day()
    else:
        unit.name = "Bergslagen"
    unit.save()
    for settled in (False, True):  # at once, and after the worker
        if settled:
            worker.drain()
        found = unit_of(client, "riks")["bodies"][0]["allocation"]
        assert [(one["name"], one["seats"]) for one in found["delegates"]] == [("Varmland", 3), ("Stockholm", 5)]
        assert found["method"] == stored_before["method"]
        assert complaints(client.get("/api/v1/schema/").json(), "Unit", unit_of(client, "riks")) == []
    shown = [one["unit"] and one["unit"]["name"] for one in found["delegates"]]
    assert shown == [None if way == "dissolved" else "Bergslagen", "Stockholm"]
    SeatAllocation.objects.get().save()
    assert [row.unit for row in seats.stored(allocation).rows] == ["Varmland", "Stockholm"]
    assert_law()


def test_another_unit_in_the_same_row_has_its_own_name(congress: Body, districts: dict[str, Unit]) -> None:
    allocation = allocate(congress, districts)
    [first, _] = shares = allocation.listed()
    first.unit = Unit.objects.get(slug="vantor")
    allocation.shares = shares
    allocation.save()
    assert [row.unit for row in seats.stored(allocation).rows] == ["Vantor", "Stockholm"]


def test_a_unit_that_sends_delegates_to_one_that_ceased_sends_none(
    congress: Body, districts: dict[str, Unit], client: Client
) -> None:
    allocate(congress, districts)
    worker.drain()
    riks = Unit.objects.get(slug="riks")
    Unit.objects.filter(parent=riks).update(parent=None)
    riks.dissolution_date = day()
    riks.save()
    assert unit_of(client, "varmland")["delegates"] == []
