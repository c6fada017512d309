"""Delegates in the admin: national administrators work them out, others read the seats, and nobody else the members."""

from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from organisation.models import AllocationShare, Body, SeatAllocation, Unit
from tests.admin.admin_urls import address, views
from tests.admin.conftest import MEMBERS, Desk, Register, make_register
from tests.admin.forms import as_sent, body
from tests.build import Branch, make_allocation

COUNTS = (MEMBERS, 98_765)
CALCULATE = {"action-calculate": "1"}


@pytest.fixture
def congress(varmland: Branch) -> Body:
    return Body.objects.create(unit=varmland.unit.parent, kind="congress", is_highest=True)


@pytest.fixture
def four(varmland: Branch) -> list[Unit]:
    parent = varmland.unit
    return [Unit.objects.create(name=f"Ort {name}", slug=name, kind="branch", parent=parent) for name in "abcd"]


def filled(where: Body, units: list[Unit], members: list[int], **fields: Any) -> dict[str, Any]:
    """The form as the browser sends it."""
    form: dict[str, Any] = {
        "body": where.pk,
        "seats": 6,
        "basis_date": "2026-01-01",
        "minimum": 0,
        "tie_rule": "larger",
        "shares-TOTAL_FORMS": len(units),
        "shares-INITIAL_FORMS": 0,
        "shares-MIN_NUM_FORMS": 0,
        "shares-MAX_NUM_FORMS": 1000,
    }
    for at, (unit, number) in enumerate(zip(units, members, strict=True)):
        form |= {f"shares-{at}-unit": unit.pk, f"shares-{at}-members": number, f"shares-{at}-lot": ""}
        form |= {f"shares-{at}-id": "", f"shares-{at}-ORDER": at + 1, f"shares-{at}-DELETE": ""}
    return form | fields


def told(answer: Any) -> str:
    """All that the form complains of."""
    form = answer.context["form"]
    return f"{form.errors} {form.formsets['shares'].errors} {form.formsets['shares'].non_form_errors()}"


def test_the_calculation_is_shown_before_anything_is_saved(root: Client, congress: Body, four: list[Unit]) -> None:
    form = filled(congress, four, [14, 14, 14, 18])
    answer = root.post(reverse("ombud:add"), form | CALCULATE)
    assert answer.status_code == 200, told(answer)
    found = answer.context["calculated"]
    assert [(row.unit, row.seats) for row in found.rows] == [("Ort a", 2), ("Ort b", 1), ("Ort c", 1), ("Ort d", 2)]
    assert [row.quota for row in found.rows] == ["1,400", "1,400", "1,400", "1,800"]
    page = body(answer)
    assert "inte sparat" in page
    assert "Ort a, Ort b och Ort c hade lika stor rest" in page
    assert "först i listan" in page
    assert not SeatAllocation.objects.exists()
    assert 'value="14"' in page  # the form stands as it was filled in


def test_what_was_calculated_is_what_is_saved(root: Client, congress: Body, four: list[Unit]) -> None:
    assert root.post(reverse("ombud:add"), filled(congress, four, [14, 14, 14, 18])).status_code == 302
    allocation = SeatAllocation.objects.get()
    assert [share.seats for share in allocation.listed()] == [2, 1, 1, 2]
    assert allocation.ties[0]["rule"] == "listed"
    url = reverse("ombud:edit", args=[allocation.pk])
    changed = as_sent(root, url) | {"seats": "12", "shares-0-members": "28"}
    before = list(AllocationShare.objects.values("unit", "members", "seats"))
    assert root.post(url, changed | CALCULATE).status_code == 200
    assert list(AllocationShare.objects.values("unit", "members", "seats")) == before
    assert root.post(url, changed).status_code == 302
    assert AllocationShare.objects.get(unit=four[0]).members == 28
    assert sum(AllocationShare.objects.values_list("seats", flat=True)) == 12


def test_a_unit_is_taken_out_of_an_allocation(root: Client, congress: Body, four: list[Unit]) -> None:
    allocation = make_allocation(congress, 6, dict(zip(four, [14, 14, 14, 18], strict=True)))
    url = reverse("ombud:edit", args=[allocation.pk])
    form = as_sent(root, url) | {"shares-0-DELETE": "1"}
    assert [row.unit for row in root.post(url, form | CALCULATE).context["calculated"].rows] == [
        "Ort b",
        "Ort c",
        "Ort d",
    ]
    assert root.post(url, form).status_code == 302
    assert not AllocationShare.objects.filter(unit=four[0]).exists()


@pytest.mark.parametrize("button", [{}, CALCULATE], ids=["save", "calculate"])
@pytest.mark.parametrize(
    ("members", "fields", "words"),
    [
        ([14, 14, 14, 18], {"tie_rule": "lot"}, "Dra lott mellan dem"),
        ([14, 14, 14, 18], {"minimum": 2}, "blir fler än 6 ombud"),
        ([14, 14, 14, 18], {"seats": 0}, "minst 1"),
        ([0, 0, 0, 0], {}, "inget att fördela efter"),
        ([], {}, "minst en enhet"),
        ([14, 14, 14, -1], {}, "större än eller lika med 0"),
        ([14, 14, 14, 10**12], {}, "Så många medlemmar"),
        ([14, 14, 14, 18], {"seats": "många"}, "heltal"),
        ([14, 14, 14, 18], {"shares-1-unit": "99999"}, "Välj ett giltigt"),
        ([14, 14, 14, 18], {"shares-TOTAL_FORMS": ""}, "ManagementForm"),
    ],
)
def test_what_cannot_be_worked_out_is_said_in_the_form(
    members: list[int],
    fields: dict[str, Any],
    words: str,
    button: dict[str, str],
    root: Client,
    congress: Body,
    four: list[Unit],
) -> None:
    form = filled(congress, four[: len(members)], members, **fields)
    answer = root.post(reverse("ombud:add"), form | button)
    assert answer.status_code == 200
    assert words in told(answer)
    assert not SeatAllocation.objects.exists()


def test_one_unit_twice_and_one_day_twice_are_refused(root: Client, congress: Body, four: list[Unit]) -> None:
    url = reverse("ombud:add")
    assert "står två gånger" in told(root.post(url, filled(congress, [four[0], four[0]], [14, 15])))
    root.post(url, filled(congress, four, [14, 14, 14, 18]))
    again = root.post(url, filled(congress, four, [14, 14, 14, 18]))
    assert "Det finns redan en fördelning för det organet och den dagen" in told(again)


def test_lots_that_were_drawn_decide(root: Client, congress: Body, four: list[Unit]) -> None:
    lots = {"shares-0-lot": 3, "shares-1-lot": 1, "shares-2-lot": 2}
    answer = root.post(
        reverse("ombud:add"), filled(congress, four, [14, 14, 14, 18], tie_rule="lot", **lots) | CALCULATE
    )
    assert [row.seats for row in answer.context["calculated"].rows] == [1, 2, 1, 2]
    assert "Regel: lottning" in answer.context["calculated"].ties[0]


# --- others ---


@pytest.fixture
def own(vantor: Branch) -> Register:
    return make_register(vantor, "Egen")


def test_a_units_people_read_the_seats_and_never_the_members(
    vantor_desk: Desk, vantor: Branch, own: Register, congress: Body
) -> None:
    """Of their own bodies, and of those they send delegates to. In no view, also where they post what they like."""
    sent = make_allocation(congress, 8, {vantor.unit: MEMBERS, vantor.unit.parent: COUNTS[1]})
    client = vantor_desk.client
    client.raise_request_exception = False  # Wagtail stumbles over some half-filled forms
    for allocation in (own.allocation, sent):
        page = body(client.get(reverse("ombud:inspect", args=[allocation.pk])))
        assert vantor.unit.name in page
        assert "Exakt andel" not in page
    numbers = [own.allocation.pk, sent.pk, own.body.pk, vantor.unit.pk]
    share = AllocationShare.objects.first()
    parameters = {"q": "Egen", "export": "csv", "shares__members": "1", "ordering": "shares__members"}
    form = {"action-calculate": "1", "body": own.body.pk, "seats": 5}
    walked = 0
    for name, wanted in views():
        if not name.startswith(("ombud:", "enheter:", "organ:", "wagtailadmin_reports:", "wagtailadmin_home")):
            continue
        urls = {address(name, dict.fromkeys(wanted, number)) for number in (*numbers, share.pk)} - {None}
        for url in sorted(urls):
            answers = [client.get(url), client.get(url, parameters), client.post(url, form)]
            for answer in answers:
                assert str(MEMBERS) not in body(answer).replace(f"q={MEMBERS}", "").replace(f'value="{MEMBERS}"', ""), (
                    url
                )
                assert "98765" not in body(answer), url
                walked += 1
    assert walked > 50


@pytest.mark.parametrize("view", ["add", "edit", "delete", "history", "history_results", "usage"])
def test_only_national_administrators_change_an_allocation(view: str, vantor_desk: Desk, own: Register) -> None:
    arguments = [] if view == "add" else [own.allocation.pk]
    url = reverse(f"ombud:{view}", args=arguments)
    for method in (vantor_desk.client.get, vantor_desk.client.post):
        assert method(url).status_code in (302, 404)
    assert SeatAllocation.objects.get().seats == 8


def test_who_takes_no_part_finds_nothing(varmland_desk: Desk, own: Register) -> None:
    client = varmland_desk.client
    assert client.get(reverse("ombud:index")).status_code == 302
    assert reverse("ombud:index") not in body(client.get("/admin/"))
    for number in (own.allocation.pk, 999_999):
        assert client.get(reverse("ombud:inspect", args=[number])).status_code == 404


def test_the_list_of_allocations_is_searched_and_asks_as_often(root: Client, vantor: Branch) -> None:
    counts = []
    for number in (1, 19):
        for at in range(number):
            where = Body.objects.create(
                unit=vantor.unit, kind="other", name="Stämma åtta" if at == 8 else f"Stämma {at}"
            )
            make_allocation(where, 8, {vantor.unit: MEMBERS})
        root.get(reverse("ombud:index"))
        with CaptureQueriesContext(connection) as queries:
            page = root.get(reverse("ombud:index"))
        counts.append(len(queries))
    assert page.context["object_list"].count() == 20
    assert counts[0] == counts[1]
    found = root.get(reverse("ombud:index_results"), {"q": "stämma åtta"}).context["object_list"]
    assert [str(one.body.name) for one in found] == ["Stämma åtta"]


def offered(client: Client, name: str) -> str:
    """What a filter of the list offers."""
    page = client.get(reverse("ombud:index"))
    return str(page.context["filters"].form[name])


def listed(client: Client, **query: Any) -> list[SeatAllocation]:
    return list(client.get(reverse("ombud:index_results"), query).context["object_list"])


def test_the_filters_name_only_what_the_list_names(
    vantor_desk: Desk, vantor: Branch, varmland: Branch, own: Register, congress: Body, root: Client
) -> None:
    sent = make_allocation(congress, 8, {vantor.unit: MEMBERS})
    foreign = make_register(varmland, "Främmande")
    client = vantor_desk.client
    for name in ("body", "unit"):
        assert "Främmande" not in offered(client, name)
        assert varmland.unit.name not in offered(client, name)
    assert own.body.name in offered(client, "body")
    assert congress.title in offered(client, "body")
    assert "Främmande" in offered(root, "body")
    assert listed(client, body=own.body.pk) == [own.allocation]
    assert listed(client, body=congress.pk) == [sent]
    assert listed(client, unit=vantor.unit.pk) == [own.allocation]
    assert listed(root, unit=varmland.unit.pk) == [foreign.allocation]
    asked = client.get(reverse("ombud:index_results"), {"body": foreign.body.pk}).context["filters"]
    assert "body" in asked.form.errors
