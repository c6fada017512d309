"""Efter årsmötet tells what is easily overlooked: an account that is there already, two posts, the publisher."""

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.http import HttpResponse

from organisation.models import Person
from tests.admin.conftest import Desk, make_desk
from tests.admin.forms import body
from tests.admin.meetings import asked, confirm, make_old_board, review, sent_by
from tests.admin.test_meeting_accounts import asta, committed, edits  # noqa: F401
from tests.build import Branch, day

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(vantor: Branch) -> dict[str, Person]:
    return make_old_board(vantor.unit)


@pytest.fixture
def bo(people: dict[str, Person], varmland: Branch, asta: User) -> User:  # noqa: F811
    """A member of the board, who edits another site."""
    user = make_desk(varmland).user
    Person.objects.filter(pk=people["Bo"].pk).update(user=user)
    return user


def promoted(desk: Desk, branch: Branch, person: Person) -> dict[str, str]:
    """A member becomes chair too."""
    return asked(desk.client, branch.unit, chair=[person])


def test_who_has_an_account_is_let_in_with_it(
    vantor_desk: Desk, vantor: Branch, people: dict[str, Person], bo: User
) -> None:
    field = f"admit-{people['Bo'].pk}"
    form = promoted(vantor_desk, vantor, people["Bo"])
    looked_over = review(vantor_desk.client, vantor.unit, form)
    assert "Gör Bo Exempel till redaktör" in body(looked_over)
    assert "Har redan ett konto" in body(looked_over)
    assert "E-post till Bo Exempel" not in body(looked_over)
    assert bo.email not in body(looked_over)  # whose account it is, is known; its address is another site's
    confirm(vantor_desk.client, vantor.unit, form)
    assert not edits(bo, vantor)  # nobody asked
    answer = confirm(vantor_desk.client, vantor.unit, form, **{field: "on"})
    assert edits(bo, vantor)
    assert "hade redan ett konto och är nu redaktör med det. Ett brev om det är skickat." in body(answer)
    assert f"till {bo.email}" not in body(answer)
    assert [letter.to for letter in mail.outbox] == [[bo.email]]
    assert User.objects.filter(email=bo.email).count() == 1


def test_who_has_an_account_without_an_address_is_let_in_without_a_letter(
    vantor_desk: Desk, vantor: Branch, people: dict[str, Person], bo: User
) -> None:
    User.objects.filter(pk=bo.pk).update(email="")
    form = promoted(vantor_desk, vantor, people["Bo"])
    answer = confirm(vantor_desk.client, vantor.unit, form, **{f"admit-{people['Bo'].pk}": "on"})
    assert edits(bo, vantor)
    assert "Inget brev gick att skicka" in body(answer)
    assert mail.outbox == []


def test_a_closed_account_is_not_offered(
    vantor_desk: Desk, vantor: Branch, people: dict[str, Person], bo: User
) -> None:
    User.objects.filter(pk=bo.pk).update(is_active=False)
    looked_over = body(review(vantor_desk.client, vantor.unit, promoted(vantor_desk, vantor, people["Bo"])))
    assert "Gör Bo Exempel till redaktör" not in looked_over


def test_two_posts_are_told_of_and_allowed(vantor_desk: Desk, vantor: Branch, people: dict[str, Person]) -> None:
    hint = "Bo Exempel står på mer än en post: ledamot och ordförande. Det är inget fel"
    form = promoted(vantor_desk, vantor, people["Bo"])
    looked_over = body(review(vantor_desk.client, vantor.unit, form))
    assert hint in looked_over
    assert "<strong>Bo Exempel</strong>, ledamot, nu också ordförande" in looked_over
    assert "Styrelsen är ändrad" in body(confirm(vantor_desk.client, vantor.unit, form))
    as_it_was = body(review(vantor_desk.client, vantor.unit, asked(vantor_desk.client, vantor.unit)))
    assert "står på mer än en post" in as_it_was
    alone = asked(vantor_desk.client, vantor.unit, member=[people["Cia"]])
    assert "mer än en post" not in body(review(vantor_desk.client, vantor.unit, alone))


def publisher(answer: HttpResponse) -> bool:
    return "Ansvarig utgivare för webbplatsen är Asta Exempel" in body(answer)


def test_a_new_chair_or_treasurer_reminds_of_the_responsible_publisher(
    vantor_desk: Desk, vantor: Branch, people: dict[str, Person]
) -> None:
    vantor.frontend.publisher = people["Asta"].pk
    vantor.frontend.save()
    client = vantor_desk.client
    assert not publisher(review(client, vantor.unit, asked(client, vantor.unit, member=[people["Cia"]])))
    assert publisher(review(client, vantor.unit, asked(client, vantor.unit, treasurer=["Dag Exempel"])))
    form = asked(client, vantor.unit, chair=["Dag Exempel"])
    looked_over = review(client, vantor.unit, form)
    assert "Ordförande byts." in body(looked_over)
    assert publisher(looked_over)
    done = client.post(looked_over.wsgi_request.path, sent_by(looked_over) | {"step": "confirm"}, follow=True)
    assert publisher(done)
    assert f"/admin/webbplats/edit/{vantor.frontend.pk}/" in body(done)


def test_a_publisher_who_took_their_consent_back_is_not_named(
    vantor_desk: Desk, vantor: Branch, people: dict[str, Person]
) -> None:
    vantor.frontend.publisher = people["Asta"].pk
    vantor.frontend.save()
    people["Asta"].withdraw(day())
    form = asked(vantor_desk.client, vantor.unit, treasurer=["Dag Exempel"])
    looked_over = review(vantor_desk.client, vantor.unit, form)
    assert not publisher(looked_over)
    assert "Webbplatsen visar ingen ansvarig utgivare." in body(looked_over)
