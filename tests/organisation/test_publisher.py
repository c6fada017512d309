"""Who answers for a site: a person of its register, named while their consent stands."""

from importlib import import_module

import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from cms.pipeline.publish import worker
from cms.pipeline.publish.models import Identity
from cms.sites.models import Frontend
from organisation.models import Person
from tests.admin.conftest import Desk, vantor_desk
from tests.admin.forms import as_sent, body
from tests.build import Branch, day, make_person
from tests.organisation.conftest import NAME, Board
from tests.organisation.test_consent import assert_nowhere
from tests.pipeline.stored import assert_law

__all__ = ["vantor_desk"]  # a fixture
pytestmark = pytest.mark.django_db
REFUSED = "Välj ett giltigt alternativ"
EDIT = "webbplats:edit"
NO_STREAMS = {"header-count": 0, "footer-count": 0, "social-count": 0}


def legal(client: Client) -> dict[str, object]:
    return client.get("/api/v1/sites/vantor/").json()["legal"]


@pytest.fixture
def answering(board: Board, vantor: Branch) -> Board:
    """The chair of the board answers for the site."""
    vantor.frontend.publisher = board.person.pk
    vantor.frontend.save()
    worker.drain()
    return board


def test_the_frame_names_who_answers_for_the_site(answering: Board, client: Client) -> None:
    found = legal(client)
    assert found["responsible_publisher"] == NAME
    assert found["responsible_publisher_id"] == str(
        Identity.objects.get(kind="person", object_id=answering.person.pk).uuid
    )


@pytest.mark.parametrize("way", ["withdraw", "delete"])
def test_a_publisher_leaves_the_frame_at_once(answering: Board, client: Client, way: str) -> None:
    if way == "withdraw":
        answering.person.withdraw(day())
    else:
        answering.person.delete()
    assert_nowhere(client)
    assert (legal(client)["responsible_publisher"], legal(client)["responsible_publisher_id"]) == (None, None)
    assert_law()


def test_a_frame_that_cannot_be_rendered_loses_the_name_too(
    answering: Board, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object) -> None:
        raise ValueError

    monkeypatch.setattr("cms.sites.frame_kind.frame", broken)
    answering.person.withdraw(day())
    assert_nowhere(client)


def test_who_comes_back_answers_for_the_site_again(answering: Board, client: Client) -> None:
    answering.person.withdraw(day())
    worker.drain()
    person = Person.objects.get(pk=answering.person.pk)
    person.consent_on, person.consent_withdrawn_on = day(), None
    person.save()
    worker.drain()
    assert legal(client)["responsible_publisher"] == NAME
    assert_law()


def test_the_form_offers_who_agreed_of_the_own_register(vantor_desk: Desk, vantor: Branch, varmland: Branch) -> None:
    agreed = make_person(vantor.unit, "Egen Exempelsson")
    silent = make_person(vantor.unit, "Tyst Exempelsson", consent_on=None)
    foreign = make_person(varmland.unit, "Främmande Exempelsson")
    url = reverse(EDIT, args=[vantor.frontend.pk])
    shown = vantor_desk.client.get(url).context["form"].fields["publisher"].choices
    assert shown == [("", "Ingen vald"), (agreed.pk, agreed.name)]
    form = as_sent(vantor_desk.client, url) | NO_STREAMS
    for pk in (silent.pk, foreign.pk, 999_999):
        answer = vantor_desk.client.post(url, form | {"publisher": pk})
        assert REFUSED in str(answer.context["form"].errors["publisher"])
        assert foreign.name not in body(answer)
    assert vantor_desk.client.post(url, form | {"publisher": agreed.pk}).status_code == 302
    assert Frontend.objects.get(slug="vantor").publisher == agreed.pk


def test_a_frame_whose_publisher_withdrew_can_still_be_saved(
    vantor_desk: Desk, vantor: Branch, answering: Board
) -> None:
    answering.person.withdraw(day())
    url = reverse(EDIT, args=[vantor.frontend.pk])
    page = body(vantor_desk.client.get(url))
    assert "Den som är vald får inte visas längre" in page
    assert NAME not in page
    form = as_sent(vantor_desk.client, url) | NO_STREAMS
    assert vantor_desk.client.post(url, form | {"phone": "08-123 45 67"}).status_code == 302
    assert Frontend.objects.get(slug="vantor").publisher == answering.person.pk
    assert vantor_desk.client.post(url, form | {"publisher": ""}).status_code == 302
    assert Frontend.objects.get(slug="vantor").publisher is None


class Before:
    """The models as they were while the publisher was a text, over those of today."""

    def __init__(self, frontends: list[Frontend]) -> None:
        self.frontends = frontends

    def get_model(self, app: str, name: str) -> object:
        return self if name == "Frontend" else apps.get_model(app, name)

    @property
    def objects(self) -> "Before":
        return self

    def exclude(self, **condition: object) -> "Before":
        return Before([one for one in self.frontends if one.responsible_publisher])

    def order_by(self, *names: str) -> list[Frontend]:
        return self.frontends


def test_the_written_names_move_into_the_register(federation: dict[str, Branch]) -> None:
    known = make_person(federation["vantor"].unit, "Känd Exempelsson")
    written = {"vantor": "Känd Exempelsson", "varmland": "Ny Exempelsson", "riks": ""}
    frontends = []
    for slug, name in written.items():
        frontend = federation[slug].frontend
        frontend.responsible_publisher = name
        frontends.append(frontend)
    import_module("organisation.migrations.0007_publishers_in_the_register").enter(Before(frontends), None)
    found = dict(Frontend.objects.values_list("slug", "publisher"))
    entered = Person.objects.get(name="Ny Exempelsson")
    assert (found["vantor"], found["varmland"], found["riks"]) == (known.pk, entered.pk, None)
    assert (entered.unit, entered.consent_on) == (federation["varmland"].unit, None)
