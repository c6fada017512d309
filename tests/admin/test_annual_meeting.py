"""Efter årsmötet in the admin: whose board, what is reviewed, what is refused, what is left when it fails."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import ModelLogEntry

from cms.core import dates
from cms.pipeline.publish.errors import RenderRefused
from organisation.board.reading import holders
from organisation.models import Assignment, Body, OrganisationPage, Person, Post
from organisation.person_kind import PersonKind
from tests.admin.conftest import CANARY, Desk, make_desk
from tests.admin.forms import body
from tests.admin.meetings import asked, board_url, confirm, make_old_board, review, sent_by
from tests.build import Branch, day, make_person, publish

pytestmark = pytest.mark.django_db
INDEX = "annual_meeting:index"


@pytest.fixture
def people(vantor: Branch) -> dict[str, Person]:
    return make_old_board(vantor.unit)


def everything() -> list[object]:
    models = (Assignment, Person, Post, Body)
    return [list(model.objects.order_by("pk").values()) for model in models] + [ModelLogEntry.objects.count()]


# --- whose board ---


def test_who_has_one_unit_comes_straight_to_it(vantor_desk: Desk, vantor: Branch) -> None:
    assert vantor_desk.client.get(reverse(INDEX)).url == board_url(vantor.unit)
    assert reverse(INDEX) in body(vantor_desk.client.get("/admin/"))


def test_who_has_several_chooses(root: Client, vantor: Branch, varmland: Branch) -> None:
    answer = body(root.get(reverse(INDEX)))
    assert board_url(vantor.unit) in answer
    assert board_url(varmland.unit) in answer


def test_who_may_publish_nothing_has_no_board_to_change(vantor_desk: Desk, vantor: Branch) -> None:
    vantor_desk.user.groups.get().page_permissions.filter(permission__codename="publish_page").delete()
    assert vantor_desk.client.get(reverse(INDEX)).status_code == 404
    assert vantor_desk.client.get(board_url(vantor.unit)).status_code == 404
    assert reverse(INDEX) not in body(vantor_desk.client.get("/admin/"))


@pytest.mark.parametrize("name", ["board", "done", "invitation"])
def test_another_units_board_answers_like_one_that_never_was(name: str, vantor_desk: Desk, varmland: Branch) -> None:
    make_person(varmland.unit, CANARY)
    answers = []
    for pk in (varmland.unit.pk, 999_999):
        url = reverse(f"annual_meeting:{name}", args=[pk])
        for answer in (vantor_desk.client.get(url), vantor_desk.client.post(url, {"step": "confirm", "user": "1"})):
            answers.append((answer.status_code, answer.content.replace(f"/{pk}/".encode(), b"/N/")))
    assert answers[:2] == answers[2:]
    assert {status for status, _ in answers} <= {404, 405}
    assert answers[1][0] == 404


def test_the_form_names_only_the_units_own_people(
    vantor_desk: Desk, varmland: Branch, vantor: Branch, people: dict[str, Person]
) -> None:
    make_person(varmland.unit, CANARY)
    answer = body(vantor_desk.client.get(board_url(vantor.unit)))
    assert "Asta Exempel" in answer
    assert CANARY not in answer


# --- filling in and looking over ---


def test_those_who_sit_are_chosen_beforehand(vantor_desk: Desk, vantor: Branch, people: dict[str, Person]) -> None:
    form = sent_by(vantor_desk.client.get(board_url(vantor.unit)))
    assert form["chair-0-person"] == str(people["Asta"].pk)
    assert {form["member-0-person"], form["member-1-person"]} == {str(people["Bo"].pk), str(people["Cia"].pk)}
    assert form["treasurer-0-person"] == ""
    assert form["day"] == day().isoformat()


def test_the_whole_way(vantor_desk: Desk, vantor: Branch, people: dict[str, Person]) -> None:
    client = vantor_desk.client
    people["Cia"].consent_on = None
    people["Cia"].save()
    form = asked(
        client, vantor.unit, chair=[people["Bo"]], treasurer=["Dag Exempel!"], member=[people["Cia"], "Eva Exempel"]
    )
    before = everything()
    page = " ".join(review(client, vantor.unit, form).content.decode().split())
    assert everything() == before
    for said in (
        "<strong>Asta Exempel</strong>, ordförande",
        "<strong>Bo Exempel</strong>, från ledamot till ordförande",
        '<strong>Cia Exempel</strong>, ledamot<span class="meeting__note">visas inte på webben',
        '<strong>Dag Exempel</strong>, kassör<span class="meeting__note">ny i registret, har sagt ja',
        '<strong>Eva Exempel</strong>, ledamot<span class="meeting__note">ny i registret, visas inte',
    ):
        assert said in page
    answer = confirm(client, vantor.unit, form)
    done = " ".join(body(answer).split())
    assert answer.redirect_chain == [(reverse("annual_meeting:done", args=[vantor.unit.pk]), 302)]
    for said in (
        "Styrelsen är ändrad",
        "<h3>Har slutat</h3> <ul> <li><strong>Asta Exempel</strong>, ordförande",
        "<h3>Är nya</h3> <ul> <li><strong>Dag Exempel</strong>, kassör",
        "<h3>Har bytt post</h3> <ul> <li><strong>Bo Exempel</strong>, från ledamot till ordförande",
        "<h3>Sitter kvar</h3> <ul> <li><strong>Cia Exempel</strong>, ledamot",
        "Ordförande och kassör byttes.",
    ):
        assert said in done
    assert not list(answer.context["messages"])  # it stands on the page
    named = {person.pk: person.name.split()[0] for person in Person.objects.all()}
    found = {key: [named[pk] for pk in held] for key, held in holders(vantor.unit, day()).items()}
    assert found == {"chair": ["Bo"], "treasurer": ["Dag"], "member": ["Cia", "Eva"]}
    assert Person.objects.get(name="Dag Exempel").consent_on == day()
    assert Person.objects.get(name="Eva Exempel").consent_on is None
    assert set(ModelLogEntry.objects.values_list("user", flat=True)) == {vantor_desk.user.pk}
    after = everything()
    assert "Ingenting behövde ändras" in body(confirm(client, vantor.unit, form))
    assert everything() == after


def test_going_back_keeps_what_was_filled_in(vantor_desk: Desk, vantor: Branch) -> None:
    form = asked(vantor_desk.client, vantor.unit, chair=["Dag Exempel!"])
    back = sent_by(review(vantor_desk.client, vantor.unit, form))
    again = sent_by(vantor_desk.client.post(board_url(vantor.unit), back | {"step": "edit"}))
    assert (again["chair-0-person"], again["chair-0-name"], again["chair-0-agrees"]) == ("new", "Dag Exempel", "on")


def test_more_rows_without_a_script(vantor_desk: Desk, vantor: Branch) -> None:
    form = asked(vantor_desk.client, vantor.unit, member=["Dag Exempel"])
    more = sent_by(vantor_desk.client.post(board_url(vantor.unit), form | {"step": "more:member"}))
    assert int(more["member-TOTAL_FORMS"]) == int(form["member-TOTAL_FORMS"]) + 3
    assert more["member-0-name"] == "Dag Exempel"


def test_a_day_to_come_is_shown_when_one_returns(vantor_desk: Desk, vantor: Branch, people: dict[str, Person]) -> None:
    client = vantor_desk.client
    form = asked(client, vantor.unit, chair=[people["Bo"]]) | {"day": day(5).isoformat()}
    assert "byts den av sig själv" in body(review(client, vantor.unit, form))
    told = body(confirm(client, vantor.unit, form))
    assert f"Styrelsen ändras {dates.day(day(5))}" in told
    assert "<h3>Byter post</h3>" in told
    assert "Ordförande byts." in told
    again = sent_by(client.get(board_url(vantor.unit)))
    assert (again["day"], again["chair-0-person"]) == (day(5).isoformat(), str(people["Bo"].pk))
    assert holders(vantor.unit, day())["chair"] == [people["Asta"].pk]


# --- what is told afterwards ---


def links(answer: HttpResponse) -> dict[str, str]:
    found = BeautifulSoup(answer.content, "html.parser").select("main a[href]")
    return {" ".join(link.text.split()): link["href"] for link in found}


def test_the_result_leads_to_the_site_and_back(vantor_desk: Desk, vantor: Branch, people: dict[str, Person]) -> None:
    form = asked(vantor_desk.client, vantor.unit, chair=[people["Bo"]])
    found = links(confirm(vantor_desk.client, vantor.unit, form))
    assert found["Till webbplatsen"] == f"{vantor.frontend.base_url}/"
    assert found["Till startsidan"] == reverse("wagtailadmin_home")
    assert found["Ändra ansvarig utgivare"].startswith(reverse("webbplats:edit", args=[vantor.frontend.pk]))

    page = OrganisationPage(title="Styrelsen", live=False, unit=vantor.unit)
    page = publish(vantor.home.add_child(instance=page))
    done = reverse("annual_meeting:done", args=[vantor.unit.pk])
    again = links(vantor_desk.client.get(done))  # it is still told when one comes back
    assert again["Se styrelsen på webbplatsen"] == f"{vantor.frontend.base_url}/styrelsen/"
    assert "Till webbplatsen" not in again


def test_a_page_that_nobody_reads_shows_no_board(vantor_desk: Desk, vantor: Branch, varmland: Branch) -> None:
    for where in (vantor, varmland):
        page = OrganisationPage(title="Styrelsen", live=False, unit=vantor.unit)
        page = where.home.add_child(instance=page)
        if where is varmland:
            publish(page)  # another site's
    answer = confirm(vantor_desk.client, vantor.unit, asked(vantor_desk.client, vantor.unit, chair=["Dag Exempel"]))
    assert "Se styrelsen på webbplatsen" not in links(answer)


def test_a_unit_without_a_site_has_a_result_too(root: Client, vantor: Branch, people: dict[str, Person]) -> None:
    vantor.unit.frontend = None
    vantor.unit.save()
    answer = confirm(root, vantor.unit, asked(root, vantor.unit, chair=[people["Bo"]]))
    assert "Styrelsen är ändrad" in body(answer)
    assert "Till webbplatsen" not in links(answer)


def test_what_was_not_done_here_has_no_result(
    vantor_desk: Desk, root: Client, vantor: Branch, varmland: Branch, people: dict[str, Person]
) -> None:
    done = reverse("annual_meeting:done", args=[vantor.unit.pk])
    assert vantor_desk.client.get(done).url == board_url(vantor.unit)
    confirm(root, vantor.unit, asked(root, vantor.unit, chair=[people["Bo"]]))
    assert vantor_desk.client.get(done).url == board_url(vantor.unit)  # another's
    assert root.get(reverse("annual_meeting:done", args=[varmland.unit.pk])).url == board_url(varmland.unit)


# --- what is refused ---


WRONG = [
    ({"day": ""}, "Fyll i vilken dag mötet var."),
    ({"day": "2026-13-45"}, "Fyll i ett giltigt datum."),
    ({"day": "0001-01-01"}, "Stämmer året?"),
    ({"day": "9999-12-31"}, "Stämmer året?"),
    ({"chair-0-person": "new"}, "Skriv namnet, eller välj någon i listan."),
    ({"chair-0-name": "Dag Exempel"}, "Välj ”Någon annan” om det ska vara Dag Exempel"),
    ({"chair-0-person": "new", "chair-0-name": "x" * 121}, "120 tecken"),
    ({"chair-0-person": "new", "chair-0-name": "Tvilling Exempel"}, "Det finns flera i registret som heter"),
    ({"chair-0-person": "new", "chair-0-name": "a\0b"}, "tecken"),
    ({"chair-0-person": "999999"}, "Personen finns inte i enhetens register."),
    ({"chair-0-person": "9" * 40}, "Personen finns inte i enhetens register."),
    ({"chair-0-person": "ordförande"}, "Personen finns inte i enhetens register."),
]


@pytest.mark.parametrize("step", ["review", "confirm"])
def test_what_is_wrong_is_said_at_the_field(
    step: str, vantor_desk: Desk, vantor: Branch, people: dict[str, Person]
) -> None:
    for _ in range(2):
        make_person(vantor.unit, "Tvilling Exempel")
    form = asked(vantor_desk.client, vantor.unit)
    before = everything()
    for fields, said in WRONG:
        answer = vantor_desk.client.post(board_url(vantor.unit), form | fields | {"step": step})
        assert answer.status_code == 200
        assert said in answer.content.decode(), fields
    assert everything() == before


def test_a_foreign_person_is_refused(
    vantor_desk: Desk, vantor: Branch, varmland: Branch, people: dict[str, Person]
) -> None:
    foreign = make_person(varmland.unit, CANARY)
    before = everything()
    for step in ("review", "confirm"):
        form = asked(vantor_desk.client, vantor.unit, chair=[foreign])
        answer = vantor_desk.client.post(board_url(vantor.unit), form | {"step": step})
        assert "Personen finns inte i enhetens register." in answer.content.decode()
        assert CANARY not in body(answer)
    assert everything() == before


def test_somebody_twice_on_a_post_is_refused(vantor_desk: Desk, vantor: Branch, people: dict[str, Person]) -> None:
    for twice in ([people["Bo"], people["Bo"]], ["Dag Exempel", "dag  exempel"], [people["Bo"], "bo exempel"]):
        answer = review(vantor_desk.client, vantor.unit, asked(vantor_desk.client, vantor.unit, member=twice))
        assert "står två gånger på samma post" in answer.content.decode()


SPOILT = [
    lambda form: {},
    lambda form: form | {"seen": "x"},
    lambda form: {name: value for name, value in form.items() if name != "seen"},
    lambda form: {name: value for name, value in form.items() if not name.startswith("chair")},
    lambda form: form | {"member-TOTAL_FORMS": "många"},
    lambda form: form | {"member-TOTAL_FORMS": "-1"},
]


@pytest.mark.parametrize("step", ["review", "confirm", "more:member", "edit", "", "\0"])
def test_half_a_form_changes_nothing(step: str, vantor_desk: Desk, vantor: Branch, people: dict[str, Person]) -> None:
    form = asked(vantor_desk.client, vantor.unit, chair=[people["Bo"]])
    before = everything()
    for spoil in SPOILT:
        answer = vantor_desk.client.post(board_url(vantor.unit), spoil(form) | {"step": step}, follow=True)
        assert "kom inte fram helt" in answer.content.decode()
    assert everything() == before


def test_a_huge_form_is_cut(vantor_desk: Desk, vantor: Branch) -> None:
    form = asked(vantor_desk.client, vantor.unit) | {"member-TOTAL_FORMS": "1000000"}
    answer = vantor_desk.client.post(board_url(vantor.unit), form | {"step": "review"})
    assert answer.status_code == 200
    assert answer.content.decode().count("meeting__row") < 100


def test_somebody_elses_change_is_told(
    vantor: Branch, vantor_desk: Desk, root: Client, people: dict[str, Person]
) -> None:
    late = asked(vantor_desk.client, vantor.unit, chair=[people["Cia"]])
    confirm(root, vantor.unit, asked(root, vantor.unit, chair=[people["Bo"]], treasurer=["Dag Exempel"]))
    before = everything()
    for step in ("review", "confirm"):
        answer = vantor_desk.client.post(board_url(vantor.unit), late | {"step": step})
        told = answer.content.decode()
        assert "Någon annan har ändrat styrelsen under tiden" in told
        assert "Bo Exempel är tillagd: Ordförande" in told
        assert "Posten Kassör är ny." in told
        assert everything() == before
    again = sent_by(answer)
    assert again["chair-0-person"] == str(people["Cia"].pk)  # what was filled in is kept
    confirm(vantor_desk.client, vantor.unit, again)
    assert holders(vantor.unit, day())["chair"] == [people["Cia"].pk]


def test_what_cannot_be_published_leaves_nothing_half_done(
    vantor: Branch, vantor_desk: Desk, people: dict[str, Person], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: object, who: Person, context: object) -> None:
        raise RenderRefused(str(who), "person", "fel")

    monkeypatch.setattr(PersonKind, "render", refuse)
    before = everything()
    form = asked(vantor_desk.client, vantor.unit, chair=["Dag Exempel!"])
    answer = confirm(vantor_desk.client, vantor.unit, form)
    assert "Ingenting har ändrats." in body(answer)
    assert sent_by(answer)["chair-0-name"] == "Dag Exempel"
    assert everything() == before


def test_the_form_costs_the_same_for_one_and_for_twenty(vantor_desk: Desk, vantor: Branch) -> None:
    def queries(number: int) -> tuple[int, int]:
        post = Post.objects.filter(role="member").first() or Post.objects.create(
            unit=vantor.unit, body=Body.objects.create(unit=vantor.unit, kind="board"), role="member", seats=20
        )
        for n in range(number):
            Assignment.objects.create(
                person=make_person(vantor.unit, f"Namn{number}{n} Exempel"), post=post, start_date=day()
            )
        vantor_desk.client.get(board_url(vantor.unit))
        with CaptureQueriesContext(
            connection,
        ) as first:
            answer = vantor_desk.client.get(board_url(vantor.unit))
        with CaptureQueriesContext(connection) as second:
            review(vantor_desk.client, vantor.unit, sent_by(answer))
        return len(first), len(second)

    assert queries(1) == queries(20)


def test_another_site_is_untouched(vantor_desk: Desk, vantor: Branch, varmland: Branch) -> None:
    theirs = make_old_board(varmland.unit)
    desk = make_desk(varmland)
    before = holders(varmland.unit, day())
    confirm(vantor_desk.client, vantor.unit, asked(vantor_desk.client, vantor.unit, chair=["Asta Exempel!"]))
    assert holders(varmland.unit, day()) == before
    assert Person.objects.filter(name="Asta Exempel").count() == 2  # a register of each unit's own
    assert str(theirs["Asta"].pk) in body(desk.client.get(board_url(varmland.unit)))
