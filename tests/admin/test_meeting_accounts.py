"""Editors' accounts after an annual meeting: taken away, invited, written to, and never all gone."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from smtplib import SMTPException

import pytest
from django.contrib.auth.models import Group, User
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import GroupPagePermission, ModelLogEntry

from cms.core import publishing_views
from cms.pipeline.publish.errors import RenderRefused
from cms.pipeline.publish.publishing import publishing
from cms.sites import editors
from home.provisioning import UnitFacts, provision
from organisation.admin import carry_out
from organisation.models import Assignment, Person
from tests.admin.conftest import Desk, make_desk
from tests.admin.forms import body
from tests.admin.meetings import asked, board_url, confirm, make_old_board, review, sent_by
from tests.build import Branch

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def committed(monkeypatch: pytest.MonkeyPatch, django_capture_on_commit_callbacks: Callable) -> None:
    """What waits for a request's commit is done when its transaction ends, though the test's own never commits."""

    @contextmanager
    def committing(**how: bool) -> Iterator[object]:
        with django_capture_on_commit_callbacks(execute=True), publishing(**how) as batch:
            yield batch

    monkeypatch.setattr(publishing_views, "publishing", committing)


@pytest.fixture
def people(vantor: Branch) -> dict[str, Person]:
    return make_old_board(vantor.unit)


@pytest.fixture
def asta(people: dict[str, Person], vantor: Branch, vantor_desk: Desk) -> User:
    """The chair, who edits the site beside the editor at work."""
    user = User.objects.create_user("asta", "asta@example.se", "hemligt-losen")
    user.groups.add(*editors.groups(vantor.frontend))
    Person.objects.filter(pk=people["Asta"].pk).update(user=user)
    return user


def edits(user: User, branch: Branch) -> bool:
    return editors.members(branch.frontend).filter(pk=user.pk).exists()


def without_chair(desk: Desk, branch: Branch) -> dict[str, str]:
    return asked(desk.client, branch.unit, chair=["Dag Exempel!"])


# --- who the editors are ---


def test_the_group_that_provisioning_makes_is_found() -> None:
    place = provision(UnitFacts("riks", "Riks", "national"), label="Riks", base_url="http://localhost:9203")
    other = provision(UnitFacts("norr", "Norr", "district", parent="riks"), label="N", base_url="http://localhost:9204")
    assert editors.groups(place.frontend) == [place.editors]
    assert editors.groups(other.frontend) == [other.editors]


def test_a_group_that_may_more_is_not_the_editors(vantor: Branch, varmland: Branch, vantor_desk: Desk) -> None:
    [own] = editors.groups(vantor.frontend)
    wide, strong, timid = (Group.objects.create(name=name) for name in ("Två webbplatser", "Kontoansvariga", "Skriver"))
    for group in (wide, strong, timid):
        group.permissions.set(own.permissions.all())
        for one in own.page_permissions.exclude(permission__codename="publish_page" if group == timid else ""):
            GroupPagePermission.objects.create(group=group, page=vantor.home, permission=one.permission)
    GroupPagePermission.objects.create(
        group=wide, page=varmland.home, permission=own.page_permissions.first().permission
    )
    strong.permissions.add(*own.permissions.model.objects.filter(codename="change_user"))
    assert editors.groups(vantor.frontend) == [own]


# --- taking away ---


def test_who_leaves_the_board_may_leave_the_editors(
    vantor_desk: Desk, vantor: Branch, asta: User, people: dict[str, Person]
) -> None:
    form = without_chair(vantor_desk, vantor)
    assert "Ta bort Asta Exempel från redaktörerna" in body(review(vantor_desk.client, vantor.unit, form))
    confirm(vantor_desk.client, vantor.unit, form)
    assert edits(asta, vantor)  # nobody asked
    confirm(vantor_desk.client, vantor.unit, asked(vantor_desk.client, vantor.unit, **{}), **leaves(people, "Asta"))
    assert not edits(asta, vantor)  # a later visit offers it still
    assert ModelLogEntry.objects.filter(object_id=asta.pk, content_type__model="user", user=vantor_desk.user).exists()
    assert "Ta bort Asta" not in body(review(vantor_desk.client, vantor.unit, asked(vantor_desk.client, vantor.unit)))


def leaves(people: dict[str, Person], name: str) -> dict[str, str]:
    return {f"leave-{people[name].pk}": "on"}


def test_the_last_editor_stays(vantor_desk: Desk, vantor: Branch, asta: User, people: dict[str, Person]) -> None:
    vantor_desk.user.set_unusable_password()
    vantor_desk.user.save()
    client = Client()
    client.force_login(vantor_desk.user)
    before = list(Assignment.objects.order_by("pk").values())
    answer = confirm(client, vantor.unit, asked(client, vantor.unit, chair=["Dag Exempel"]), **leaves(people, "Asta"))
    assert "Någon måste kunna logga in och redigera webbplatsen" in body(answer)
    assert edits(asta, vantor)
    assert list(Assignment.objects.order_by("pk").values()) == before
    with pytest.raises(editors.LastEditor):
        editors.remove(vantor.frontend, [asta])


def test_administrators_stay(vantor_desk: Desk, vantor: Branch, asta: User, people: dict[str, Person]) -> None:
    User.objects.filter(pk=asta.pk).update(is_superuser=True)
    form = without_chair(vantor_desk, vantor)
    assert "Asta Exempel är administratör" in body(review(vantor_desk.client, vantor.unit, form))
    confirm(vantor_desk.client, vantor.unit, form, **leaves(people, "Asta"))
    assert edits(asta, vantor)


def test_who_takes_away_the_own_account_is_warned_and_logged_out(
    vantor_desk: Desk, vantor: Branch, asta: User, people: dict[str, Person]
) -> None:
    client = Client()
    client.force_login(asta)
    form = asked(client, vantor.unit, chair=["Dag Exempel!"])
    assert "Det är ditt eget konto" in body(review(client, vantor.unit, form))
    answer = confirm(client, vantor.unit, form, **leaves(people, "Asta"))
    assert answer.redirect_chain[-1][0] == reverse("wagtailadmin_login")
    assert "Du är inte längre redaktör för Vantor" in body(answer)
    assert not edits(asta, vantor)
    assert "_auth_user_id" not in client.session


def test_an_account_of_somebody_who_stays_or_of_another_site_is_not_taken(
    vantor_desk: Desk, vantor: Branch, varmland: Branch, asta: User, people: dict[str, Person]
) -> None:
    theirs = make_desk(varmland)
    Person.objects.filter(pk=people["Bo"].pk).update(user=theirs.user)
    form = asked(vantor_desk.client, vantor.unit, member=[people["Cia"]])
    accounts = leaves(people, "Asta") | leaves(people, "Bo") | {f"leave-{theirs.user.pk}": "on"}
    confirm(vantor_desk.client, vantor.unit, form, **accounts)
    assert edits(asta, vantor)
    assert edits(theirs.user, varmland)


# --- inviting ---


def test_somebody_new_is_invited_and_chooses_a_password(vantor_desk: Desk, vantor: Branch, asta: User) -> None:
    form = without_chair(vantor_desk, vantor)
    answer = confirm(vantor_desk.client, vantor.unit, form, invite_new_0="Dag@Example.se")
    assert "Ett brev med inbjudan är skickat till Dag@example.se" in body(answer)
    user = User.objects.get(email="Dag@example.se")
    assert (user.username, user.first_name, user.last_name) == ("dag@example.se", "Dag", "Exempel")
    assert not user.has_usable_password()
    assert edits(user, vantor)
    assert not user.is_superuser
    assert Person.objects.get(name="Dag Exempel").user == user
    [letter] = mail.outbox
    assert letter.to == ["Dag@example.se"]
    assert letter.subject == "Du är inbjuden som redaktör för Vantor"
    assert "Länken gäller i 3 dagar" in letter.body
    stranger = Client()
    link = re.search(r"http://\S+/admin/\S+", letter.body)[0]
    page = stranger.get(link.removeprefix("http://localhost:8000"), follow=True)
    chosen = {"new_password1": "lyktstolpe-2026", "new_password2": "lyktstolpe-2026"}
    assert stranger.post(page.redirect_chain[-1][0], chosen).status_code == 302
    assert stranger.login(username="dag@example.se", password="lyktstolpe-2026")
    assert stranger.get(board_url(vantor.unit)).status_code == 200

    confirm(vantor_desk.client, vantor.unit, form, invite_new_0="Dag@Example.se")
    assert len(mail.outbox) == 1  # sent twice, invited once
    assert User.objects.filter(email__iexact="dag@example.se").count() == 1


def test_who_has_an_account_gets_no_second_one(vantor_desk: Desk, vantor: Branch, varmland: Branch, asta: User) -> None:
    theirs = make_desk(varmland).user
    form = without_chair(vantor_desk, vantor)
    answer = confirm(vantor_desk.client, vantor.unit, form, invite_new_0=theirs.email.upper())
    assert "hade redan ett konto och är nu redaktör med det. Ett brev om det är skickat." in body(answer)
    assert edits(theirs, vantor)
    assert edits(theirs, varmland)
    [letter] = mail.outbox
    assert letter.to == [theirs.email]  # the address that is known, not the one that was written
    assert reverse("wagtailadmin_login") in letter.body
    assert "lösenord" not in letter.body


def test_a_closed_account_is_not_opened(vantor_desk: Desk, vantor: Branch, asta: User) -> None:
    closed = User.objects.create_user("dag", "dag@example.se", "hemligt", is_active=False)
    answer = confirm(vantor_desk.client, vantor.unit, without_chair(vantor_desk, vantor), invite_new_0="dag@example.se")
    assert "Kontot för dag@example.se är stängt" in body(answer)
    assert not edits(closed, vantor)
    assert mail.outbox == []
    assert Person.objects.get(name="Dag Exempel").user is None


def test_wrong_addresses_are_refused(vantor_desk: Desk, vantor: Branch, people: dict[str, Person]) -> None:
    form = asked(vantor_desk.client, vantor.unit, chair=["Dag Exempel"], treasurer=["Eva Exempel"])
    before = list(Assignment.objects.order_by("pk").values())
    for first, second, said in (
        ("fel", "", "giltig mejladress"),
        ("a@example.se", "A@example.se", "Adressen står redan vid någon annan."),
        ("a@example.se\nBcc: b@example.se", "", "giltig mejladress"),
    ):
        answer = confirm(vantor_desk.client, vantor.unit, form, invite_new_0=first, invite_new_1=second)
        assert said in body(answer)
    assert list(Assignment.objects.order_by("pk").values()) == before
    assert mail.outbox == []


def fail(self: EmailBackend, messages: list[object]) -> int:
    raise SMTPException("no server")


def test_a_letter_that_cannot_be_sent_is_told_and_sent_again(
    vantor_desk: Desk, vantor: Branch, asta: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = vantor_desk.client
    with monkeypatch.context() as patch:
        patch.setattr(EmailBackend, "send_messages", fail)
        answer = confirm(client, vantor.unit, without_chair(vantor_desk, vantor), invite_new_0="dag@example.se")
    assert "Brevet till dag@example.se gick inte att skicka just nu" in body(answer)
    assert "Inbjudna som inte har valt lösenord än" in body(answer)
    user = User.objects.get(email="dag@example.se")
    again = reverse("annual_meeting:invitation", args=[vantor.unit.pk])
    assert "är skickat till" in body(client.post(again, {"user": user.pk, "do": "send"}, follow=True))
    assert [letter.to for letter in mail.outbox] == [["dag@example.se"]]
    client.post(again, {"user": user.pk, "do": "withdraw"})
    assert not User.objects.filter(email="dag@example.se").exists()
    assert Person.objects.get(name="Dag Exempel").user is None


@pytest.mark.parametrize("do", ["send", "withdraw"])
def test_only_an_open_invitation_of_the_own_site_is_touched(
    do: str, vantor_desk: Desk, vantor: Branch, varmland: Branch, asta: User
) -> None:
    theirs = make_desk(varmland).user
    theirs.set_unusable_password()
    theirs.save()
    url = reverse("annual_meeting:invitation", args=[vantor.unit.pk])
    for number in (theirs.pk, asta.pk, vantor_desk.user.pk, 999_999, "x", "", "9" * 40, "\0"):
        assert vantor_desk.client.post(url, {"user": number, "do": do}).status_code == 302
    assert mail.outbox == []
    assert edits(theirs, varmland)
    assert edits(asta, vantor)


@pytest.mark.parametrize("fault", [RenderRefused("Styrelsen", "del", "fel"), editors.LastEditor()])
def test_nothing_half_done_is_left(
    fault: Exception, vantor_desk: Desk, vantor: Branch, asta: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last thing that is done goes wrong: no board, no account, no letter."""

    def broken(*args: object, **kwargs: object) -> None:
        raise fault

    before = list(Assignment.objects.order_by("pk").values())
    form = without_chair(vantor_desk, vantor)
    page = sent_by(review(vantor_desk.client, vantor.unit, form))
    monkeypatch.setattr(carry_out, "log", broken)
    sent = page | {"invite-new-0": "dag@example.se", "step": "confirm"}
    assert vantor_desk.client.post(board_url(vantor.unit), sent, follow=True).status_code == 200
    assert list(Assignment.objects.order_by("pk").values()) == before
    assert not Person.objects.filter(name="Dag Exempel").exists()
    assert not User.objects.filter(email="dag@example.se").exists()
    assert mail.outbox == []


def test_a_unit_without_a_site_has_no_accounts(root: Client, vantor: Branch) -> None:
    vantor.unit.frontend = None
    vantor.unit.save()
    answer = review(root, vantor.unit, asked(root, vantor.unit, chair=["Dag Exempel"]))
    assert "Redaktörernas konton" not in body(answer)


def test_accounts_cost_the_same_for_one_and_for_twenty(vantor_desk: Desk, vantor: Branch, asta: User) -> None:
    def queries(number: int) -> int:
        form = asked(vantor_desk.client, vantor.unit, member=[f"Namn{number}{n} Exempel" for n in range(number)])
        with CaptureQueriesContext(connection) as counted:
            review(vantor_desk.client, vantor.unit, form)
        return len(counted)

    queries(1)  # fills Django's caches of content types
    assert queries(1) == queries(20)
