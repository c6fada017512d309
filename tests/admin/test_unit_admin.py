"""Units in the admin: areas are chosen, dates are written, and who may do which."""

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from cms.pipeline.publish.context import RenderContext
from organisation.models import AllocationShare, Body, SeatAllocation, Unit, UnitArea
from organisation.shapes.person import card
from tests.admin.conftest import Desk, make_desk
from tests.admin.forms import as_sent, body
from tests.build import Branch, assign, day, make_board, make_person

pytestmark = pytest.mark.django_db
NEW = "areas-0-"


def with_area(client: Client, url: str, **fields: Any) -> dict[str, Any]:
    """The unit's form with one more area."""
    form = as_sent(client, url)
    area = {"code": "", "name": "", "id": "", "ORDER": "1", "DELETE": ""} | fields
    return form | {"areas-TOTAL_FORMS": "1"} | {NEW + name: value for name, value in area.items()}


def test_an_area_is_chosen_and_its_name_and_scheme_follow(root: Client, vantor: Branch) -> None:
    url = reverse("enheter:edit", args=[vantor.unit.pk])
    page = body(root.get(url))
    assert '<option value="1780">Karlstad</option>' in page
    assert '<optgroup label="Värmlands län">' in page
    assert root.post(url, with_area(root, url, code="1780", name="Någon annanstans")).status_code == 302
    area = UnitArea.objects.get()
    assert (area.scheme, area.code, area.name, area.partial) == ("se-kommun", "1780", "Karlstad", False)


def test_a_city_district_is_written(root: Client, vantor: Branch) -> None:
    url = reverse("enheter:edit", args=[vantor.unit.pk])
    refused = root.post(url, with_area(root, url))
    assert "Skriv vad stadsdelen heter" in str(refused.context["form"].formsets["areas"].errors)
    assert root.post(url, with_area(root, url, name="Vantör", partial="on")).status_code == 302
    area = UnitArea.objects.get()
    assert (area.scheme, area.code, area.name, area.partial) == ("stadsdel", "", "Vantör", True)


def test_a_code_that_a_city_district_has_stays(root: Client, vantor: Branch) -> None:
    UnitArea.objects.create(unit=vantor.unit, scheme="stadsdel", code="vantor", name="Vantör")
    url = reverse("enheter:edit", args=[vantor.unit.pk])
    assert root.post(url, as_sent(root, url)).status_code == 302
    assert UnitArea.objects.get().code == "vantor"


def test_a_branchs_people_read_its_areas_and_change_none(vantor_desk: Desk, vantor: Branch) -> None:
    UnitArea.objects.create(unit=vantor.unit, scheme="se-kommun", code="1780", name="Karlstad", partial=True)
    url, client = reverse("enheter:edit", args=[vantor.unit.pk]), vantor_desk.client
    page = body(client.get(url))
    assert "Del av Karlstad (kommun)" in page
    assert "areas-TOTAL_FORMS" not in page
    assert 'name="dissolution_date"' not in page
    sent = as_sent(client, url) | {"areas-TOTAL_FORMS": "0", "areas-INITIAL_FORMS": "0", "areas-0-DELETE": "1"}
    sent |= {"dissolution_date": day().isoformat(), "founding_date": "1917-05-13"}
    assert client.post(url, sent).status_code == 302
    unit = Unit.objects.get(slug="vantor")
    assert [area.name for area in unit.areas.all()] == ["Karlstad"]
    assert (unit.dissolution_date, unit.founding_date.isoformat()) == (None, "1917-05-13")
    assert client.get(reverse("enheter:below", args=[unit.pk])).status_code == 404


def test_a_districts_people_say_where_its_branches_work(federation: dict[str, Branch]) -> None:
    desk, unit = make_desk(federation["stockholm"]), federation["vantor"].unit
    own = reverse("enheter:edit", args=[federation["stockholm"].unit.pk])
    url = reverse("enheter:below", args=[unit.pk])
    page = body(desk.client.get(own))
    assert url in page
    assert "areas-TOTAL_FORMS" in page  # and of their own unit
    assert desk.client.post(url, with_area(desk.client, url, code="0180", partial="on")).status_code == 302
    assert [str(area) for area in unit.areas.all()] == ["Del av Stockholm"]
    ended = as_sent(desk.client, url) | {"dissolution_date": day(-1).isoformat(), "email": "x@example.se"}
    assert desk.client.post(url, ended).status_code == 302
    unit.refresh_from_db()
    assert (unit.dissolution_date, unit.email) == (day(-1), "")
    assert "(upphörde" in body(desk.client.get(own))
    assert desk.client.get(reverse("enheter:edit", args=[unit.pk])).status_code == 404


def test_nobody_reaches_beside_or_above(federation: dict[str, Branch]) -> None:
    client = make_desk(federation["varmland"]).client
    for slug in ("vantor", "stockholm", "riks", "varmland"):
        assert client.get(reverse("enheter:below", args=[federation[slug].unit.pk])).status_code == 404
    national = make_desk(federation["riks"]).client
    assert national.get(reverse("enheter:below", args=[federation["vantor"].unit.pk])).status_code == 200


def test_the_dates_of_a_unit_are_written_by_superusers(root: Client, federation: dict[str, Branch]) -> None:
    district = federation["stockholm"].unit
    url = reverse("enheter:edit", args=[district.pk])
    form = as_sent(root, url) | {"founding_date": "1917-05-13", "dissolution_date": day().isoformat()}
    refused = root.post(url, form)
    assert "Vantor. Flytta dem först" in refused.context["form"].errors["dissolution_date"][0]
    Unit.objects.filter(slug="vantor").update(parent=federation["varmland"].unit)
    assert root.post(url, form).status_code == 302
    assert "Upphörde" in body(root.get(reverse("enheter:index_results")))
    assert root.get(reverse("annual_meeting:board", args=[district.pk])).status_code == 404


def test_nobody_is_titled_by_a_unit_that_has_ceased(vantor: Branch) -> None:
    person = make_person(vantor.unit)
    assign(person, make_board(vantor.unit, chair=1).posts.get())
    assert card(person.pk, RenderContext()).role == "Ordförande"
    vantor.unit.dissolution_date = day()
    vantor.unit.save()
    assert card(person.pk, RenderContext()).role == ""


def test_no_seats_for_a_unit_that_was_not_there(root: Client, federation: dict[str, Branch]) -> None:
    congress = Body.objects.create(unit=federation["riks"].unit, kind="congress")
    unit = federation["vantor"].unit
    unit.dissolution_date = day(-10)
    unit.save()
    for offset, there in ((-11, True), (-10, False)):
        allocation = SeatAllocation(body=congress, seats=2, basis_date=day(offset))
        allocation.shares = [AllocationShare(unit=unit, members=10)]
        if there:
            allocation.full_clean()
        else:
            with pytest.raises(ValidationError, match="Vantor fanns inte den dagen"):
                allocation.full_clean()
