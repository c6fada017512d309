"""The organisation in the admin: a unit's people keep their own register, and nobody else's."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from organisation import states
from organisation.models import Assignment, Body, Person, Post, Unit
from tests.admin.conftest import Desk, Register, Secrets, make_register
from tests.admin.forms import as_sent, body
from tests.build import Branch, assign, day, make_person

NAMES = {"organ": Body, "poster": Post, "personer": Person, "uppdrag": Assignment}
REFUSED = "Välj ett giltigt"


@pytest.fixture
def own(vantor: Branch) -> Register:
    return make_register(vantor, "Egen")


def forms(unit: Unit, register: Register) -> dict[str, dict[str, Any]]:
    """What a new one of each is filled in with."""
    return {
        "organ": {"unit": unit.pk, "kind": "board", "sort_order": 1, "elects": [register.body.pk]},
        "poster": {"unit": unit.pk, "role": "chair", "body": register.body.pk, "seats": 1, "sort_order": 1},
        "personer": {"unit": unit.pk, "name": "Nya Exempelsson"},
        "uppdrag": {
            "post": register.post.pk,
            "person": register.person.pk,
            "start_date": "2026-03-03",
            "sort_order": 0,
        },
    }


def foreign(secrets: Secrets) -> Iterator[tuple[str, str, int]]:
    """Each field that refers to something, with what is Värmland's."""
    register = secrets.register
    for name in ("organ", "poster", "personer"):
        yield name, "unit", register.body.unit_id
    yield "organ", "elects", register.body.pk
    yield "poster", "body", register.body.pk
    yield "uppdrag", "post", register.post.pk
    yield "uppdrag", "person", register.person.pk


@pytest.mark.parametrize("name", NAMES)
def test_people_add_change_and_delete_what_is_their_units(
    name: str, vantor_desk: Desk, vantor: Branch, own: Register
) -> None:
    client, model = vantor_desk.client, NAMES[name]
    before = set(model.objects.values_list("pk", flat=True))
    answer = client.post(reverse(f"{name}:add"), forms(vantor.unit, own)[name])
    assert answer.status_code == 302, answer.context["form"].errors
    [made] = model.objects.exclude(pk__in=before)
    edit = reverse(f"{name}:edit", args=[made.pk])
    assert client.post(edit, forms(vantor.unit, own)[name]).url == reverse(f"{name}:index")
    assert str(made) in body(client.get(reverse(f"{name}:index_results")))
    assert client.get(reverse(f"{name}:delete", args=[made.pk])).status_code == 200
    client.post(reverse(f"{name}:delete", args=[made.pk]))
    assert set(model.objects.values_list("pk", flat=True)) == before


def test_what_is_another_units_is_refused_like_what_never_existed(
    vantor_desk: Desk, vantor: Branch, own: Register, secrets: Secrets
) -> None:
    client = vantor_desk.client
    existing = dict(zip(NAMES, [own.body, own.post, own.person, own.assignment], strict=True))
    for name, field, pk in foreign(secrets):
        form = forms(vantor.unit, own)[name]
        urls = [reverse(f"{name}:add"), reverse(f"{name}:edit", args=[existing[name].pk])]
        for url in urls:
            answers = [client.post(url, form | {field: number}) for number in (pk, 999_999)]
            said = [answer.context["form"].errors[field][0].replace(str(pk), "999999") for answer in answers]
            assert said[0] == said[1], (name, field)
            assert REFUSED in said[0]
            assert "Kanarieprov" not in body(answers[0])
    assert not NAMES["uppdrag"].objects.filter(person__unit=vantor.unit, post__unit=secrets.register.post.unit).exists()
    assert secrets.register.body not in own.body.elects.all()


def test_forms_offer_only_what_is_ones_own(vantor_desk: Desk, own: Register, secrets: Secrets) -> None:
    for name in NAMES:
        page = body(vantor_desk.client.get(reverse(f"{name}:add")))
        assert "Kanarieprov" not in page
        assert secrets.register.body.unit.name not in page
    assert own.person.name in body(vantor_desk.client.get(reverse("uppdrag:add")))
    assert f"({own.person.unit.name})" not in body(vantor_desk.client.get(reverse("organ:add")))  # there is no other
    assert own.body.name in body(vantor_desk.client.get(reverse("organ:add")))


def test_superusers_see_the_whole_by_unit(root: Client, own: Register, secrets: Secrets) -> None:
    for name in ("personer", "poster", "organ", "uppdrag"):
        listing = body(root.get(reverse(f"{name}:index_results")))
        assert "Kanarieprov" in listing
        assert "Egen" in listing
    form = body(root.get(reverse("uppdrag:add")))
    assert f'<optgroup label="{own.person.unit.name}">' in form
    assert f'<optgroup label="{secrets.register.person.unit.name}">' in form


def test_a_superuser_gives_nobody_a_post_of_another_unit(
    root: Client, own: Register, secrets: Secrets, vantor: Branch
) -> None:
    form = forms(vantor.unit, own)["uppdrag"] | {"person": secrets.register.person.pk}
    answer = root.post(reverse("uppdrag:add"), form)
    assert "en annan enhets register" in answer.context["form"].errors["person"][0]
    form = forms(vantor.unit, own)["poster"] | {"body": secrets.register.body.pk}
    assert "annan enhet" in root.post(reverse("poster:add"), form).context["form"].errors["body"][0]


def test_what_a_body_elects_elsewhere_stays(vantor_desk: Desk, vantor: Branch, own: Register, secrets: Secrets) -> None:
    """A superuser chose it: the unit's people neither lose it by saving nor can add another."""
    own.body.elects.add(secrets.register.body)
    url = reverse("organ:edit", args=[own.body.pk])
    form = as_sent(vantor_desk.client, url)
    assert vantor_desk.client.post(url, form).status_code == 302
    assert list(own.body.elects.all()) == [secrets.register.body]


def test_no_body_elects_itself(vantor_desk: Desk, vantor: Branch, own: Register) -> None:
    url = reverse("organ:edit", args=[own.body.pk])
    form = as_sent(vantor_desk.client, url) | {"elects": [own.body.pk]}
    assert "elects" in vantor_desk.client.post(url, form).context["form"].errors


def test_the_account_is_for_superusers(vantor_desk: Desk, vantor: Branch, own: Register, root: Client) -> None:
    """The list of accounts would name the editors of all sites."""
    url = reverse("personer:edit", args=[own.person.pk])
    assert 'name="user"' not in body(vantor_desk.client.get(url))
    assert 'name="user"' not in body(vantor_desk.client.get(reverse("personer:add")))
    assert 'name="user"' in body(root.get(url))
    vantor_desk.client.post(url, as_sent(vantor_desk.client, url) | {"user": vantor_desk.user.pk})
    assert Person.objects.get(pk=own.person.pk).user is None


def test_a_body_with_delegates_is_not_deleted_by_its_unit(vantor_desk: Desk, own: Register, root: Client) -> None:
    url = reverse("organ:delete", args=[own.body.pk])
    assert "har en ombudsfördelning" in body(vantor_desk.client.post(url, follow=True))
    assert Body.objects.filter(pk=own.body.pk).exists()
    assert "poster (1)" in body(root.get(url))
    root.post(url)
    assert not Body.objects.filter(pk=own.body.pk).exists()


def test_a_unit_that_others_need_is_not_deleted(root: Client, varmland: Branch, secrets: Secrets) -> None:
    """Its seats would be gone without anybody having said so."""
    Body.objects.all().delete()
    make_register(varmland, "Ny")
    answer = root.post(reverse("enheter:delete", args=[varmland.unit.parent_id]), follow=True)
    assert answer.status_code == 200
    assert "kan inte tas bort" in body(answer)
    assert Unit.objects.filter(pk=varmland.unit.parent_id).exists()


def test_without_leave_to_publish_there_is_no_register(vantor_desk: Desk, own: Register) -> None:
    vantor_desk.user.groups.get().page_permissions.filter(permission__codename="publish_page").delete()
    for name in (*NAMES, "ombud"):
        assert vantor_desk.client.get(reverse(f"{name}:index")).status_code == 302
        assert reverse(f"{name}:index") not in body(vantor_desk.client.get("/admin/"))


def test_an_empty_list_is_shown_and_added_to(vantor_desk: Desk, vantor: Branch) -> None:
    for name in NAMES:
        page = body(vantor_desk.client.get(reverse(f"{name}:index")))
        assert reverse(f"{name}:add") in page


# --- lists ---


def more(unit: Unit, number: int) -> None:
    """So many of each, no two alike."""
    for at in range(number):
        board = Body.objects.create(unit=unit, kind="other", name=f"Organ {at}")
        post = Post.objects.create(unit=unit, body=board, role="other", label=f"Post {at}")
        assign(make_person(unit, f"Person {at} Exempelsson"), post)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("who", ["editor", "superuser"])
def test_a_long_list_asks_as_often_as_a_short_one(
    name: str, who: str, vantor_desk: Desk, vantor: Branch, root: Client
) -> None:
    client = vantor_desk.client if who == "editor" else root
    counts, rows = [], []
    for number in (1, 19):
        more(vantor.unit, number)
        client.get(reverse(f"{name}:index"))  # what is read once a process
        with CaptureQueriesContext(connection) as queries:
            page = client.get(reverse(f"{name}:index"))
        counts.append(len(queries))
        rows.append(page.context["object_list"].count())
    assert rows == [1, 20]
    assert counts[0] == counts[1]


def test_lists_are_searched_and_filtered(vantor_desk: Desk, vantor: Branch) -> None:
    board = Body.objects.create(unit=vantor.unit, kind="board")
    post = Post.objects.create(unit=vantor.unit, body=board, role="chair")
    shown = make_person(vantor.unit, "Åsa Exempelsson")
    make_person(vantor.unit, "Bo Exempelsson", consent_on=None)
    assign(shown, post, end_date=day())
    assign(shown, post)

    def found(name: str, **query: str) -> list[Model]:
        return list(vantor_desk.client.get(reverse(f"{name}:index_results"), query).context["object_list"])

    assert [str(person) for person in found("personer", q="åsa")] == ["Åsa Exempelsson"]
    assert [str(person) for person in found("personer", shown="nej")] == ["Bo Exempelsson"]
    assert [str(person) for person in found("personer", shown="ja")] == ["Åsa Exempelsson"]
    assert [one.end_date for one in found("uppdrag", when="slut")] == [day()]
    assert [one.end_date for one in found("uppdrag", when="nu")] == [None]
    assert found("uppdrag", when="sen") == []
    assert len(found("uppdrag", q="åsa")) == 2
    assert found("organ", q="STYRELSE") == [board]  # by its kind: it has no name
    assert found("poster", q="ordförande styr") == [post]
    assert found("poster", q="kassör") == []
    assert len(found("uppdrag", q="ordförande åsa")) == 2


def test_states_are_said_in_plain_words(vantor: Branch) -> None:
    today = date(2026, 11, 25)
    post = Post(unit=vantor.unit, role="chair")
    agreed = Person(name="Åsa", consent_on=date(2026, 1, 1))
    silent = Person(name="Bo")
    gone = Person(name="Cilla", consent_on=date(2026, 1, 1), consent_withdrawn_on=date(2026, 3, 3))
    later = Person(name="Dag", consent_on=date(2026, 12, 1))
    said = [states.of_person(who, today) for who in (agreed, silent, gone, later)]
    assert said == [
        "Visas",
        "Visas inte: inget samtycke",
        "Visas inte: tog tillbaka sitt samtycke 3 mars 2026",
        "Visas från 1 december 2026",
    ]
    terms = [(None, agreed), (date(2026, 3, 3), agreed), (None, silent)]
    said = [
        states.of_assignment(Assignment(post=post, person=who, start_date=date(2026, 2, 1), end_date=end), today)
        for end, who in terms
    ]
    assert said == ["Visas", "Slutade 3 mars 2026", "Visas inte: inget samtycke"]
    begins = Assignment(post=post, person=agreed, start_date=date(2027, 1, 1))
    assert states.of_assignment(begins, today) == "Börjar 1 januari 2027"
