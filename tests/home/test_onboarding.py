"""Onboarding: an order becomes a whole site, once; what is wrong with it is told by its column, and nothing is made."""

import re

import pytest
from django.contrib.auth.models import Group, User
from django.core import mail
from django.db.models import Model
from django.test import Client
from wagtail.models import Collection, Page, Site

from cms.pipeline.publish import rebuild
from cms.pipeline.publish.models import Change, Placement
from cms.sites import invitation
from cms.sites.models import Frontend, FrontendToken
from home.onboarding import Order, OrderError, onboard
from home.onboarding.onboard import send
from home.provisioning import UnitFacts, make_unit
from organisation.models import Unit
from tests.home.orders import BRANCH, DISTRICT, NATIONAL, change

pytestmark = pytest.mark.django_db
MODELS: tuple[type[Model], ...] = (Unit, Frontend, Site, Page, Collection, Group, FrontendToken, User, Change)


def counts() -> list[int]:
    return [model._default_manager.count() for model in MODELS]


@pytest.fixture
def above() -> None:
    onboard(NATIONAL)
    onboard(DISTRICT)


@pytest.mark.usefixtures("above")
def test_a_branch_can_be_read_and_written_at_once(client: Client) -> None:
    made = onboard(BRANCH)
    paths = Placement.objects.filter(site=made.frontend.site_id, kind="page").values_list("path", flat=True)
    assert set(paths) == {"/", "/aktuellt/", "/om-oss/", "/kontakt/"}
    frame = client.get("/api/v1/sites/nyby/", HTTP_AUTHORIZATION=f"Bearer {made.token}").json()
    assert [item["label"] for item in frame["navigation"]["header"]] == ["Aktuellt", "Om oss", "Kontakt"]
    assert frame["url"] == "https://nyby.example.se/"
    page = client.get("/api/v1/sites/nyby/resolve/", {"path": "/om-oss/"}).json()["page"]
    assert "Föreningen Nyby är en" in page["body"][0]["value"]["html"]
    assert "Distriktet Öst" in page["body"][0]["value"]["html"]
    unit = client.get("/api/v1/organisation/units/nyby/").json()
    assert [area["code"] for area in unit["areas"]] == ["1780", ""]
    assert list(rebuild.differences()) == []


@pytest.mark.usefixtures("above")
def test_the_first_editor_is_written_to_and_chooses_a_password(client: Client) -> None:
    made = onboard(BRANCH)
    assert send(made)
    letter = mail.outbox[0]
    assert letter.to == ["nina@example.se"]
    assert "Administratören har lagt till dig som redaktör för Föreningen Nyby" in letter.body
    link = re.search(r"https?://[^/\s]+(/\S+)", letter.body)[1]
    assert client.get(link, follow=True).status_code == 200
    user = User.objects.get(email="nina@example.se")
    assert [group.name for group in user.groups.all()] == ["Redaktörer: Föreningen Nyby"]


@pytest.mark.usefixtures("above")
def test_a_second_run_changes_nothing_and_says_so() -> None:
    first = onboard(BRANCH)
    before = counts()
    again = onboard(BRANCH)
    assert (again.frontend, again.is_new, again.token, again.invited) == (first.frontend, False, "", None)
    assert counts() == before


@pytest.mark.usefixtures("above")
def test_a_unit_of_the_register_gets_its_site() -> None:
    unit = make_unit(UnitFacts("nyby", "Föreningen Nyby", "branch", parent="ost", email="nyby@example.se"))
    made = onboard(BRANCH)
    assert made.is_new
    assert Unit.objects.get(pk=unit.pk).frontend == made.frontend


@pytest.mark.usefixtures("above")
@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("name", ""),
        ("kind", "klubb"),
        ("kind", "district"),
        ("parent", "ingenstans"),
        ("parent", "riks"),
        ("slug", "ny by"),
        ("slug", "ost"),
        ("domain", "inte en adress"),
        ("domain", "ost.example.se"),
        ("area", "9999"),
        ("editor", "nina"),
    ],
)
def test_what_is_wrong_is_told_by_its_column_and_nothing_is_made(column: str, value: str) -> None:
    before = counts()
    with pytest.raises(OrderError) as refusal:
        onboard(change(BRANCH, **{column: value}))
    assert refusal.value.errors.keys() == {{"district": "parent"}.get(value, column)}
    assert counts() == before


@pytest.mark.usefixtures("above")
def test_nothing_is_left_behind_when_the_last_step_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    before = counts()

    def closed(*args: object) -> None:
        raise invitation.Closed

    monkeypatch.setattr(invitation, "invite", closed)
    with pytest.raises(OrderError, match="avstängt"):
        onboard(BRANCH)
    assert counts() == before


@pytest.mark.usefixtures("above")
def test_two_of_one_name_are_two_houses() -> None:
    onboard(BRANCH)
    twin = onboard(change(BRANCH, slug="nyby-2", domain="nyby2.example.se", editor="olle@example.se"))
    group = User.objects.get(email="olle@example.se").groups.get()
    assert group.name == "Redaktörer: Föreningen Nyby (nyby-2)"
    assert {one.page_id for one in group.page_permissions.all()} == {twin.frontend.site.root_page_id}


def test_a_kind_may_be_written_in_the_organisations_words() -> None:
    assert Order("X", "Partidistrikt", "x", "x.example.se").wire_kind == "district"


@pytest.mark.parametrize(
    ("area", "found"),
    [
        ("1780", [("se-kommun", "1780", "Karlstad")]),
        ("Karlstad", [("se-kommun", "1780", "Karlstad")]),
        ("17", [("se-lan", "17", "Värmlands län")]),
        ("Vantör", [("stadsdel", "", "Vantör")]),
        ("1780; Vantör", [("se-kommun", "1780", "Karlstad"), ("stadsdel", "", "Vantör")]),
        ("", []),
    ],
)
def test_an_area_is_a_code_or_a_name(area: str, found: list[tuple[str, str, str]]) -> None:
    places = Order("X", "branch", "x", "x.example.se", area=area).areas()
    assert [(place.scheme, place.code, place.name) for place in places] == found
