"""Somebody of the same name in another unit's register: told before a consent is taken back, and written to after."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from smtplib import SMTPException
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cms.core import publishing_views
from cms.pipeline.publish.publishing import publishing
from organisation import mentions
from organisation.mentions import namesakes
from organisation.models import Assignment, Body, Person
from tests.admin.conftest import Desk
from tests.admin.forms import as_sent, body
from tests.admin.reading import english
from tests.build import Branch, assign, day, make_article, make_board, make_person
from tests.organisation.conftest import NAME, Board

pytestmark = pytest.mark.django_db
BASE = "https://cms.example.org"
SAME = "Kanarina  EXEMPELSSON"
ASKED = "Registret för Varmland visar också någon som heter"


@pytest.fixture(autouse=True)
def committed(monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Callable, settings: Any) -> None:
    """What waits for a request's commit is done when its transaction ends, though the test's own never commits."""

    @contextmanager
    def committing(**how: bool) -> Iterator[object]:
        before = len(mail.outbox)
        with django_capture_on_commit_callbacks(execute=True), publishing(**how) as batch:
            yield batch
            assert len(mail.outbox) == before, "sent before the commit"

    monkeypatch.setattr(publishing_views, "publishing", committing)
    settings.WAGTAILADMIN_BASE_URL = BASE


@pytest.fixture
def theirs(board: Board, varmland: Branch) -> Assignment:
    """Värmland's register shows somebody who is called as Vantör's chair is."""
    chair = make_board(varmland.unit, chair=1).posts.get()
    return assign(make_person(varmland.unit, SAME), chair)


def asked(desk: Desk, board: Board) -> str:
    return body(desk.client.get(reverse("personer:withdraw", args=[board.person.pk])))


def withdraw(desk: Desk, board: Board) -> list[str]:
    """The messages."""
    answer = desk.client.post(reverse("personer:withdraw", args=[board.person.pk]), follow=True)
    return [str(message) for message in answer.context["messages"]]


def test_the_question_says_whose_register_shows_them_too(
    vantor_desk: Desk, varmland_desk: Desk, board: Board, theirs: Assignment
) -> None:
    page = asked(vantor_desk, board)
    assert f"{ASKED} {NAME}" in page
    assert page.index(ASKED) < page.index("Ja, ta tillbaka samtycket")
    assert "samtycket tas tillbaka även där" in page
    assert "mejl till dem som sköter det registret" in page
    assert "Det gäller genast, överallt där uppgiften i ert register visas" in page
    assert "på alla webbplatser" not in page
    assert str(theirs.person_id) not in page.partition(ASKED)[2].partition("</p>")[0]


def ended(theirs: Assignment) -> None:
    theirs.end_date = day()
    theirs.save()


def silent(theirs: Assignment) -> None:
    theirs.person.withdraw(day())


def renamed(theirs: Assignment) -> None:
    theirs.person.name = f"{NAME} Kanon"
    theirs.person.save()


def dissolved(theirs: Assignment) -> None:
    theirs.post.unit.dissolution_date = day()
    theirs.post.unit.save()


@pytest.mark.parametrize("change", [ended, silent, renamed, dissolved])
def test_what_nobody_can_read_on_the_web_is_not_told(
    change: Callable[[Assignment], None],
    vantor_desk: Desk,
    varmland_desk: Desk,
    board: Board,
    theirs: Assignment,
) -> None:
    change(theirs)
    assert "Varmland visar också" not in asked(vantor_desk, board)
    withdraw(vantor_desk, board)
    assert mail.outbox == []


def test_those_who_keep_the_other_register_are_written_to(
    vantor_desk: Desk, varmland_desk: Desk, board: Board, theirs: Assignment, root: Client
) -> None:
    for fields in ({"is_active": False}, {"password": "!"}):  # who cannot log in
        user = User.objects.create_user("gone" + str(fields), "borta@example.se", "hemligt-losen")
        user.groups.add(*varmland_desk.user.groups.all())
        User.objects.filter(pk=user.pk).update(**fields)
    told = withdraw(vantor_desk, board)
    [letter] = mail.outbox  # nobody else: neither the superuser nor who withdrew
    assert letter.to == ["varmland@example.se"]
    assert letter.subject == "Samtycke tillbakataget: Kanarina Exempelsson"
    assert "Vantor" in letter.body
    assert "registret för Varmland" in letter.body
    assert BASE + reverse("personer:edit", args=[theirs.person_id]) in letter.body
    assert "Ni avgör" in letter.body
    assert "någon annan" in letter.body
    assert not english(letter.subject)
    assert not english(letter.body.replace(BASE, ""))
    assert any("Ett mejl har gått till dem som sköter registret för Varmland" in message for message in told)
    theirs.person.refresh_from_db()
    assert theirs.person.agrees(day())  # theirs to decide

    withdraw(vantor_desk, board)
    assert len(mail.outbox) == 1  # there was nothing left to take back


def test_a_consent_taken_back_in_the_form_is_written_of_too(
    vantor_desk: Desk, varmland_desk: Desk, board: Board, theirs: Assignment
) -> None:
    url = reverse("personer:edit", args=[board.person.pk])
    form = as_sent(vantor_desk.client, url)
    vantor_desk.client.post(url, form)
    assert mail.outbox == []
    answer = vantor_desk.client.post(url, form | {"consent_withdrawn_on": day().isoformat()}, follow=True)
    assert [letter.to for letter in mail.outbox] == [["varmland@example.se"]]
    assert "Ett mejl har gått till dem som sköter registret för Varmland" in body(answer)


def test_a_letter_that_cannot_be_sent_is_told(
    vantor_desk: Desk, varmland_desk: Desk, board: Board, theirs: Assignment, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(self: EmailBackend, messages: list[object]) -> int:
        raise SMTPException("no server")

    monkeypatch.setattr(EmailBackend, "send_messages", fail)
    told = withdraw(vantor_desk, board)
    assert any("Säg till dem som sköter registret för Varmland själv" in message for message in told)
    board.person.refresh_from_db()
    assert not board.person.agrees(day())


def test_a_register_that_nobody_keeps_is_the_superusers(
    vantor_desk: Desk, board: Board, theirs: Assignment, root: Client
) -> None:
    withdraw(vantor_desk, board)
    assert [letter.to for letter in mail.outbox] == [["root@example.se"]]


def test_looking_asks_as_often_for_many_namesakes_as_for_one(board: Board, theirs: Assignment) -> None:
    counts = []
    for number in (1, 5):
        for _ in range(number - 1):
            assign(make_person(theirs.post.unit, NAME), theirs.post)
        with CaptureQueriesContext(connection) as queries:
            assert len(namesakes.elsewhere(board.person)) == number
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 3


# --- what the form says once the consent is gone ---


def state(desk: Desk, board: Board) -> str:
    board.person.withdraw(day())
    page = body(desk.client.get(reverse("personer:edit", args=[board.person.pk])))
    return " ".join(page.split())


def test_another_register_is_no_text(vantor_desk: Desk, board: Board, theirs: Assignment) -> None:
    told = withdraw(vantor_desk, board)
    assert not any("står kvar i text" in message for message in told)
    page = state(vantor_desk, board)
    assert "Någon med samma namn visas ur ett register:" in page
    assert "i registret för Varmland" in page
    assert "har skrivit" not in page
    assert "texterna ovan" not in page
    assert "Hela namnet hittades inte i någon text" in page
    found = mentions.found(board.person, vantor_desk.user)
    assert len(found) == 0
    [namesake] = found.namesakes
    assert namesake.who == theirs.person
    assert {reading.kind for reading in namesake.readings} == {"unit"}


def test_what_others_wrote_is_said_so(vantor_desk: Desk, board: Board, varmland: Branch) -> None:
    make_article(varmland, "Deras referat", body=[("paragraph", f"<p>{NAME} var där.</p>")])
    page = state(vantor_desk, board)
    assert "Andra har skrivit namnet här" in page
    assert "texterna ovan" not in page
    assert "ur ett register" not in page


def test_what_comes_of_the_texts_above_is_said_so(vantor_desk: Desk, board: Board, vantor: Branch) -> None:
    make_article(vantor, "Vårt referat", body=[("paragraph", f"<p>{NAME} var där.</p>")])
    Body.objects.filter(pk=board.body.pk).update(meets_note=f"Hos {NAME}")
    board.body.refresh_from_db()
    board.body.save()
    page = state(vantor_desk, board)
    assert "Det kommer ur texterna ovan, eller har skrivits av andra" in page
    assert "ur ett register" not in page


def test_text_beside_a_register_is_still_text(
    vantor_desk: Desk, board: Board, varmland: Branch, theirs: Assignment
) -> None:
    theirs.post.body.meets_note = f"Hos {NAME}"
    theirs.post.body.save()
    found = mentions.found(board.person, vantor_desk.user)
    assert ("unit", varmland.unit.pk) in [(reading.kind, reading.pk) for reading in found.elsewhere]
    assert [namesake.who for namesake in found.namesakes if namesake.who == theirs.person] == [theirs.person]


def test_a_twin_in_the_own_register_is_told_with_the_way_to_it(vantor_desk: Desk, board: Board) -> None:
    twin = make_person(board.person.unit, NAME)
    assign(twin, board.chair)
    page = state(vantor_desk, board)
    assert "i ert eget register" in page
    assert reverse("personer:edit", args=[twin.pk]) in page


def test_only_the_public_is_told_of(vantor_desk: Desk, board: Board, theirs: Assignment) -> None:
    Person.objects.filter(pk=theirs.person_id).update(consent_on=None)
    theirs.person.refresh_from_db()
    theirs.person.save()
    assert mentions.found(board.person, vantor_desk.user).namesakes == []
